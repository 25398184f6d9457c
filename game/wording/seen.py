"""What the other side was seen to do, as an embassy or a watch officer tells it.

Comes in: a Desk. Goes out: at most one paper a turn. Never here: an order that is not seen done, what it moved across the table.
"""

from ..engine.sides import MOSCOW, SIDE_NAMES, WASHINGTON
from .desk import Desk, Timed

_SENDER = {WASHINGTON: "Embassy in Moscow and the watch", MOSCOW: "Embassy in Washington and the watch"}
_OF: dict[int, dict[str, str | tuple[str, ...]]] = {
    MOSCOW: {
        "stop_the_sites": "No lights on the sites for some nights now, and crews seen sitting down. It looks like an order.",
        "run_the_line": "Masters have been told to keep their course for the line, and to keep it.",
        "turn_ships_back": "Ships that were bound for Cuba have put about, one after another, as if by a clock.",
        "raise_alert": ("Leave has been stopped and dispersal begun; the forces are a rung higher.",
                        "Headlights on roads where there are none as a rule. Their forces are a rung higher."),
        "lower_alert": "Units are going back to barracks. The forces are a rung lower.",
        "brief_allies": ("The ambassadors of the fraternal countries were called in together, and came out looking wiser.",
                         "Couriers have gone to the fraternal parties with something sealed.",
                         "The fraternal ambassadors were given tea and told more than is usual."),
        "envoy_to_castro": ("A man of the first rank is in Havana, with a great deal of luggage.", "Their man in Havana was received, and not soon.",
                            "Their man in Havana listened for four hours, the listeners say, and spoke for one.",
                            "The talks in Havana go on. Each side has its own interpreter, and neither is believed."),
        "accept_the_pause": "They have told the Secretary-General that ships can keep clear while people talk. The neutrals applaud.",
        "warn_through_a_visitor": "A visiting businessman was shouted at in the Kremlin for an hour, and was meant to tell us.",
        "speech": ("He spoke, at length, to a hall of foreigners. The hall stood up.", "He spoke to a factory. It was meant for us.",
                   "He has spoken again. The proverbs are new; the rest is not."),
        "answer_peking": "The party press has answered Peking by name, which it does not do lightly.",
        "ask_for_paper": "The Ambassador came with a letter in his pocket and wants one like it back.",
        "ask_for_time": "They say that it is being studied. It is the third word for not yet.",
        "bring_battalions_home": "Troopships have loaded by night. Some thousands of men, it is thought, and glad to go.",
        "proclaim_the_pledge": "The wireless says day and night that Cuba will not be invaded, and that it was for this that the ships went.",
        "let_it_be_known": "A newspaper that knows what it may print has printed something.",
        "send_round_a_draft": ("Their delegation in New York has sent round another paragraph.",
                               "A further paragraph of theirs goes round in New York."),
    },
    WASHINGTON: {
        "tighten_quarantine": ("More is stopped at the line than yesterday. Masters report it in plain language, and some in plainer.",
                               "The line has been drawn tighter. A tanker that passed yesterday would not pass today."),
        "ease_quarantine": "The line lets through what it stopped yesterday.",
        "raise_alert": ("American forces are a rung higher. One can hear it on any wireless set: the orders were not sent in cipher.",
                        "American forces are a rung higher. There are bombers on civil airfields, and people stop to look."),
        "lower_alert": "American forces are a rung lower; the bombers that circled are on the ground.",
        "send_flights_low": "More aircraft over the island, and lower.",
        "stop_low_flights": "Fewer aircraft over the island. The crews at the batteries were told to enjoy it.",
        "strike": "The bombers have been seen to take off.",
        "brief_allies": ("Envoys have flown to the allied capitals with photographs in their cases.",
                         "Allied ambassadors go in and out at the Department, with longer faces each time.",
                         "The allied capitals are being told things before they read them. They are not used to it."),
        "carry_it_to_the_un": ("Their delegate has carried it into the Security Council, with an easel.",
                               "Their delegate holds the floor in the Security Council, and the cameras with it."),
        "speech": ("He has spoken to the country again. It was carried by every station.",
                   "Another address from the White House, short, with a flag behind it.",
                   "He has told his people again what he told them before. They seem to like hearing it."),
        "show_the_photographs": ("Photographs have been handed to the press of the world. They are good photographs.",
                                 "More photographs, with arrows on them. Even those who doubted can read an arrow."),
        "consult_congress": ("The leaders of Congress went in by one door and came out by another, saying nothing in four different ways.",
                             "Senators have been called in again. One of them was heard through the door."),
        "consult_the_council": "The Atlantic Council sat behind closed doors, on missiles that stand on its members' soil.",
        "offer_polaris": "An admiral is to call at Mediterranean ports. There is talk of submarines where there were missiles.",
        "move_italy_too": "The missiles in Italy are to go as well, being old. It is said as if nobody had asked.",
        "write_that_it_is_done": "A private line has come for the Chairman: it has been done as it was said.",
        "nurse_the_story": ("Friendly columnists write of cool nerve, and they write it in much the same words.",
                            "Another column on how calm it was in those rooms. Ours were not there."),
        "name_a_dove": "A magazine has found somebody to call soft. It seems to have been helped.",
        "stand_by_him": "The President has spoken up for the man in the article.",
        "disown_him": "The President has let the man in the article fall.",
        "say_little": "The President has praised the man in the article without denying it.",
        "confirm_the_assurance": "A private letter confirms the assurance on Cuba, so far as matters go well.",
        "keep_it_as_a_chip": "On the assurance for Cuba they say nothing at all, and that on purpose.",
        "cameras_are_enough": "They say now that photographs are as good as inspectors. They did not say so in October.",
        "announce_the_end": "The President has told the press that it is over, with a date for what is not.",
        "ask_about_the_troops": "They ask, politely, about soldiers. No text of ours speaks of soldiers.",
        "give_the_figure": "They have told the press a figure for our soldiers. It is too low, and it makes a noise all the same.",
        "play_it_down": "They call our regiments technicians. It suits us both.",
        "own_up": "They have told the story of the annex themselves.",
        "return_the_paper": "Our letter was handed back, with regret and with both hands.",
        "keep_the_paper": "Our letter was taken, read, and kept.",
        "send_round_a_draft": "Their delegation in New York has sent round another paragraph.",
    },
}
"""By the side that was seen, and its order."""
_TITLES = ("What {them} was seen to do", "{them}, from the outside", "Observed in {them}", "{them}: what could be seen")
_QUIET_END = ("What was done behind doors is not in this report.", "Orders that cannot be seen are not counted here.",
              "There may be more; this is what shows.", "The rest is guesswork, and left to others.")


def report(desk: Desk) -> list[Timed]:
    """One paper with a sentence for each order that was seen done; none where nothing was."""
    known = {order.name: order for order in desk.rulebook.orders[desk.them] if order.is_seen}
    said = [_said(desk, known[name].id, name) for name in desk.seen if name in known
            and not any(effect.meter == "frame" for effect in known[name].effects)]           # a first word has a paper of its own
    if not said:
        return []
    title = desk.pick("seen", _TITLES).format(them=SIDE_NAMES[desk.them])
    return [desk.at("seen", "report", title, _SENDER[desk.side], *said, desk.pick("quiet end", _QUIET_END))]


def _said(desk: Desk, id: str, name: str) -> str:
    if id == "tighten_quarantine" and desk.rose("quarantine")[0] == 0:
        return "There is a line at sea now, and American ships lie on it. Yesterday there was none."
    words = _OF[desk.them].get(id, f"{name}: it was done in the open.")
    return words if isinstance(words, str) else desk.pick(id, words)
