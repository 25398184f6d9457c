"""The numbers of each mechanism, as an author writes them under [rules.NAME] of a scenario. One frozen record a mechanism.

The scenario's schema reads these classes, so a coefficient has exactly one definition: add a field here, a line in the TOML,
and use it in the mechanism. Meters are 0..1000; rates are per half-day unless the name says otherwise; `_ppm` is parts per
million; `_per_mille` is thousandths. Every record carries the source of its numbers.
"""

from dataclasses import dataclass

_STRICT = {"extra": "forbid", "strict": True}    # read by pydantic at the door; the engine itself does not know pydantic


@dataclass(frozen=True)
class Clock:
    __pydantic_config__ = _STRICT
    site_work: int
    """What a half-day adds to Moscow's build-up of sites during the confrontation (M04)."""
    forces_gather: int
    """What a half-day adds to Washington's build-up of strike and invasion forces (M57)."""
    source: str


@dataclass(frozen=True)
class Intelligence:
    __pydantic_config__ = _STRICT
    seen_by_flights_per_mille: tuple[int, int, int]
    """How far Washington's estimate moves toward the truth in a turn, by rung of overflights."""
    seen_by_moscow_per_mille: int
    """How far Moscow's estimate moves toward the truth in a turn."""
    error: int
    """The widest error of a report, either way, in meter points (M87)."""
    source: str


@dataclass(frozen=True)
class Incidents:
    __pydantic_config__ = _STRICT
    danger_ppm: int
    """The dial "how dangerous was it?": chance that a serious incident becomes war at middling strain."""
    pressure: int
    """Pressure that any incident adds."""
    serious_pressure: int
    """Pressure that a serious one adds on top."""
    serious_fear: int
    """Fear that a serious one gives each side."""
    reprisal_pressure: int
    """Pressure that a reprisal for a lost aircraft adds (M13)."""
    reprisal_fear: int
    """Fear that the reprisal gives Moscow."""
    reprisal_hawks: int
    """How far answering the loss quiets Washington's hawks."""
    withheld_hawks: int
    """How far a loss left unanswered stirs them."""
    withheld_relief: int
    """Fear that restraint takes from Moscow."""
    fire_at_sight_per_mille: int
    """What Moscow's loosened rule of fire adds to the step from clash to war."""
    hit_back_per_mille: int
    """What a reprisal adds to that step."""
    general_at_alerts: int
    """Sum of both alert rungs from which a war is general, not local."""
    gunners_per_mille: int
    """What guns that Castro has told to fire add to the incidents marked as theirs (M52)."""
    source: str


@dataclass(frozen=True)
class Pressure:
    __pydantic_config__ = _STRICT
    eases_per_mille: int
    """What a half-day takes off, per mille of what there is."""
    quarantine: int
    """Where each rung of quarantine would hold the meter."""
    alert: int
    """Where each rung of alert above peace would hold it."""
    peace_alerts: int
    """Sum of both alert rungs in peace."""
    answered: int
    """What any answer to a letter takes off."""
    linked: int
    """Pressure that each side's open talk of missiles elsewhere adds: an anxious day for both capitals (M23)."""
    warm: int
    """Pressure that a warm or anguished letter takes off."""
    stern: int
    """Pressure that a stern one adds."""
    aloud: int
    """Pressure that each proposal adds which is read out to the world: it asks for an answer before the same audience (theory/models.md 1.6)."""
    source: str


@dataclass(frozen=True)
class Fear:
    __pydantic_config__ = _STRICT
    eases_per_mille: int
    pressure_felt_above: int
    """Pressure below this frightens nobody."""
    by_pressure_per_mille: int
    by_sight_per_mille: int
    """Share of the estimated build-up across the table that turns into fear."""
    quarantine_bites: tuple[int, int, int, int, int]
    """Where each rung of the quarantine would hold Moscow's fear: each further rung returns less (M02)."""
    ultimatum: int
    """Fear that an ultimatum gives a reader who half believes its writer; each one before it takes a share off (M61)."""
    source: str


@dataclass(frozen=True)
class Belief:
    __pydantic_config__ = _STRICT
    anguish_tells_per_mille: int
    """How far an anguished letter moves the reader's idea of the writer's fear toward the truth (M11)."""
    plain_tells_per_mille: int
    """How far any other letter does."""
    costly_sign: int
    """Belief in the other's resolve that each order seen done adds which raised the pressure (M01)."""
    soft_sign: int
    """What each order seen done that lowered it takes off."""
    tired_per_mille: int
    """Share of what it sees that a wholly tired side fails to take in."""
    fades_per_mille: int
    """How far, per half-day, a belief in the other's resolve drifts to the middle."""
    labels_per_mille: int
    """How far, per turn, the press's talk of hawks and doves moves Moscow's idea of Washington's resolve to the sway of its hawks (M29)."""
    source: str


@dataclass(frozen=True)
class Delivery:
    __pydantic_config__ = _STRICT
    garbled_from_hours: int
    """Hours awake from which an envoy's exact words may arrive loose (M09)."""
    garbled_ppm: int
    """Chance that they do."""
    watch_from_hours: int
    """Hours awake of the man on watch from which letters lie unread more easily."""
    watch_ppm: int
    """What is added to the chance that a letter is overlooked."""
    source: str


@dataclass(frozen=True)
class Bargaining:
    __pydantic_config__ = _STRICT
    letter_open_turns: int
    """How many turns after it arrives a letter can still be answered."""
    council_needs: int
    """Allied standing from which the NATO Council lets an open trade of the missiles abroad pass (M41)."""
    council_refuses: int
    """Allied standing lost when it does not."""
    agreement_pressure: int
    agreement_fear: int
    agreement_hawks: int
    """What an agreement in principle takes off each meter."""
    refused_pressure: int
    """Pressure a refusal adds."""
    refused_fear: int
    """Fear a refusal gives the writer."""
    deadline_pressure: int
    """Pressure that a deadline adds when it passes unanswered (M60)."""
    paper_worth: tuple[int, int]
    """What a term on paper is worth more, to Washington (which fears the trail) and to Moscow (which wants it) (M34, M35)."""
    exact_worth: int
    """What exact wording is worth, either side: drafting is a nuisance now."""
    weighty: int
    """Worth of a step from which paper and exact words count in full; on a lighter one they count in proportion. 0: always in full."""
    calm_below: int
    """Signed with both sides' fear below this, an agreement may open a wider reassessment (M21)."""
    council_hears: int
    """Allied standing less that the Council asks for each session in which it was heard (M41)."""
    congress_needs: int
    """Home standing from which Congress lets a formal pledge pass that keeps no treaty rights (M73)."""
    congress_refuses: int
    """Home standing lost when it does not."""
    news_per_mille: int
    """What is left of a term's gains and losses where it is news and not a pledge (M33)."""
    condition_per_mille: int
    """What each condition takes off a term's gains and losses (M71, M72)."""
    haste_above: int
    """Fear of either side from which haste may blur exact words at signing (M07, M22)."""
    haste_ppm: int
    """Chance that it does, for each issue."""
    bluff_face: int
    """Face a side loses when its own deadline passes unanswered (M61); more each time."""
    secret_mattered: int
    """0: the record, in which fear decided (M25). 1: the letter of 28 October, which calls the promise an important factor (M33)."""
    without_the_bases: tuple[int, int]
    """What Moscow asks more for taking the missiles out where nothing is said of those in Turkey: by the record, by the letter."""
    linkage: int
    """What a warm pledge makes a withdrawal of troops worth more to Moscow, in one text (M88)."""
    forecast_failed: int
    """Trust in the military that an agreement costs a leader whose soldiers forecast none (M15)."""
    formal_pledge: tuple[int, int, int, int, int]
    """Freedom of manoeuvre that each step of the pledge takes from Washington (M68)."""
    source: str


@dataclass(frozen=True)
class Secrecy:
    __pydantic_config__ = _STRICT
    in_the_know: tuple[int, int]
    """People who share an annex once it is agreed: Washington's, Moscow's (M38)."""
    leak_ppm_per_holder: int
    """Expected leaks per holder and half-day at middling press heat."""
    paper_per_mille: int
    """What a paper trail adds to the hazard (M35)."""
    cover_per_mille: int
    """What a cover story takes off it (M44)."""
    press_cold_per_mille: int
    press_hot_per_mille: int
    """Hazard at press heat 0 and 1000."""
    lied_per_mille: int
    """What a leak adds to the public price for having been denied (M31)."""
    castro: int
    """How far a leak angers Castro (M49)."""
    distrust_per_mille: int
    """What a military nobody trusts adds to the hazard on Washington's side, at trust 0 (M15)."""
    pressed_per_mille: int
    """What pressing in public on a clause in force adds to the hazard on the other side (M67)."""
    exposed_per_mille: int
    """Share of the public price that hands tied in public add when the annex comes out (M30)."""
    thanked_allies: int
    """Allied standing that an annex about the missiles abroad gains Washington from allies who think a trade was refused (M32)."""
    credit: int
    """Home standing a half-day that a denied annex earns each side; it is owed back when it comes out (M31)."""
    credit_at_most: int
    """Where that credit ends."""
    paper_kept: int
    """Face that Moscow gains when its paper on the annex is kept (M34)."""
    paper_refused: int
    """Faith in Washington that it loses when the paper is handed back (M35)."""
    source: str


@dataclass(frozen=True)
class Audience:
    __pydantic_config__ = _STRICT
    said_in_public: int
    """Exposure that a public proposal adds to each issue it names (M26)."""
    fades_per_mille: int
    """What a half-day takes off exposure."""
    secret_share_per_mille: int
    """Share of the public price that a secret term costs at once."""
    secret_gain_per_mille: int
    """Share of a gain that shows where it lies in the annex: it gives its receiver no public face."""
    rally: int
    """Face that speaking aloud gains, less where hands are tied already (M26)."""
    bombers_wait_home: int
    """Home standing that Washington loses each loose-ends turn while the bombers are unsettled (M56)."""
    unverified_home: int
    """Home standing that Washington loses a turn while weapons leave and nobody it trusts has looked (M62)."""
    cameras: int
    """Rung of overflights from which aircraft stand in for inspectors."""
    story_unanswered: int
    """Home standing lost a turn while the President says nothing about his friend in the newspaper (M28)."""
    troops_seen_home: int
    """Home standing that each turn of the settlement costs Washington while Soviet troops stay, per mille of those it counts (M81, M86)."""
    source: str


@dataclass(frozen=True)
class Factions:
    __pydantic_config__ = _STRICT
    clash: int
    """Sway of hawks that a serious incident adds, either side."""
    passes_per_mille: int
    """Share of their sway that hawks lose per half-day after a deal."""
    sites_near_per_mille: int
    """Share of the estimated sites that turns into sway of Washington's hawks (M04)."""
    weigh_hawks_per_mille: int
    weigh_sites_per_mille: int
    weigh_forces_per_mille: int
    """How the strike motion weighs sway, estimated sites and own forces (M15)."""
    silence: int
    """Sway that each half-day without any word from Moscow on the table gives Washington's hawks: building in silence invites a strike."""
    tabled_again: int
    """Sway the Chiefs win each turn after the deal while missiles are still in Cuba (M16)."""
    trust_per_mille: int
    """What trust in the military adds to the weight of their motion, at trust 1000 (M15)."""
    failed_forecast: int
    """Trust lost while the missiles leave although the Chiefs said they would not."""
    heard_above: int
    """Sway from which the Chiefs, overruled by a deal, find friends in Congress (M15, M16) ..."""
    heard_home_per_mille: int
    """... and home standing that each turn of it costs Washington, per mille of the sway beyond."""
    dread_above: int
    """Fear from which the cabinet reckons with the worst (M10)."""
    dread: int
    """What dread adds to the sway of hawks per half-day: better now than later."""
    source: str


@dataclass(frozen=True)
class ThirdParties:
    __pydantic_config__ = _STRICT
    not_asked: int
    """Castro's anger when the missiles are bargained away without him (M49)."""
    inspectors_promised: int
    """His anger when inspectors are promised on Cuban soil (M50)."""
    no_inspectors: int
    """His relief when they are not (M53)."""
    chip: int
    """His anger when Cuba is traded in the open for missiles elsewhere."""
    overflights: int
    """Anger that each rung of overflights adds per half-day (M52)."""
    cools_per_mille: int
    press_rests_at: int
    press_moves_per_mille: int
    guns_above: int
    """Castro's anger from which his own gunners are told to fire (M52)."""
    guns_below: int
    """And below which they are told to wait."""
    china_retreat: int
    """What an agreement to take the missiles out adds to Peking's polemics (M76)."""
    china_hedge: int
    """What each dispute over the pledge, and each condition on it, adds."""
    china_cools_per_mille: int
    china_face_per_mille: int
    """Share of the polemics that costs Moscow face each half-day (M76)."""
    conduct: int
    """Face that Moscow loses a turn where the pledge hangs on Cuba's conduct and Havana shoots or shouts (M77)."""
    bombers_unblessed: int
    """Allied standing that signing the bombers away costs Moscow while Castro is against it (M53)."""
    blessing_below: int
    """Castro's anger below which he lets them go."""
    pledge_chilled: int
    """What the no-invasion pledge does to Castro's anger when it is given: it is for his sake."""
    raids_anger: int
    """Anger a half-day that unleashed exiles cause, for each step of the leash (T23)."""
    shipping: tuple[int, int, int, int, int]
    """Allied standing a turn that each rung of the quarantine gives or costs Washington: a mild start has the world with it (M03)."""
    source: str


@dataclass(frozen=True)
class Implementation:
    __pydantic_config__ = _STRICT
    missiles_leave: int
    """Per mille of the missiles that leave per half-day."""
    bombers_leave: int
    consent_below: int
    """Castro's anger below which he may admit inspectors at all (M50)."""
    consent_ppm_per_point: int
    """Chance per turn for each point below that."""
    barred_home: int
    """Home standing Washington loses a turn while promised inspectors are barred."""
    dispute_pressure: int
    dispute_home: int
    """What a collision of two readings adds to pressure, and takes from each side's home standing (M65)."""
    longest_heat: int
    """Half-days of a turn beyond which disputes grow no likelier."""
    settled_home: int
    """Home standing Washington regains when the bombers are settled (M64)."""
    supervised_step: int
    """Steps that a condition not met moves Washington's reading of a term (M71)."""
    hedged_face: int
    """Face that a dispute over the pledge costs Moscow (M75)."""
    jupiters_leave: int
    """Per mille of the missiles in Turkey that go per half-day once a group has been told to see to it and Turkey agrees (M46)."""
    jupiters_drift: int
    """Per mille that go with such a group but without Turkey: the allies' own arguments (M43)."""
    ankara_needs: int
    """Turkey's consent from which they can go (M43)."""
    promise_broken_face: int
    """Face Washington loses, and faith Moscow, where the promise of the missiles abroad is not kept in time."""
    troops_leave_per_mille: tuple[int, int, int, int, int]
    """Share of the Soviet troops that goes per half-day of the settlement, by the step of the ladder as Moscow reads it (M84, M85)."""
    troops_known_per_mille: int
    """Share of the true number that Washington's counts come to (M87)."""
    count_moves_per_mille: int
    """How far Washington's count moves there a turn."""
    draft_fails: int
    """Pressure at the United Nations that each further draft takes off: the item bores everybody (M78)."""
    forces_rest: int
    """What a half-day after the deal takes off Washington's build-up (M57)."""
    source: str


@dataclass(frozen=True)
class Fatigue:
    __pydantic_config__ = _STRICT
    alert: int
    """Sleep lost per half-day and rung of own alert, in tenths of an hour."""
    serious: int
    """Sleep lost to each serious incident."""
    restless_per_mille: int
    """Sleep lost per half-day per mille of pressure."""
    rest: int
    """Sleep regained in every half-day."""
    nights_rest: int
    """Sleep regained in each half-day of a turn beyond its first: ordinary nights."""
    dread_above: int
    """Fear from which the cabinet sleeps badly (M10)."""
    dread: int
    """Sleep lost to it a half-day."""
    bed_hours: tuple[int, int]
    """Hours in bed that each member of the team gets in a half-day of the crisis, at calm and at full pressure."""
    falls_at_hours: int
    """Hours awake from which a member of the team may fall asleep at the table (M08)."""
    falls_ppm: int
    """Chance a turn that he does; then he is away."""
    source: str


@dataclass(frozen=True)
class Endings:
    __pydantic_config__ = _STRICT
    base_stands: int
    """Sites from which an unresolved confrontation ends as a base accepted (M04)."""
    kept_disputes: int
    """Most disputes with which an agreement still counts as kept."""
    reassessment_disputes: int
    """Most disputes with which a calm signing becomes a reassessment (M21)."""
    peace: tuple[int, int, int, int, int, int, int, int, int, int]
    """The peace part of a score, by ending as numbered in endings.ENDINGS; war is worst for both."""
    left_per_mille: tuple[int, int, int, int, int, int, int, int, int, int]
    """What is left of every other part of a score, by ending."""
    freedom_per_mille: int
    """What freedom of manoeuvre weighs in security, above and below its middle (M68)."""
    faith_per_mille: int
    """What the other side's faith in one's word weighs in security, above and below what it was at the start (M35, M47, M69)."""
    jupiters_out: int
    """Per mille of the missiles in Turkey that must be gone for the promise to be kept."""
    told_in_1969: int
    """Home and allied standing that the memoir of 1969 costs whoever lived by the denial (M40); counted in the epilogue."""
    base_face: int
    """What a base accepted moves from Washington's home, allies and face to Moscow's."""
    source: str


@dataclass(frozen=True)
class Rules:
    __pydantic_config__ = _STRICT
    clock: Clock
    intelligence: Intelligence
    incidents: Incidents
    pressure: Pressure
    fear: Fear
    belief: Belief
    delivery: Delivery
    bargaining: Bargaining
    secrecy: Secrecy
    audience: Audience
    factions: Factions
    third_parties: ThirdParties
    implementation: Implementation
    fatigue: Fatigue
    endings: Endings
