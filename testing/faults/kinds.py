"""All kinds of faults."""

from testing.faults.crowds.kinds import CROWDS
from testing.faults.daemon.trials import KIND as DAEMON
from testing.faults.damage.kinds import DAMAGE
from testing.faults.hostile.doors import HOSTILE
from testing.faults.kills.clocks import MOVED
from testing.faults.kills.crowds import CROWD
from testing.faults.kills.filled import FILLED, LIMITED
from testing.faults.kills.killed import KILLED
from testing.faults.kind import Kind
from testing.faults.servers.killed import KILLED_ON_SERVER
from testing.faults.servers.kinds import SERVER

KINDS: tuple[Kind, ...] = (
    KILLED,
    KILLED_ON_SERVER,
    CROWD,
    FILLED,
    LIMITED,
    MOVED,
    SERVER,
    DAEMON,
    *DAMAGE,
    *CROWDS,
    *HOSTILE,
)
