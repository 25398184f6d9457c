"""The stock of phrases from which letters are put together. All of it is the game's own; no sentence stands in a real letter.

Comes in: nothing. Goes out: tables by writer (0 Washington, 1 Moscow). Never here: a fact, a number, a rule.
"""

from ..engine.sides import MOSCOW, WASHINGTON

CAPITAL = {WASHINGTON: "Washington", MOSCOW: "Moscow"}
OFFICE = {WASHINGTON: "The White House", MOSCOW: "The Kremlin"}
ENVOY = {WASHINGTON: "The Attorney General, in person", MOSCOW: "The Soviet Ambassador, in person"}
STATION = {WASHINGTON: "White House statement, read to the press", MOSCOW: "Moscow Radio, monitored text"}
SIGNED = {WASHINGTON: "For the President of the United States", MOSCOW: "For the Chairman of the Council of Ministers of the USSR"}
READ_ALOUD = {WASHINGTON: "To the Chairman, given to the press as it is sent:", MOSCOW: "To the President, read over the radio as it is sent:"}

NAMES: dict[int, dict[str, tuple[str, ...]]] = {
    WASHINGTON: {"soviet": ("the Soviet Union", "your Government", "the Soviet Government"), "american": ("the United States", "my Government"),
                 "missile": ("SS-4 and SS-5 missile",), "offensive": ("the offensive weapons", "the weapons of attack"),
                 "line": ("the measures at sea",)},
    MOSCOW: {"soviet": ("the Soviet Union", "the Soviet Government", "my Government"), "american": ("the United States", "your Government"),
             "missile": ("R-12 and R-14 missile",), "offensive": ("the weapons which you call offensive", "those means that trouble you"),
             "line": ("the measures at sea, which have no ground in law,",)},
}

NAMES_HEARD = {
    WASHINGTON: {"soviet": ("the Soviet Union", "the Soviet Government"), "american": ("the United States",), "missile": ("SS-4 and SS-5 missile",),
                 "offensive": ("the offensive weapons", "the weapons of attack"), "line": ("the measures at sea",)},
    MOSCOW: {"soviet": ("the Soviet Union", "the Soviet Government"), "american": ("the United States",), "missile": ("R-12 and R-14 missile",),
             "offensive": ("the weapons that are called offensive",), "line": ("the measures at sea, which have no ground in law,",)},
}
"""The same in an envoy's mouth, told by whoever listened: nobody's `my` or `your`."""

GREETING = {
    WASHINGTON: ("Dear Mr. Chairman:", "Mr. Chairman:", "Dear Chairman:"),
    MOSCOW: ("Esteemed Mr. President:", "Dear Mr. President:", "Mr. President:"),
}

OPENING: dict[tuple[int, str], tuple[str, ...]] = {
    (WASHINGTON, "first"): (
        "I have told the American people what has been found in Cuba. There is a short time to find a way out, and this is the one I see.",
        "What has been built in Cuba was built behind assurances to the contrary. I would still rather settle this by a text than by events.",
    ),
    (WASHINGTON, "again"): (
        "I write again because the forces on both sides stand closer together than when I last wrote, and letters are slower than ships.",
        "The point on which everything turns has not changed since my last letter. What may be changed is set out here.",
        "I have looked for what we could both sign and still face our own people. I believe it is near the following.",
        "My officers bring me plans, and I suppose yours do the same. I would sooner bring you terms.",
        "There is no wish here to push you against a wall. There is a wish to see the matter closed in good order, as follows.",
        "Each of us has by now said in public what he cannot take back. What remains to be said fits on one page.",
        "I have read with care what has come from Moscow. The difference between us is narrower than the noise about it.",
        "Other governments urge us both to wait. While work goes on in Cuba I cannot; but I can be plain about what would suffice.",
    ),
    (WASHINGTON, "threat"): (
        "I put this to you with a date, because the work in Cuba has a date of its own.",
        "You will understand that I cannot hold matters where they stand much longer. What I can still offer is this.",
        "I am asked every hour how long I mean to wait. The answer stands at the end of this letter; what comes before it is the way around it.",
        "This is as far as I am able to come, and it cannot lie open long.",
    ),
    (WASHINGTON, "after"): (
        "Much of what we set out to do is done or under way. What follows would put the remainder in order.",
        "Our understanding was made in a hurry, and it shows at the seams. I propose to mend the following.",
        "My critics say that the text of October has holes in it. I should like to close these with you rather than argue about them at home.",
        "The ships have gone home faster than the papers. Here is what still wants writing.",
        "I should be sorry to see a large thing spoiled by small ones. These are the small ones.",
        "The work goes forward and is noticed here. To finish it we need a common reading of what follows.",
    ),
    (MOSCOW, "first"): (
        "You ask me to stand still while you decide what may lie on another country's soil. No government would; yet this can be talked about.",
        "A man who finds a stranger's boot on his own road does not first ask what the stranger proposes. All the same, I propose something.",
    ),
    (MOSCOW, "again"): (
        "I turn to you again, and without the diplomats' varnish, for there is no time left to let it dry.",
        "We are both old enough to have buried friends. Let me set down, point by point, what would spare us burying more.",
        "Two carts have met on a narrow bridge. Neither driver wins by whipping his horse. Let us see who backs which wheel.",
        "You are troubled by what lies near your coast; we have lived for years with what lies near ours. On that footing one can reckon.",
        "They tell me that patience is taken for weakness in your country. Here it is taken for age. I still have some, and so I write.",
        "It is easy to light a stove and hard to unlight a barn. I would rather write long letters than short orders.",
        "I have slept little, and I think you have too. Let two tired men at least be clear.",
        "Your newspapers know what I want before I do. Let me tell you myself.",
    ),
    (MOSCOW, "threat"): (
        "There is a limit beyond which a proposal becomes a plea, and I do not plead. Take this one while it is on the table.",
        "My commanders ask me for an answer as yours ask you. I can give them one only if I have one from you.",
        "I offer this once, with an open hand and a watch in the other.",
        "Whoever wishes to shear a sheep must not first frighten it over the cliff. Here are terms, and here is the time for them.",
    ),
    (MOSCOW, "after"): (
        "We have done what we said, and our ships were counted like geese. It is fair now to ask what becomes of the rest.",
        "The fire is out, yet somebody still stamps about in the ashes. Let us agree where each may walk.",
        "Between us there was a word given. A word is a good thing; a word that both read alike is a better one.",
        "In Havana they reproach me, in Peking they laugh, and you send me lists. I answer with a list of my own.",
        "The large load has been carried. It would be foolish to quarrel over who takes the rope home.",
        "I write about the remainders, so that they do not grow.",
    ),
}

OPENING_IN: dict[tuple[int, str], tuple[str, ...]] = {
    (WASHINGTON, "warm"): (
        "I should like this to be read as from one man with children to another.",
        "You and I did not look for this, and I believe that you like it as little as I do. Let me say what I think would end it well.",
        "I have noticed what you have held back these days as well as what you have done. It is in that spirit that I answer.",
        "There will be other matters between us, and better ones. I would clear this one away so that we come to them.",
        "I thank you for the manner of your last word to me. It makes it easier to be open about mine.",
    ),
    (WASHINGTON, "stern"): (
        "I shall be short, because I do not wish to be mistaken.",
        "I was told one thing while another was being built. You will forgive me if I now speak without ornament.",
        "Let there be no doubt in Moscow about what this country will and will not live with.",
        "What has been done was done by choice and in secret. It will be undone, and it is better that it be undone by agreement.",
        "My patience is a policy. It has an end, as policies do, and I ask you to weigh the following with that in mind.",
    ),
    (WASHINGTON, "anguished"): (
        "It is late here, whatever the clock says. I have been reading what would be left of my country by the end of a week, and of yours.",
        "I have a list on my desk of what my officers would do first, second and third. Nobody in this house can tell me what comes fourth.",
        "I do not know how many more such nights either of us can count on. I write while I still have something to write with.",
        "Men whom neither of us has met are a few hundred yards from each other in the dark. One of them has only to stumble.",
        "I looked in on my children before I sat down to this. I do not think that I need to say more about why I am writing.",
    ),
    (MOSCOW, "warm"): (
        "I speak to you as to a neighbour whose fence touches mine; we may quarrel over the fence, but we both want the house to stand.",
        "There is good sense in what comes from you lately, and I am not too proud to say so.",
        "When this is behind us I should like to show you our fields at harvest. First let us see to it that there is a harvest.",
        "A soft word costs nothing and saves much wood. Here is mine.",
        "I believe that you are holding your people back as I am holding mine. Two men who do that can also agree.",
    ),
    (MOSCOW, "stern"): (
        "You have set ships across the open sea as if it were your pond. I must tell you how that looks to a country that has been blockaded before.",
        "I shall not trade courtesies while guns are laid on our vessels.",
        "We are not a village that takes off its cap when the landlord rides by. Speak to us as to equals, and you will be answered so.",
        "You have surrounded us for years and called it peace. Do not be astonished that we have learned the word.",
        "Threats have been tried on this country by men with larger armies than yours. I advise against it, and propose instead:",
    ),
    (MOSCOW, "anguished"): (
        "I shall not hide from you that I am uneasy tonight. I know what a town looks like when it has been fought over from house to house.",
        "I have dug men out with my hands. I do not want to learn how it is done where there is nobody left to dig.",
        "They bring me reports every hour, and each one could be the last that is brought in an orderly way. So I write.",
        "If it starts, neither you nor I will be asked any more. That is what I keep thinking, and why I write to you and to nobody else.",
        "I am an old man and have had my share. It is the others I think of, and there are so many of them.",
    ),
}
"""By writer and tone; a plain letter takes its opening from OPENING."""

CLOSE_IN: dict[tuple[int, str], tuple[str, ...]] = {
    (WASHINGTON, "warm"): (
        "I am glad that there is somebody to write to.",
        "Whatever you answer, I thank you for hearing me out.",
        "If we manage this, we shall have managed something that can be built on.",
        "With the hope that our next letters are about something else.",
    ),
    (WASHINGTON, "stern"): (
        "That is where this government stands, and it will not move from there for being pushed.",
        "I ask for deeds that can be seen. Words we have had.",
        "You will find me ready to talk and not ready to wait.",
        "I trust that nobody will advise you that I do not mean it.",
    ),
    (WASHINGTON, "anguished"): (
        "Please answer. I do not say it as a form.",
        "I can hold this for a while yet. I cannot say for how long, and I would rather you knew.",
        "If this letter reads like that of a man who is afraid, it has been read rightly.",
        "Let us be the last two who have to write such letters.",
    ),
    (MOSCOW, "warm"): (
        "I press your hand, and wait for a word.",
        "Give it a night, and then say yes; you will see that the morning looks different.",
        "There is no shame in being the second to smile.",
        "My respects to those at your table who want the same.",
    ),
    (MOSCOW, "stern"): (
        "We do not ask for favours, and shall remember who offered none.",
        "Consider well who would have to explain to the dead that it was a matter of prestige.",
        "On this we shall not be moved, neither by speeches nor by ships.",
        "I have said it once, and so that it need not be translated twice.",
    ),
    (MOSCOW, "anguished"): (
        "Answer me soon, and answer as a man. I cannot keep everybody's hands still for ever.",
        "I say this to you and shall not repeat it to others: I am afraid of where this is going.",
        "While there is a line between us that works, let us use it. I do not know that it will work tomorrow.",
        "If you have a better way out than mine, then take yours. Only let one of us take one.",
    ),
}
"""By writer and tone; a plain letter takes its close from CLOSE."""

MANNER: dict[tuple[int, str], tuple[str, ...]] = {
    (WASHINGTON, "warm"): ("He was friendly, and asked after the Ambassador's family before he sat down.",
                           "There was none of the usual edge in his voice.", "He said twice that his brother thought well of the last message."),
    (WASHINGTON, "stern"): ("He did not sit down.", "He was cold, and correct, and looked at his watch.",
                            "He let no sentence be finished but his own."),
    (WASHINGTON, "anguished"): ("His eyes were red, and he lost the thread once and began again.",
                                "He said that he had not been home in days, and that he was afraid for all of them.",
                                "He spoke of generals who would not be held much longer, and his voice was not steady."),
    (MOSCOW, "warm"): ("He smiled as he came in, which he had not done for a week.", "He was at pains to be pleasant.",
                       "He said that he was glad to be bringing this and not something else."),
    (MOSCOW, "stern"): ("He would take neither coffee nor a chair.", "He read it off as one reads a bill.", "He was wooden, and let it be seen."),
    (MOSCOW, "anguished"): ("He was grey in the face, and did not pretend otherwise.",
                            "He said that his own children were in the city, and then that he should not have said it.",
                            "He asked to be forgiven for the hour; in Moscow, he said, nobody was asleep."),
}
"""How a spoken message was given: by writer and tone; one given plainly has no such line."""

NEWS = ("you may take it as news, and not as an undertaking, that ", "for your information, and binding nobody: ",
        "I mention as a matter of fact, and not as part of any bargain, that ", "without its being a promise, this may be known: ")
NEWS_HEARD = ("as a piece of news, he said, and not as an undertaking, ", "he told us, and asked that it not be called a promise, that ",
              "for information only, and nobody's bargain: ")
"""What is given as information and not as a pledge, written and spoken."""

PROVIDED = ("provided", "always supposing", "it being understood")
PROVIDED_EXACTLY = ("This holds on condition", "This is said under the express condition", "It stands only on condition")
CONDITION = {
    "supervised": ("the United Nations can look on", "observers of the United Nations are admitted and report that it is so"),
    "conduct": ("Cuba leaves her neighbours in peace", "Cuba neither attacks nor arms anybody against her neighbours, and fires on no aircraft"),
    "lasting": ("such weapons do not come back", "no weapon of these kinds, bombers included, is brought to Cuba again"),
    "treaty": ("older treaties are not touched by it", "all rights under the treaties of the American states stay as they are"),
}
"""What a term can hang on: said loosely, and in exact words."""
UNCONDITIONAL = ", and without conditions,"
"""Words of a clause that a condition takes out."""

ASKING = ("what we look for is this: ", "we should need this: ", "this is what it turns on: ")
IN_RETURN = ("for our part, ", "in return, ", "on that footing, ", "against this, ", "on our side, ")
WRITTEN = ("you have it in writing that ", "this can be kept on file: ", "we put our name to it that ", "we set down and shall stand by it that ")

ALL_WRITTEN = ("What follows is an undertaking, to be kept on file by both sides.",
               "These points are meant as a document, and can be quoted against us.",
               "I set my name to each of the following.")

DEADLINE = {
    WASHINGTON: (
        "I must have your answer by {when}. After that hour I shall have to act on what I see.",
        "This holds until {when}. Beyond it I am no longer in a position to wait.",
        "If nothing has come from you by {when}, I shall take it that you have chosen, and do what I am bound to do.",
    ),
    MOSCOW: (
        "We expect your reply by {when}. Silence beyond that hour will be read as a reply too.",
        "The proposal stands until {when}; then it falls, and with it the restraint that goes with it.",
        "By {when} we must know. Later we shall protect what is ours by the means we have.",
    ),
}

CLOSE = {
    WASHINGTON: (
        "If you find this a basis, our representatives can set it down within the day.",
        "I hope you will read this as it is meant, and answer soon.",
        "A plain yes would be enough; the lawyers can follow.",
        "I shall keep our forces in hand while this is before you.",
        "Neither of us need call this anything but good sense.",
        "I await your word.",
    ),
    MOSCOW: (
        "If you agree, say so simply, and people in both our countries will sleep.",
        "Think it over without your generals in the room, and then write to me.",
        "I have put it as plainly as I can; be as plain with me.",
        "Let reason have the last word while it still has a voice.",
        "Nobody need be called the loser in such a bargain.",
        "Respectfully, and in expectation of your answer.",
    ),
}

COVERING_NOTE = (
    "The bearer has my confidence. Please hear him alone.",
    "There is nothing in this letter that could not be printed. The rest is in other hands.",
    "I refer to what will be said to you separately.",
)
ANNEX = ("On a separate sheet, for one reader:", "Enclosed in a second envelope, to be kept from all files:", "An annex of which no copy was made:")

CALL = {
    WASHINGTON: ("The Attorney General saw the Ambassador alone. He spoke low and handed nothing over.",
                 "The Attorney General came to the Embassy by the side door and stayed a quarter of an hour. He had no papers with him.",
                 "The Ambassador was asked to the Department of Justice. The Attorney General spoke from memory and asked that no notes be taken.",
                 "They met late and without assistants. The Attorney General said that he spoke for his brother."),
    MOSCOW: ("The Ambassador called and asked for a few minutes alone. He spoke on instructions, from memory.",
             "The Ambassador came without his counsellor and left no paper behind.",
             "The Ambassador spoke standing. He repeated each point once, so that it should be carried correctly.",
             "A short talk in a parked car. The Ambassador said that what followed came from the Chairman himself."),
}
SLIP = {
    WASHINGTON: ("The Attorney General adds, to the Ambassador alone:", "By word of mouth only, the Attorney General to the Ambassador:",
                 "Not in the letter; the Attorney General will say:"),
    MOSCOW: ("The Ambassador adds, to the Attorney General alone:", "By word of mouth only, the Ambassador to the Attorney General:",
             "Not in the letter; the Ambassador will say:"),
}
HEARD = ("he said that ", "he went on: ", "as he put it, ", "he asked us to take note that ", "further, that ")
HEARD_LATER = ("he went on: ", "further, that ")
"""Those that only a second point can begin with."""
WANTED = ("what is hoped for, and need not be written, is this: ", "it would be enough to hear that ", "a word would do that ",
          "nobody asks for paper, only for this: ")
SAID = ("he may tell his principal that ", "it can be relied upon that ", "let it be understood between us that ",
        "he is asked to know, and to forget who told him, that ")
WANTED_PAPER = ("it would be enough to hear that ",)
"""Where what is wanted is a paper."""
NO_PAPER_YET = "Nothing of this is written down today; until it is, it was never said."
NO_PAPER = ("It is not to be written down, and if it is spoken of it will be denied.", "There will be no paper on this, now or later.",
            "If a word of it is printed, it was never said.")

REACTIONS = {
    WASHINGTON: (
        "The question at the table was who had ordered it. Nobody had.",
        "The Chiefs have a plan for this. The President has asked them to wait an hour and bring it again.",
        "State wants it explained to Moscow before Moscow explains it to itself.",
        "Someone asked what the other side must make of it. Nobody had a good answer.",
        "The watch officer had to be told twice to sit down.",
        "The press office is asked to know nothing until midnight.",
        "It took longer to find out what had happened than it had taken to happen.",
    ),
    MOSCOW: (
        "The duty general reports that no order was given from here. He was asked to say so again, in writing.",
        "The Presidium was told at table. Nobody finished eating.",
        "The Ministry asks whether it was a blunder or a beginning. The Americans will be asking the same.",
        "A draft protest lies ready. It has been put in a drawer until the facts are in.",
        "Comrades who have seen war say that it looks like this from behind a desk.",
        "The military ask for a freer hand. They were given an older map.",
        "It was two hours before the General Staff and the Foreign Ministry spoke of the same event.",
    ),
}
"""What is said in the room after a grave clash; by turn, so that neighbouring ones differ."""

LOGGED = {
    WASHINGTON: ("The morning summary gives it one line.", "Logged, initialled and passed to the file.", "Nobody was woken for it.",
                 "The watch changed before the report was complete.", "The Navy and the Air Force report it differently; the difference is small.",
                 "It was put to the President with the rest. He asked whether there would be more of them."),
    MOSCOW: ("The night summary gives it one line.", "Noted by the duty officer and filed.", "Nobody was woken for it.",
             "The report came in two versions; the milder one was kept.", "The Ministry wished to protest. It was told to save the paper.",
             "It was mentioned to the Chairman, who asked whose nerves were being tested."),
}
"""What becomes of a clash that was not grave."""

REPRISAL = {
    WASHINGTON: {True: "The standing instruction was carried out: the battery that fired has been struck.",
                 False: "No reprisal was flown. The Chiefs ask how long that can be explained."},
    MOSCOW: {True: "American aircraft have struck a battery in answer. There are dead among the crew.",
             False: "No reprisal has followed. It was noticed here, and weighed."},
}
"""What followed the loss of an aircraft."""

TWO_READINGS = {
    True: ("Words that both sides signed are read in two ways.", "The same words, and two meetings of lawyers that end in two results.",
           "What was signed about {subject} has been held up by both sides, each with its own finger under its own word."),
    False: ("Nothing was signed about {subject}, and each side had drawn its own conclusion from that.",
            "The text is silent on {subject}. The two silences have met.",
            "About {subject} there is no text to quarrel over, and so there is a quarrel."),
}
"""A quarrel over wording: by whether something was signed."""
WOULD_END_IT = ("An exact text on the issue would end it.", "It would end with exact words, and with nothing less.",
                "There is one cure, and it takes drafting: exact words.")

WHOSE_GUNS = {
    WASHINGTON: "Whose guns they were is not known: some on the island wait for an order from Moscow, and some wait for nobody.",
    MOSCOW: "They were not our batteries, our general says. Nobody over there will ask for the difference.",
}
"""Whom the low guns obey."""

HAWKS = {
    WASHINGTON: ("The Chiefs table the strike again", "Joint Chiefs of Staff",
                 "They point to the sites, to the forces that stand ready, and to the calendar. The motion has not carried yet; "
                 "a hearing takes the wind out of it."),
    MOSCOW: ("The marshals are uneasy", "Ministry of Defence", "They ask what the weapons are for, if every clash is answered with a letter."),
}
"""Title, sender and text of a warning."""
