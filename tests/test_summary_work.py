"""The measures in the summary: few columns, few lines, and nothing that was taken back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handlers.flow.party import person_party, team_party
from handlers.markup import plain
from handlers.programme_file import ProgrammeFile
from handlers.summary import as_json, view
from handlers.summary.values import Cell, Move, Row, Work
from handlers.tongue import tongue
from storage.records import Membership, ReportAnswer
from tests.room import Room
from tests.summed_up import delivers, first_page, in_english, summed_up, takes_back, tells, work_of

NOW = datetime(2026, 12, 10, 10, tzinfo=UTC)  # after samling 2: the round before samling 3 is open
TODAY = date(2026, 12, 10)
EN = tongue("en")
NAME = "Havnes, hjemmetjenesten"
PARTY = "team:trygg-oppstart/havnes-1"
HELP = ReportAnswer("-help", "Trenger dere hjelp?", "yes", "Ja", "help")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    yield room
    room.close()


@pytest.fixture
def programme(room: Room) -> ProgrammeFile:
    return in_english(room.holds())


def row_of(rows: tuple[Row, ...], team: str) -> Row:
    return next(row for row in rows if row.party == team_party("trygg-oppstart", team))


# The matrix


def test_all_measures_are_one_column_and_all_aims_another(
    room: Room, programme: ProgrammeFile
) -> None:
    aim = ReportAnswer("-a1", "Færre avvik", "partly", "partly reached", "aim")
    tells(
        room, programme, "havnes-1", "samling-3",
        *work_of((2, "Ringe", "under-way", None), (5, "Skrive", "slow", "For få folk")), aim,
        *work_of((6, "Spise", "done", None), (7, "Lese", "dropped", None), (8, "Gå", None, None)),
        ReportAnswer("laert", "Hva?", "Mye", "Mye"),
        replace(HELP, value="no", shown="Nei"),
        ReportAnswer("-e1", "Har dere prøvd?", "yes", "Ja", "evidence"),
        ReportAnswer("-score", "Hvor langt?", "3.0", "3,0: Litt forbedring", "score"),
        ReportAnswer("-share", "Kan deles?", "laert", "laert", "share"),
    )  # fmt: skip
    delivers(room, programme, "havnes-2", "samling-3", {"delmal": "Som før", "laert": "Alt"})
    summary = summed_up(room, programme, "samling-3")
    heads = [(one.key, one.wording) for one in summary.columns]
    assert heads[:3] == [("-measures", "Measures"), ("-aims", "Aims"), ("-score", "Step")]
    assert [key for key, _ in heads[3:]] == [
        "delmal", "laert", "framdrift", "forankret", "hinder", "nytilsatte", "neste-mote", "hjelp",
        "-help",
    ]  # fmt: skip
    assert row_of(summary.rows, "havnes-1").cells[:5] == (
        Cell(
            "1 under way · 1 goes slowly · 1 done · 1 put away\n"
            "Skrive (goes slowly): For få folk\nLese (put away)"
        ),
        Cell("Færre avvik: partly reached"),
        Cell("3,0: Litt forbedring"),
        Cell(""),
        Cell("Mye", "Hva?"),
    )
    assert row_of(summary.rows, "havnes-2").cells[:4] == (Cell(""),) * 3 + (Cell("Som før"),)


def test_on_a_phone_each_slow_measure_has_a_short_line_of_its_own(
    room: Room, programme: ProgrammeFile
) -> None:
    long = "ord " * 100
    slow = work_of((1, "Ringe", "slow", long), (2, "Skrive", "dropped", "Ferie"))
    tells(room, programme, "havnes-1", "samling-3", *slow)
    page = plain(view.pages(EN, summed_up(room, programme, "samling-3"))[1])
    title, head, counts, first, second = page.split("\n\n")[1].split("\n")
    assert (title, head, counts) == (NAME, "Measures", "1 goes slowly · 1 put away")
    assert (first[:20], first[-1], len(first) <= 160) == ("Ringe (goes slowly):", "…", True)
    assert second == "Skrive (put away): Ferie"
    assert "Long answers are cut here." in page


def test_without_measures_aims_or_scores_the_columns_are_as_ever(
    room: Room, programme: ProgrammeFile
) -> None:
    tells(room, programme, "havnes-1", "samling-3", *work_of((1, "Gå", None, None)))
    delivers(room, programme, "havnes-2", "samling-3", {"laert": "Alt"})
    keys = {column.key for column in summed_up(room, programme, "samling-3").columns}
    assert [key for key in keys if key.startswith("-")] == []


# The measures themselves


def test_every_measure_has_its_state_now_and_last_time(
    room: Room, programme: ProgrammeFile
) -> None:
    with room.unit() as unit:
        aim = unit.measures.add_aim(programme.id, PARTY, "Færre avvik", None, NOW)
        first = unit.measures.add_measure(programme.id, PARTY, aim.id, "Ringe", None, NOW)
        kept = replace(first, due=TODAY, responsible="enhetsleder")
        unit.measures.change_measure(kept, None, NOW)
        for wording in ("Skrive", "Nytt"):
            unit.measures.add_measure(programme.id, PARTY, None, wording, None, NOW)
        over = unit.measures.add_measure(programme.id, PARTY, None, "Ferdig før", None, NOW)
        unit.measures.change_measure(replace(over, state="done"), None, NOW)
    old = work_of((1, "Ringe nå", "not-started", None), (4, "Ferdig før", "done", None))
    tells(room, programme, "havnes-1", "samling-2", *old)
    new = work_of((1, "Ringe", "slow", "Tid"), (2, "Skrive", "under-way", None))
    tells(room, programme, "havnes-1", "samling-3", *new)
    found = summed_up(room, programme, "samling-3").work
    assert found == (
        Work(
            party=PARTY,
            name=NAME,
            aim="Færre avvik",
            measure="Ringe",
            now="slow",
            before="not-started",
            note="Tid",
            due=TODAY,
            responsible="enhetsleder",
        ),
        Work(PARTY, NAME, None, "Skrive", "under-way", None, None, None, None),
        Work(PARTY, NAME, None, "Nytt", None, None, None, None, None),
    )
    past = summed_up(room, programme, "samling-2").work
    assert [(one.measure, one.now, one.before) for one in past] == [
        ("Ringe nå", "not-started", None),
        ("Ferdig før", "done", None),
    ]


def test_last_time_is_the_nearest_report_that_told_of_it(
    room: Room, programme: ProgrammeFile
) -> None:
    tells(room, programme, "havnes-1", "samling-2", *work_of((1, "Ringe", "not-started", None)))
    tells(room, programme, "havnes-1", "samling-3", *work_of((1, "Ringe", "under-way", None)))
    tells(room, programme, "havnes-1", "samling-5", *work_of((1, "Ringe", "done", None)))
    (one,) = summed_up(room, programme, "samling-5").work
    assert (one.before, one.now) == ("under-way", "done")
    takes_back(room, programme, "havnes-1", "samling-3")
    (one,) = summed_up(room, programme, "samling-5").work
    assert (one.before, one.now) == ("not-started", "done")


def test_what_moved_is_counted_in_few_lines_and_what_stays_is_not(
    room: Room, programme: ProgrammeFile
) -> None:
    for team in ("havnes-1", "elvvik-1"):
        old = work_of(*((n, f"t{n}", "under-way", None) for n in (1, 2, 3)))
        tells(room, programme, team, "samling-2", *old)
        new = work_of((1, "t1", "done", None), (2, "t2", "slow", None), (3, "t3", "slow", "Tid"))
        tells(room, programme, team, "samling-3", *new)
    tells(room, programme, "skarvnes", "samling-2", *work_of((1, "t", "slow", None)))
    tells(room, programme, "skarvnes", "samling-3", *work_of((1, "t", "slow", None)))
    summary = summed_up(room, programme, "samling-3")
    assert summary.moves == (
        Move("under-way", "slow", measures=4, teams=2),
        Move("under-way", "done", measures=2, teams=2),
    )
    assert (
        "Changed since last time\n"
        "• Goes slowly: 5 measures, 3 teams\n"
        "• under way → goes slowly: 4 measures, 2 teams\n"
        "• under way → done: 2 measures, 2 teams"
    ) in first_page(room, programme, "samling-3")


def test_one_slow_team_is_not_told_of_as_many(room: Room, programme: ProgrammeFile) -> None:
    slow = work_of((1, "t1", "slow", None), (2, "t2", "slow", None))
    tells(room, programme, "havnes-1", "samling-3", *slow)
    assert "Goes slowly" not in first_page(room, programme, "samling-3")


def test_nobody_who_takes_part_alone_has_their_measures_listed(
    room: Room, programme: ProgrammeFile
) -> None:
    alone = programme.model_copy(update={"teams": None, "team": ()})
    with room.unit() as unit:
        person = unit.people.add("Eva Tapt", None, NOW)
        unit.people.join(Membership(person.id, alone.id, "participant", None, None, NOW))
        party = person_party(person.id)
        unit.measures.add_measure(alone.id, party, None, "HEMMELIG", None, NOW)
        score = ReportAnswer("-score", "Steg?", "3.0", "3,0", "score")
        answers = [*work_of((1, "Ringe", "slow", None)), score]
        unit.reports.deliver(alone.id, party, "samling-3", answers, None, NOW, late=False)
        unit.help.talked(unit.help.assess(alone.id, party, "samling-3", "1.0", None, NOW).id, NOW)
    summary = summed_up(room, alone, "samling-3")
    assert (summary.work, summary.moves, summary.gaps) == ((), (), ())
    assert "HEMMELIG" not in json.dumps(as_json(summary))
    assert [row.cells[0].shown for row in summary.rows] == ["1 goes slowly\nRinge (goes slowly)"]


# Withdrawn, and on a team's behalf


def test_a_report_that_was_taken_back_is_not_delivered_and_not_shown(
    room: Room, programme: ProgrammeFile
) -> None:
    with room.unit() as unit:
        unit.measures.add_measure(programme.id, PARTY, None, "HEMMELIG tiltak", None, NOW)
    tells(
        room, programme, "havnes-1", "samling-3",
        *work_of((1, "HEMMELIG tiltak", "slow", "HEMMELIG")),
        ReportAnswer("laert", "Hva?", "HEMMELIG", "HEMMELIG"), HELP,
        ReportAnswer("-share", "Kan deles?", "laert", "x", "share"),
    )  # fmt: skip
    takes_back(room, programme, "havnes-1", "samling-3")
    summary = summed_up(room, programme, "samling-3")
    row = row_of(summary.rows, "havnes-1")
    assert (row.state, row.delivered, row.delivered_on, row.version, row.cells) == (
        "withdrawn", False, None, 0, (),
    )  # fmt: skip
    assert (summary.delivered, summary.pleas, summary.changes, summary.shared) == (0, (), (), ())
    assert "HEMMELIG" not in json.dumps(as_json(summary)) + "".join(view.pages(EN, summary))
    assert f"Taken back: {NAME}" in first_page(room, programme, "samling-3")


def test_a_report_that_is_delivered_anew_stands_again(room: Room, programme: ProgrammeFile) -> None:
    delivers(room, programme, "havnes-1", "samling-3", {"laert": "Første"})
    takes_back(room, programme, "havnes-1", "samling-3")
    delivers(room, programme, "havnes-1", "samling-3", {"laert": "Andre"})
    row = row_of(summed_up(room, programme, "samling-3").rows, "havnes-1")
    assert (row.state, row.version, row.cells[0].shown) == ("delivered", 2, "Andre")


def test_what_is_delivered_on_a_teams_behalf_says_so_until_the_team_does_it_itself(
    room: Room, programme: ProgrammeFile
) -> None:
    tells(room, programme, "lyngsund", "samling-3", HELP, on_behalf=True)
    summary = summed_up(room, programme, "samling-3")
    assert [row.name for row in summary.rows if row.on_behalf] == ["Lyngsund"]
    told = first_page(room, programme, "samling-3")
    assert "Delivered: Lyngsund (delivered on the team's behalf)" in told
    tells(room, programme, "lyngsund", "samling-3", HELP)
    assert not any(row.on_behalf for row in summed_up(room, programme, "samling-3").rows)
