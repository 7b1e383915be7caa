"""Reports and reflections put into a room's memory, for the tests of the summary."""

from collections.abc import Mapping
from datetime import datetime

from handlers.flow.party import person_party, team_party
from handlers.markup import plain
from handlers.programme_file import ProgrammeFile
from handlers.summary import summarise, view
from handlers.summary.material import Sight
from handlers.summary.values import Summary
from handlers.tongue import tongue
from storage.records import MeasureState, Reflection, ReportAnswer
from tests.room import Room

EVERYTHING = Sight()
Said = Mapping[str, str | tuple[str, str] | None]
"""Answers by question key; a pair is the canonical value and how it reads, None a skip."""


def answers_to(programme: ProgrammeFile, said: Said) -> list[ReportAnswer]:
    t = tongue(programme.language)
    asked = {one.key: t.pick(one.ask) for one in programme.report.question}  # type: ignore[union-attr]
    pairs = {key: one if isinstance(one, tuple) else (one, one or "–") for key, one in said.items()}
    return [
        ReportAnswer(key, asked.get(key, f"({key})"), value, shown)
        for key, (value, shown) in pairs.items()
    ]


def delivers(  # noqa: PLR0913 - who, before what, what, when
    room: Room,
    programme: ProgrammeFile,
    who: str,
    milestone: str,
    said: Said,
    said_at: datetime | None = None,
    *,
    late: bool = False,
    alone: bool = False,
) -> None:
    party = person_party(who) if alone else team_party(programme.id, who)
    answers = answers_to(programme, said)
    with room.unit() as unit:
        unit.reports.deliver(
            programme.id, party, milestone, answers, None, said_at or room.now, late=late
        )


def reflect(room: Room, programme: str, milestone: str, *texts: str) -> None:
    """One unsigned answer each, by people who join nothing else."""
    with room.unit() as unit:
        for text in texts:
            person = unit.people.add("Ola Nordmann", None, room.now)
            unit.reflections.mark(programme, milestone, person.id)
            said = Reflection(milestone, "tar-med", "Hva tar du med deg videre?", text)
            unit.reflections.keep_unsigned(programme, [said])


def summed_up(
    room: Room,
    programme: ProgrammeFile,
    milestone: str | None = None,
    sight: Sight = EVERYTHING,
) -> Summary:
    before = next((one for one in programme.milestone if one.id == milestone), None)
    with room.unit() as unit:
        return summarise(unit, programme, room.now, before, sight)


def work_of(*said: tuple[int, str, MeasureState | None, str | None]) -> list[ReportAnswer]:
    """What a report tells of measures: number, wording, state, and the sentence about it."""
    found: list[ReportAnswer] = []
    for number, wording, state, note in said:
        shown = f"{state} (as last time)" if state else "–"
        found.append(ReportAnswer(f"-m{number}", wording, state, shown, "measure"))
        if note is not None:
            found.append(ReportAnswer(f"-w{number}", wording, note, note, "note"))
    return found


def tells(
    room: Room,
    programme: ProgrammeFile,
    team: str,
    milestone: str,
    *answers: ReportAnswer,
    on_behalf: bool = False,
) -> None:
    """Deliver a report with answers of every sort."""
    party = team_party(programme.id, team)
    with room.unit() as unit:
        unit.reports.deliver(
            programme.id, party, milestone, answers, None, room.now, late=False, on_behalf=on_behalf
        )


def takes_back(room: Room, programme: ProgrammeFile, team: str, milestone: str) -> None:
    with room.unit() as unit:
        report = unit.reports.of(programme.id, team_party(programme.id, team), milestone)
        assert report is not None
        unit.reports.withdraw(report.id, room.now)


def in_english(programme: ProgrammeFile) -> ProgrammeFile:
    """The same in English: what a summary says itself then needs no translation."""
    return programme.model_copy(update={"language": "en"})


def first_page(room: Room, programme: ProgrammeFile, milestone: str | None = None) -> str:
    return plain(view.pages(tongue("en"), summed_up(room, programme, milestone))[0])
