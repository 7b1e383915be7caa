"""Programmes to rehearse, and rehearsals made by hand for the auditor to find something in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.rehearsal import Judged, judged
from bot.rehearsal.values import Done, Message, Part, Player, Rehearsal, Version, Wish
from handlers.programme_file import ProgrammeFile, read_programme
from tests.room import PROGRAMMES

OSLO = ZoneInfo("Europe/Oslo")
# A samling that people travel to, a month that becomes a date, and a team that has no Telegram.
SMALL = """
schema = 1
id = "liten"
name = "Liten"
language = "LANGUAGE"
[teams]
[[team]]
id = "a"
name = "Havnes"
[[team]]
id = "b"
name = "Elvvik"
[[team]]
id = "c"
name = "Skarvnes"
telegram = false
[samling.sign_up]
days_before = 10
[samling.practicalities]
[samling.presence]
[samling.thanks]
[[milestone]]
id = "samling-1"
kind = "samling"
title = "Start"
when = "2026-09-10T10:00/2026-09-10T14:00"
place = "Tromsø"
[[milestone]]
id = "samling-2"
kind = "samling"
title = "Slutt"
when = "2026-12"
mode = "digital"
[report]
days_before = 7
measures = true
[reflection]
[[reflection.question]]
key = "tar-med"
ask = "Hva tar du med deg?"
kind = "text"
"""


def small(language: str = "nb") -> ProgrammeFile:
    return read_programme(SMALL.replace("LANGUAGE", language))


@cache
def played_small(language: str = "nb") -> Judged:
    return judged(small(language))


@cache
def played(name: str) -> Judged:
    return judged(read_programme((PROGRAMMES / name).read_text(encoding="utf-8")))


# By hand

STATES = """
schema = 1
id = "hand"
name = "Hand"
[[team]]
id = "a"
name = "Havnes"
[[team]]
id = "b"
name = "Elvvik"
[[milestone]]
id = "samling-1"
kind = "samling"
title = "Start"
when = "2026-09-10T10:00/2026-09-10T14:00"
[[milestone]]
id = "samling-2"
kind = "samling"
title = "Midt"
when = "2026-12-02"
[[milestone]]
id = "samling-3"
kind = "samling"
title = "Slutt"
when = "2027-06"
[[milestone]]
id = "tilskudd"
kind = "frist"
title = "Tilskudd"
when = "--04-01"
[samling.sign_up]
days_before = 14
[report]
days_before = 7
measures = true
[reflection]
[[reflection.question]]
key = "tar-med"
ask = "Hva tar du med deg?"
kind = "text"
"""
JOINED = datetime(2026, 8, 3, 8, tzinfo=UTC)


def by_hand(
    *messages: Message,
    done: tuple[Done, ...] = (),
    wishes: tuple[Wish, ...] = (),
    text: str = STATES,
) -> Rehearsal:
    """A participant of team a, and these messages."""
    player = Player(0, "Kari", "participant", "a", JOINED)
    version = Version(JOINED, read_programme(text))
    return Rehearsal(
        1, JOINED, JOINED + timedelta(days=400), (version,), (player,), messages, done, wishes
    )


def at(day: str, clock: str = "13:30") -> datetime:
    """An instant by the clock on the wall in Oslo."""
    wall = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), OSLO)
    return wall.astimezone(UTC)


def push(when: datetime, *parts: Part, text: str = "") -> Message:
    """A reminder to her; its own text, unless one is given."""
    said = text or f"{when.isoformat()} {parts}"
    return Message(when, 0, "a", "push", said, parts, push=f"push {when.isoformat()}", silent=True)


def wish(hour: str | None = None, days: str | None = None, paused_until: str | None = None) -> Wish:
    """What she wished from the start on."""
    until = date.fromisoformat(paused_until) if paused_until else None
    return Wish(JOINED, 0, time.fromisoformat(hour) if hour else None, days, until)


def with_reminders(extra: str) -> str:
    """The programme with these lines under [reminders]."""
    return f"{STATES}\n[reminders]\n{extra}\n"


def later(message: Message, **duration: float) -> Message:
    return replace(message, at=message.at + timedelta(**duration))
