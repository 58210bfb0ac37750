"""The table of settings, the only list of them: type, default, check and help of each.

`recall config`, its completion, the settings file, the tables of both READMEs and the tests are
made from it.
"""

from __future__ import annotations

from datetime import time

from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Annotated

    from recall.domain.calendar.budget import DAY_MINUTES
    from recall.settings.checks import (
        Check,
        database_address,
        minutes,
        one_of,
        share,
        start_of_day,
        whole,
        written,
        yes_or_no,
        zone,
    )


class Setting(NamedTuple):
    """How a value is checked, and what the setting does, in English and in Chinese.

    at_start: the page looks at it only when it starts. is_private: it may hold a password, so that
    no page and no message shows it.
    """

    check: Check
    help: str
    help_zh: str
    at_start: bool = False
    is_private: bool = False


class Settings(NamedTuple):
    """The settings in force, checked. A row is a setting: its field, type, Setting and default.

    Reminders are kept as text; domain/reminders/settings.py reads and writes it.
    """

    daily_minutes: Annotated[
        int,
        Setting(
            minutes(1, DAY_MINUTES),
            "Minutes a day for revisits and first readings.",
            "每天用于重温和阅读的分钟数",
        ),
    ] = 45
    weekday_minutes: Annotated[
        str,
        Setting(
            written("calendar.budget", "weekdays"),
            "Minutes on the days of the week that differ, as 'sat 20, sun 0'; 0 is a day off.",
            "一周里分钟数不同的日子，如 `周末 20` 或 `sat 20, sun 0`；0 表示休息",
        ),
    ] = ""
    new_share: Annotated[
        float,
        Setting(
            share(0, 1),
            "Share of the day's minutes that is for first readings, if there are any.",
            "有新资料可读时，每天留给新读的份额（0 到 1）",
        ),
    ] = 0.4
    sitting_minutes: Annotated[
        int,
        Setting(
            minutes(5, DAY_MINUTES),
            "Minutes of one sitting, for a reading that is too long for one day.",
            "一次读不完的资料，每次读多少分钟",
        ),
    ] = 20
    day_start: Annotated[
        time,
        Setting(
            start_of_day,
            "Time at which a study day begins; until then it is still the day before.",
            "一天从几点算起；在此之前还算昨天",
        ),
    ] = time(4, 0)
    time_zone: Annotated[
        str,
        Setting(
            zone,
            "Time zone of the study day, as Asia/Shanghai; if empty, the computer's own.",
            "时区，如 `Asia/Shanghai`；空表示用电脑的",
        ),
    ] = ""
    desired_retention: Annotated[
        float,
        Setting(
            share(0.70, 0.97),
            "Probability that you still remember a resource when it is due.",
            "重温时还记得的概率",
        ),
    ] = 0.90
    maximum_interval: Annotated[
        int,
        Setting(
            whole(1, 36500),
            "Longest interval between two revisits, in days.",
            "两次重温最多间隔多少天",
        ),
    ] = 365
    spread: Annotated[
        bool,
        Setting(
            yes_or_no,
            "Move a due date by a few days, to the least busy day near it.",
            "把到期日稍微挪到附近最空的一天",
        ),
    ] = True
    database_url: Annotated[
        str,
        Setting(
            database_address,
            "Where the library is; RECALL_DATABASE_URL overrides it; if empty, on this computer.",
            "库在哪里；环境变量 `RECALL_DATABASE_URL` 优先",
            is_private=True,
        ),
    ] = ""
    language: Annotated[
        str,
        Setting(
            one_of("auto", "en", "zh"),
            "Language of the reminders and of the page; auto is the computer's own.",
            "提醒和网页的语言：`zh`、`en`，`auto` 表示跟随电脑",
        ),
    ] = "auto"
    remind_on: Annotated[bool, Setting(yes_or_no, "Show reminders on the desktop.", "是否提醒")] = (
        True
    )
    remind_times: Annotated[
        str,
        Setting(
            written("reminders.settings", "times"),
            "Times of the digest, the reminder of what is due, as 09:00, 18:30.",
            "提醒的时刻，可以有几个，如 `09:00, 18:30`",
        ),
    ] = "09:00"
    remind_quiet: Annotated[
        str,
        Setting(
            written("reminders.settings", "quiet"),
            "Hours without reminders, or none; a reminder that falls in them comes at their end.",
            "免打扰时段，推迟到结束时；`none` 表示没有",
        ),
    ] = "22:00-08:00"
    remind_days: Annotated[
        str,
        Setting(
            written("text.weekdays", "days"),
            "Days of the week on which reminders come, as mon-fri.",
            "星期几提醒，如 `周一至周五`、`每天`",
        ),
    ] = "every day"
    remind_kinds: Annotated[
        str,
        Setting(
            written("reminders.settings", "kinds"),
            "Kinds of reminders: digest (what is due), nudge (in the evening, if nothing of the "
            "day is done), series (the next part of a series can be read).",
            "每日提醒、晚间提醒、系列解锁，选其中几种",
        ),
    ] = "digest, nudge, series"
    remind_nudge: Annotated[
        str,
        Setting(written("reminders.settings", "time"), "Time of the nudge.", "晚间提醒的时刻"),
    ] = "19:00"
    remind_stay: Annotated[
        bool,
        Setting(
            yes_or_no,
            "Keep a reminder on the screen until it is seen, where the desktop can.",
            "提醒是否一直显示到看过为止（取决于桌面是否支持）",
        ),
    ] = False
    remind_machines: Annotated[
        str,
        Setting(
            one_of("once", "each"),
            "If several machines share a library, remind once, or on each.",
            "多台机器共用一个库时，`once` 只提醒一次，`each` 每台都提醒",
        ),
    ] = "once"
    check_on: Annotated[
        bool,
        Setting(
            yes_or_no,
            "Let the background program check the links that were checked longest ago, 20 a day.",
            "后台程序每天检查 20 个最久没查过的链接是否还能打开",
        ),
    ] = False
    fetch_on: Annotated[
        bool,
        Setting(
            yes_or_no,
            "Ask the page of what is added for its title and length.",
            "添加链接时是否打开网页读取标题和长度",
        ),
    ] = True
    sync_on: Annotated[
        bool,
        Setting(
            yes_or_no,
            "Let the background program keep lists and library in step, once you have synced them.",
            "是否由后台程序让列表文件与库保持一致（先用 `recall sync` 同步一次）",
        ),
    ] = False
    web_on: Annotated[
        bool,
        Setting(
            yes_or_no,
            "Let the background program serve the page too; a click on a reminder opens it.",
            "后台程序是否同时提供网页；点击提醒时打开网页",
        ),
    ] = False
    web_port: Annotated[
        int,
        Setting(
            whole(1, 65535),
            "Port of the page on this computer.",
            "网页在本机使用的端口",
            at_start=True,
        ),
    ] = 7322
    web_hosts: Annotated[
        str,
        Setting(
            written("text.host_names", "hosts"),
            "Further names by which the page may be asked for, such as that of an HTTPS proxy.",
            "网页还可以用哪些主机名访问，如 HTTPS 代理的名字",
            at_start=True,
        ),
    ] = ""


TOML_TABLES = ("remind", "check", "sync", "fetch", "web")
"""Tables of the settings file: the field remind_times is the key `times` of the table [remind]."""


def _key(field_name: str) -> str:
    table, _, name = field_name.partition("_")
    return f"{table}.{name}" if table in TOML_TABLES else field_name


def field(key: str) -> str:
    """Return the field of Settings that holds a setting."""
    return key.replace(".", "_")


SETTINGS: Mapping[str, Setting]
"""The settings by the key that people write, such as remind.times.

Most commands need the values alone, so it is made of the annotations when it is first asked for.
"""


def __getattr__(name: str) -> object:
    if name != "SETTINGS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    global SETTINGS  # noqa: PLW0603 - made once
    SETTINGS = _rows()
    return SETTINGS


def _rows() -> dict[str, Setting]:
    from typing import Annotated, get_type_hints

    from recall.domain.calendar.budget import DAY_MINUTES
    from recall.settings import checks

    known = {**vars(checks), "DAY_MINUTES": DAY_MINUTES, "Annotated": Annotated}
    hints = get_type_hints(Settings, localns=known, include_extras=True)
    return {_key(name): hints[name].__metadata__[0] for name in Settings._fields}
