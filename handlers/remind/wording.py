"""What a push says of one thing, by its kind."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from handlers.agenda import agenda
from handlers.markup import Html, lines, paragraphs, safe
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    is_for_individuals,
    sign_up_is_binding,
)
from handlers.programme_file.text import Text
from handlers.remind import texts
from handlers.remind.hours import local_day
from handlers.remind.ladder import Ladder
from handlers.remind.occasions import practicalities_shift
from handlers.remind.plan import Part
from handlers.remind.standing import Standing
from handlers.timeline import in_time, is_over
from handlers.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a push that is still true."""

    standing: Standing
    part: Part
    about: Milestone
    ladder: Ladder


def sentence(  # noqa: C901 - a line a kind
    t: Tongue, line: Line, now: datetime, *, details: bool
) -> Html:
    """Say it; without ``details`` it is short enough to stand beside many others."""
    title = t.pick(line.about.title)
    days = (line.part.day - local_day(line.standing.rules, now)).days
    match line.part.key.kind:
        case "samling":
            return _gathering(t, line, days, details=details)
        case "modul":
            return texts.module(t, line.about, days)
        case "fase":
            return texts.phase(t, line.about, days)
        case "frist":
            return texts.deadline(t, line.about, days, line.part.day)
        case "signup":
            return _sign_up(t, line, days, details=details)
        case "report" if line.part.shift.is_behind:
            told = texts.overdue(t, title, -days, line.part.day)
            return lines(told, _how_many(t, line))
        case "report":
            return texts.report(t, title, days, line.part.day)
        case "call":
            return _call(t, line)
        case "reflect":
            return texts.reflect(t, title, local_day(line.standing.rules, line.part.fresh_until))
        case "thanks":
            return _thanks(t, line, now, details=details)
        case "unset":
            return texts.unset(t, line.about)
        case _:
            assert_never(line.part.key.kind)


def _gathering(t: Tongue, line: Line, days: int, *, details: bool) -> Html:
    programme, about = line.standing.programme, line.about
    todo = _homework(programme, about) if details else None
    together = line.standing.member.role == "participant"
    said = texts.gathering(t, about, days, t.pick(todo) if todo else "", together=together)
    if line.part.shift != practicalities_shift(programme, about):
        return said
    assert programme.samling is not None  # noqa: S101 - it has practicalities
    assert programme.samling.practicalities is not None  # noqa: S101
    own = programme.samling.practicalities.text
    materials = [t.pick(one) for one in about.materials]
    return paragraphs(
        lines(said, safe(t.pick(own)) if own else None, texts.materials(t, materials)),
        agenda(t, about) if details else "",
    )


def _sign_up(t: Tongue, line: Line, days: int, *, details: bool) -> Html:
    sign_up = line.standing.programme.samling and line.standing.programme.samling.sign_up
    own = sign_up.text if sign_up and details else None
    is_binding = sign_up_is_binding(line.standing.programme, line.about)
    asked = texts.sign_up(t, line.about, days, line.part.day)
    return lines(
        asked,
        texts.binding(t) if is_binding else None,
        safe(t.pick(own)) if own else None,
    )


def _how_many(t: Tongue, line: Line) -> Html | None:
    """How many teams have delivered, never which; where there are too few to hide among: not."""
    if is_for_individuals(line.standing.programme):
        return None
    done, of = line.ladder.count(line.about)
    return texts.so_many(t, done, of) if of > 2 and done else None  # noqa: PLR2004


def _call(t: Tongue, line: Line) -> Html:
    late = line.ladder.missing(line.standing.member).get(line.about.id, [])
    return texts.call(t, t.pick(line.about.title), [t.pick(team.name) for team in late])


def _thanks(t: Tongue, line: Line, now: datetime, *, details: bool) -> Html:
    programme, about = line.standing.programme, line.about
    own = programme.samling.thanks.text if programme.samling and programme.samling.thanks else None
    if about.id in line.standing.away:
        return texts.homework_after(t, t.pick(about.title), t.pick(about.homework or ""))
    row = _held(programme)
    later = row[row.index(about) + 1 :]
    following = next((one for one in later if not is_over(programme, one, now)), None)
    return lines(
        texts.thanks(t, t.pick(about.title)),
        safe(t.pick(own)) if own and details else None,
        texts.homework_until_next(t, t.pick(about.homework)) if about.homework else None,
        texts.next_time(t, following) if following else None,
    )


def _held(programme: ProgrammeFile) -> list[Milestone]:
    """The samlinger in time, without those that are cancelled."""
    return [one for one in in_time(programme) if one.kind == "samling" and not one.cancelled]


def _homework(programme: ProgrammeFile, about: Milestone) -> Text | None:
    """What the samling before gave people to do."""
    row = _held(programme)
    place = row.index(about) if about in row else 0
    return row[place - 1].homework if place else None
