"""Statistics of a library that was used for some weeks, for tests of the sentences about them."""

from datetime import timedelta

from recall.domain.memory.accuracy import Accuracy
from recall.domain.memory.recalled import Recalled
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.summary import Tally
from recall.domain.statistics.time_spent import TimeSpent
from recall.storage.tables.results.recalled import Beginning
from recall.usecases.memory.plain_statistics import KeptNow, PlainStatistics
from recall.usecases.memory.statistics import Statistics
from testing.libraries.factories import TODAY

RECALLED = Recalled(revisits=48, passed=41, judged=48, expected=48 * 0.88, wanted=48 * 0.9)
TOLD = PlainStatistics(
    total=RECALLED,
    dated=RECALLED,
    verdict="as wanted",
    by_month={},
    by_week={},
    by_lateness={},
    has_revisits=True,
    beginning=Beginning(1, TODAY),
    kept=KeptNow(40, 31, 20.0),
    progress=ListProgress(10, 4, (), has_pace=True),
)
COUNTS = Statistics(
    today=TODAY,
    first=TODAY - timedelta(83),
    has_begun=True,
    total=Tally(48, 41, 3, 600),
    by_month={},
    by_week={},
    by_day={},
    by_kind={},
    by_section={},
    accuracy=Accuracy(),
    streak=Streak(),
    spent=TimeSpent(600, done=20, days=25, planned=25 * 45),
    told=TOLD,
)
