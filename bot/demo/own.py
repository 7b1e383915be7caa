"""A visitor's own programme: a name, days and teams become a programme file as the example is."""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import tomli_w

from bot.demo import own_texts as texts
from handlers.flow.words import folded
from handlers.markup import Html, plain
from handlers.programme_file import ProgrammeErrors, ProgrammeFile, read_programme
from handlers.tongue import Tongue, tongue

EXAMPLE = Path(__file__).parents[2] / "programmes" / "eksempel.toml"
FEWEST, MOST_SAMLINGER, MOST_TEAMS = 2, 7, 30
LONGEST = 100
YEARS = range(2015, 2061)
_AS_IN_THE_EXAMPLE = ("teams", "report", "reflection", "samling")
_OF_THE_SUBJECT = "nytilsatte"  # a question that fits the example's own subject alone
_LANGUAGES = ("nb", "nn", "en")
Field = Literal["name", "samlinger", "teams"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: in which field, which of several in it (from 1), and why."""

    field: Field
    sentence: Callable[[Tongue], Html]
    number: int | None = None

    def told(self, t: Tongue) -> dict[str, object]:
        """JSON-ready, in somebody's language."""
        said = plain(self.sentence(t))
        return {"field": self.field, "number": self.number, "sentence": said}


class NotYet(Exception):
    """No programme can be made of this; ``faults`` holds everything that is to be mended."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} things to mend")
        self.faults = faults


def own_programme(
    name: str, samlinger: Sequence[str], teams: Sequence[str], language: str
) -> ProgrammeFile:
    """Make a programme of a name, ISO days in their order, and teams; ``NotYet`` with every fault.

    What was left empty between others does not count.
    """
    named, wanted = name.strip(), [one.strip() for one in teams if one.strip()]
    days = [(place, _day(one)) for place, one in enumerate(samlinger, 1) if one.strip()]
    faults = [*_of_name(named), *_of_days(days), *_of_teams(wanted)]
    if faults:
        raise NotYet(faults)
    tables = _tables(named, [day for _, day in days if day], wanted, language)
    try:
        return read_programme(tomli_w.dumps(tables))
    except ProgrammeErrors as error:
        raise NotYet([Fault("name", one.sentence) for one in error.complaints]) from None


def _tables(
    name: str, days: Sequence[date], teams: Sequence[str], language: str
) -> dict[str, object]:
    example = _example()
    reminders = {key: kept for key, kept in example["reminders"].items() if key != "pauses"}
    return {
        "schema": 1,
        "id": _id(name, "egen"),
        "name": name,
        "language": language,
        "timezone": example["timezone"],
        "reminders": reminders,
        **{key: example[key] for key in _AS_IN_THE_EXAMPLE},
        "team": [
            {"id": f"{_id(one, 'team')[:36]}-{place}", "name": one}
            for place, one in enumerate(teams, 1)
        ],
        "milestone": [
            {"id": f"samling-{n}", "kind": "samling", "title": _title(n), "when": day.isoformat()}
            for n, day in enumerate(days, 1)
        ],
    }


def _title(number: int) -> dict[str, str]:
    return {one: plain(texts.samling(tongue(one), number)) for one in _LANGUAGES}


@cache
def _example() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    found["samling"]["sign_up"].pop("allergies", None)  # type: ignore[attr-defined]  # a table
    asked = found["report"]["question"]
    found["report"]["question"] = [one for one in asked if one["key"] != _OF_THE_SUBJECT]  # type: ignore[attr-defined]
    return found


def _id(name: str, otherwise: str) -> str:
    """The name in the letters that an id may have."""
    plainly = name.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return re.sub(r"[^a-z0-9]+", "-", plainly)[:40].strip("-") or otherwise


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said.strip())
    except ValueError:
        return None


def _of_name(name: str) -> Iterator[Fault]:
    if not name:
        yield Fault("name", texts.no_name)
    elif len(name) > LONGEST:
        yield Fault("name", lambda t: texts.long_name(t, LONGEST))


def _of_days(days: Sequence[tuple[int, date | None]]) -> Iterator[Fault]:
    if len(days) < FEWEST:
        yield Fault("samlinger", lambda t: texts.few_samlinger(t, FEWEST))
    if len(days) > MOST_SAMLINGER:
        yield Fault("samlinger", lambda t: texts.many_samlinger(t, MOST_SAMLINGER))
    before: date | None = None
    for place, day in days:
        if (sentence := _about_day(place, day, before)) is not None:
            yield Fault("samlinger", sentence, place)
        before = day or before


def _about_day(
    place: int, day: date | None, before: date | None
) -> Callable[[Tongue], Html] | None:
    """What is wrong with a date, after the one ``before`` it."""
    if day is None:
        return lambda t: texts.no_day(t, place)
    if day.year not in YEARS:
        return lambda t: texts.odd_year(t, place, day)
    if before is None or before < day:
        return None
    wrong = texts.same_day if before == day else texts.before_the_last
    return lambda t: wrong(t, place)


def _of_teams(teams: Sequence[str]) -> Iterator[Fault]:
    if not teams:
        yield Fault("teams", texts.no_team)
    if len(teams) > MOST_TEAMS:
        yield Fault("teams", lambda t: texts.many_teams(t, MOST_TEAMS))
    seen: set[str] = set()
    for place, name in enumerate(teams, 1):
        if len(name) > LONGEST:
            yield Fault("teams", lambda t: texts.long_team(t, LONGEST), place)
        elif folded(name) in seen:
            yield Fault("teams", _same_team(name), place)
        seen.add(folded(name))


def _same_team(name: str) -> Callable[[Tongue], Html]:
    return lambda t: texts.same_team(t, name)
