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
    calm_below: int
    """Signed with both sides' fear below this, an agreement may open a wider reassessment (M21)."""
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
    bombers_wait_home: int
    """Home standing that Washington loses each loose-ends turn while the bombers are unsettled (M56)."""
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
    shipping: int
    """Allied standing that each rung of quarantine above the second costs Washington a turn."""
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
    bargaining: Bargaining
    secrecy: Secrecy
    audience: Audience
    factions: Factions
    third_parties: ThirdParties
    implementation: Implementation
    fatigue: Fatigue
    endings: Endings
