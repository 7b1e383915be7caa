"""Scores that differ, quotes that may be shared, and the same as data."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.markup import plain
from handlers.programme_file import ProgrammeFile
from handlers.progress.seen import topic
from handlers.summary import as_json, view
from handlers.summary.material import Sight
from handlers.summary.values import Change, Column, Gap, Shared
from handlers.tongue import tongue
from storage.records import ReportAnswer
from storage.shelves.outbox import Owed
from tests.room import Room
from tests.seated import seated
from tests.summed_up import first_page, in_english, summed_up, tells, work_of

NOW = datetime(2026, 12, 10, 10, tzinfo=UTC)  # after samling 2: the round before samling 3 is open
EN = tongue("en")
NAME = "Havnes, hjemmetjenesten"
PARTY = "team:trygg-oppstart/havnes-1"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    yield room
    room.close()


@pytest.fixture
def programme(room: Room) -> ProgrammeFile:
    return in_english(room.holds())


# Scores


def scores(room: Room, team: str, own: str | None, facilitator: str, programme: str) -> str:
    party = team_party(programme, team)
    told = [ReportAnswer("-score", "Steg?", own, f"{own}: x", "score")]
    with room.unit() as unit:
        if own is not None:
            unit.reports.deliver(programme, party, "samling-3", told, None, NOW, late=False)
        return unit.help.assess(programme, party, "samling-3", facilitator, None, NOW).id


def test_a_score_that_differs_is_told_of_only_once_the_team_has_seen_it(
    room: Room, programme: ProgrammeFile
) -> None:
    seated(room, "1")
    assessment = scores(room, "havnes-1", "3.0", "2.0", programme.id)
    assert summed_up(room, programme, "samling-3").gaps == ()
    with room.unit() as unit:
        owed = Owed("telegram", "1", "x", "Dere satte 3,0", about=topic(assessment))
        position = unit.outbox.owe(owed, NOW)
        assert position is not None
    assert summed_up(room, programme, "samling-3").gaps == ()
    with room.unit() as unit:
        unit.outbox.take(position)
        unit.outbox.sent(position, "m", NOW)
    assert summed_up(room, programme, "samling-3").gaps == (Gap(PARTY, NAME, "3.0", "2.0"),)
    assert (
        f"Seen differently: {NAME}: the team 3.0, the facilitator 2.0. Something to talk about."
    ) in first_page(room, programme, "samling-3")
    assert summed_up(room, programme, "samling-3", Sight("elvvik-1")).gaps == ()


@pytest.mark.parametrize(
    ("own", "facilitator", "is_told"),
    [("3.0", "2.5", False), ("3.0", "4.0", True), ("2.5", "1.5", True), (None, "1.0", False)],
)
def test_a_whole_step_is_the_least_that_is_told_of(
    room: Room, programme: ProgrammeFile, own: str | None, facilitator: str, *, is_told: bool
) -> None:
    assessment = scores(room, "havnes-1", own, facilitator, programme.id)
    with room.unit() as unit:
        unit.help.talked(assessment, NOW)
    assert bool(summed_up(room, programme, "samling-3").gaps) is is_told


def test_scores_of_different_rounds_are_not_compared(room: Room, programme: ProgrammeFile) -> None:
    with room.unit() as unit:
        old = unit.help.assess(programme.id, PARTY, "samling-2", "1.0", None, NOW)
        unit.help.talked(old.id, NOW)
    score = ReportAnswer("-score", "Steg?", "3.0", "3,0", "score")
    tells(room, programme, "havnes-1", "samling-3", score)
    assert summed_up(room, programme, "samling-3").gaps == ()


def test_a_score_that_moved_is_among_what_changed(room: Room, programme: ProgrammeFile) -> None:
    for milestone, value in (("samling-2", "2.0"), ("samling-3", "3.0")):
        score = ReportAnswer("-score", "Steg?", value, f"{value}: x", "score")
        tells(room, programme, "havnes-1", milestone, score)
    assert summed_up(room, programme, "samling-3").changes == (
        Change(PARTY, NAME, "Step", "2.0: x", "3.0: x"),
    )


# What may be shared


def test_only_the_answers_that_a_team_lets_others_read_are_quoted(
    room: Room, programme: ProgrammeFile
) -> None:
    tells(
        room, programme, "havnes-1", "samling-3",
        *work_of((1, "Ringe alle", "slow", "For få folk")),
        ReportAnswer("laert", "Hva?", "Å <b>lytte</b>", "Å <b>lytte</b>"),
        ReportAnswer("hinder", "Hindrer?", "HEMMELIG", "HEMMELIG"),
        ReportAnswer("framdrift", "Langt?", None, "–"),
        ReportAnswer("-share", "Kan deles?", "laert,-w1,framdrift,borte", "x", "share"),
    )  # fmt: skip
    nothing = ReportAnswer("-share", "Kan deles?", "-", "ingen", "share")
    learnt = ReportAnswer("laert", "Hva?", "HEMMELIG", "HEMMELIG")
    tells(room, programme, "elvvik-1", "samling-3", learnt, nothing)
    summary = summed_up(room, programme, "samling-3")
    assert summary.shared == (
        Shared(PARTY, NAME, "Ringe alle", "For få folk"),
        Shared(PARTY, NAME, "Hva?", "Å <b>lytte</b>"),
    )
    page = next(p for p in view.pages(EN, summary) if p.startswith("<b>May be shared</b>"))
    assert f"{NAME}\n" in plain(page)
    assert "HEMMELIG" not in page
    assert "<b>lytte" not in page


def test_a_facilitator_reads_nothing_of_another_team(room: Room, programme: ProgrammeFile) -> None:
    with room.unit() as unit:
        unit.measures.add_measure(programme.id, PARTY, None, "HEMMELIG", None, NOW)
    share = ReportAnswer("-share", "Kan deles?", "-w1", "x", "share")
    tells(room, programme, "havnes-1", "samling-3", *work_of((1, "HEMMELIG", "slow", "Tid")), share)
    summary = summed_up(room, programme, "samling-3", Sight("elvvik-1"))
    assert (summary.work, summary.shared, summary.columns[0].key) == ((), (), "laert")
    assert "HEMMELIG" not in json.dumps(as_json(summary))


def test_the_data_carry_the_same(room: Room, programme: ProgrammeFile) -> None:
    tells(room, programme, "havnes-1", "samling-2", *work_of((1, "Ringe", "slow", None)))
    share = ReportAnswer("-share", "Kan deles?", "-w1", "x", "share")
    new = work_of((1, "Ringe", "dropped", "Tid"))
    tells(room, programme, "havnes-1", "samling-3", *new, share)
    with room.unit() as unit:
        unit.help.call(programme.id, PARTY, "", None, NOW)
    told = as_json(summed_up(room, programme, "samling-3"))
    assert told["work"] == [
        {"party": PARTY, "name": NAME, "aim": None, "measure": "Ringe", "now": "dropped",
         "before": "slow", "note": "Tid", "due": None, "responsible": None}
    ]  # fmt: skip
    assert told["moves"] == [{"was": "slow", "now": "dropped", "measures": 1, "teams": 1}]
    assert told["shared"] == [{"party": PARTY, "name": NAME, "question": "Ringe", "text": "Tid"}]
    assert told["pleas"] == [
        {"party": PARTY, "name": NAME, "question": "", "words": "", "before": None,
         "asked_on": "2026-12-10", "answered_on": None}
    ]  # fmt: skip
    assert told["columns"][0] == {"key": "-measures", "wording": "Measures"}  # type: ignore[index]
    assert Column("-measures", "Measures") in summed_up(room, programme, "samling-3").columns
