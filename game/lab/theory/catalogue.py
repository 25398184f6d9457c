"""Every model in one list, for whoever shows a number together with what it does not bear.

Comes in: the families. Goes out: their caveats in the order of docs/theory.md. Never here: a number.
"""

from .audience_costs import FEARON_1994
from .brinkmanship import DIXIT_SKEATH
from .caveat import Caveat
from .critical_risk import CRITICAL_RISK
from .deterrence import LANGLOIS, ZAGARE_KILGOUR
from .escalation import POWELL
from .minimum_bid import MINIMUM_BID
from .private_threats import KURIZAKI
from .signals import CRAWFORD_SOBEL, WAGNER
from .sleep import DAWSON_REID, THREE_PROCESS, VAN_DONGEN
from .two_by_two import BRAMS
from .zone import FEARON_1995, PUBLIC_COMMITMENT

MODELS: tuple[Caveat, ...] = (
    DIXIT_SKEATH, CRITICAL_RISK, MINIMUM_BID, POWELL, FEARON_1994, KURIZAKI, PUBLIC_COMMITMENT, FEARON_1995, ZAGARE_KILGOUR, BRAMS, CRAWFORD_SOBEL,
    WAGNER, LANGLOIS, DAWSON_REID, VAN_DONGEN, THREE_PROCESS,
)
