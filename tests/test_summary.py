"""The summary as a value: what it says, and what it never says."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handlers.markup import plain
from handlers.programme_file import ProgrammeFile, reports_due
from handlers.summary import as_json, rounds, view
from handlers.summary.values import Cell, Change, Column, Plea, Round, Row
from handlers.tongue import tongue
from storage.records import Membership
from tests.room import Room
from tests.seated import seated
from tests.summed_up import Said as Answers
from tests.summed_up import delivers, reflect, summed_up

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)  # a week before samling 2: the day its report is due
EN = tongue("en")
LEARNT = "Hva har dere lært siden sist?"
FAR = "Hvor langt synes dere at dere har kommet?"
HELP = "Trenger dere hjelp fra oss nå?"
YES, NO = ("yes", "Ja"), ("no", "Nei")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    yield room
    room.close()


@pytest.fixture
def programme(room: Room) -> ProgrammeFile:
    return room.holds()


def row_of(summary_rows: tuple[Row, ...], team: str) -> Row:
    return next(row for row in summary_rows if row.party == f"team:trygg-oppstart/{team}")


# Who has delivered, and what


def test_every_team_stands_in_the_matrix_as_far_as_it_has_come(
    room: Room, programme: ProgrammeFile
) -> None:
    seated(room, "1")
    seated(room, "2")
    with room.unit() as unit:
        unit.people.unreachable("telegram", "2", NOW)
        draft = "team:trygg-oppstart/elvvik-1"
        unit.drafts.start("trygg-oppstart", 1, "report", draft, "samling-2", None, NOW)
        unit.drafts.start("trygg-oppstart", 1, "report", draft, "samling-3", None, NOW)
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "Å spørre", "hjelp": NO})
    delivers(room, programme, "lyngsund", "samling-2", {"laert": "Mye"}, late=True)
    summary = summed_up(room, programme)
    nothing = (Cell(""),) * 5
    assert row_of(summary.rows, "havnes-1") == Row(
        party="team:trygg-oppstart/havnes-1",
        name="Havnes, hjemmetjenesten",
        municipality="Havnes",
        state="delivered",
        owes=True,
        telegram=True,
        members=2,
        unreached=1,
        delivered_on=date(2026, 11, 25),
        version=1,
        cells=(Cell("Å spørre"), *nothing, Cell("Nei")),
    )
    assert [row.state for row in summary.rows] == [
        "delivered", "missing", "missing", "begun", "missing", "missing",
        "missing", "missing", "missing", "missing", "late", "missing",
    ]  # fmt: skip
    assert (summary.expected, summary.delivered, summary.begun) == (12, 2, 1)
    assert (summary.members, summary.unreached) == (2, 1)
    assert not row_of(summary.rows, "lyngsund").telegram


def test_a_report_that_is_open_again_is_still_delivered(
    room: Room, programme: ProgrammeFile
) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "Mye"})
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "Enda mer"})
    with room.unit() as unit:
        party = "team:trygg-oppstart/havnes-1"
        unit.drafts.start("trygg-oppstart", 1, "report", party, "samling-2", None, NOW)
    row = row_of(summed_up(room, programme).rows, "havnes-1")
    assert (row.state, row.version, row.cells[0]) == ("delivered", 2, Cell("Enda mer"))


def test_what_was_asked_once_and_what_reads_otherwise_now_stays_readable(
    room: Room, programme: ProgrammeFile
) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"delmal": "Ett", "laert": "A"})
    question = programme.report.question[0]  # type: ignore[union-attr]
    reworded = programme.model_copy(
        update={
            "report": programme.report.model_copy(  # type: ignore[union-attr]
                update={"question": (question.model_copy(update={"ask": "Hva nå?"}),)}
            )
        }
    )
    summary = summed_up(room, reworded)
    assert summary.columns == (Column("delmal", "(delmal)"), Column("laert", "Hva nå?"))
    cells = row_of(summary.rows, "havnes-1").cells
    assert cells == (Cell("Ett"), Cell("A", LEARNT))
    pages = "\n".join(plain(page) for page in view.pages(EN, summary))
    assert f"Hva nå?\nA (asked as «{LEARNT}»)" in pages


def test_a_team_that_was_withdrawn_after_delivering_is_read_but_owes_nothing(
    room: Room, programme: ProgrammeFile
) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "A"})
    delivers(room, programme, "havnes-2", "samling-2", {"laert": "B"})
    teams = (programme.team[0].model_copy(update={"withdrawn": True}), *programme.team[2:])
    summary = summed_up(room, programme.model_copy(update={"team": teams}))
    assert (summary.expected, summary.delivered) == (10, 0)
    gone = [(row.name, row.owes) for row in summary.rows if row.delivered]
    assert gone == [("Havnes, hjemmetjenesten", False), ("havnes-2", False)]


# Who needs help, and what changed


def test_who_asks_for_help_comes_first_in_their_own_words(
    room: Room, programme: ProgrammeFile
) -> None:
    said: Answers = {"laert": "Vi står fast", "framdrift": ("2", "2"), "hjelp": YES}
    delivers(room, programme, "elvvik-2", "samling-2", said)
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "Alt vel", "hjelp": NO})
    delivers(room, programme, "skarvnes", "samling-2", {"laert": None, "hjelp": YES})
    summary = summed_up(room, programme)
    assert summary.pleas == (
        Plea("team:trygg-oppstart/elvvik-2", "Elvvik, helsehuset", LEARNT, "Vi står fast", None),
        Plea("team:trygg-oppstart/skarvnes", "Skarvnes", HELP, "", None),
    )
    first = plain(view.pages(EN, summary)[0])
    assert first.index("Elvvik, helsehuset") < first.index("3 of 12 teams have delivered.")


def test_a_plea_stands_until_the_team_has_been_heard_of_again(
    room: Room, programme: ProgrammeFile
) -> None:
    for team in ("havnes-1", "havnes-2"):
        delivers(room, programme, team, "samling-2", {"laert": "Fast", "hjelp": YES})
    delivers(room, programme, "havnes-2", "samling-3", {"laert": "Løst", "hjelp": NO})
    before = [(plea.name, plea.before) for plea in summed_up(room, programme, "samling-3").pleas]
    assert before == [("Havnes, hjemmetjenesten", "Hva fant vi, og hva prøver vi?")]
    assert summed_up(room, programme, "samling-4").pleas == ()


def test_what_changed_are_choices_and_scales_against_the_report_before(
    room: Room, programme: ProgrammeFile
) -> None:
    old: Answers = {"laert": "A", "framdrift": ("2", "2"), "forankret": ("ja", "Ja")}
    new: Answers = {"laert": "B", "framdrift": ("4", "4"), "forankret": ("ja", "Ja")}
    delivers(room, programme, "havnes-1", "samling-2", old)
    delivers(room, programme, "havnes-1", "samling-4", new)
    delivers(room, programme, "havnes-2", "samling-4", new)
    assert summed_up(room, programme, "samling-4").changes == (
        Change("team:trygg-oppstart/havnes-1", "Havnes, hjemmetjenesten", FAR, "2", "4"),
    )


# Which round


@pytest.mark.parametrize(
    ("now", "milestone"),
    [
        ("2026-08-01", "samling-2"),
        ("2026-11-25", "samling-2"),
        ("2026-12-03", "samling-3"),
        ("2029-01-01", "samling-6"),
    ],
)
def test_the_round_is_the_one_that_is_open(
    programme: ProgrammeFile, now: str, milestone: str
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = rounds.current(programme, moment)
    assert found is not None
    assert found.id == milestone


def test_another_round_is_asked_for_by_id_or_title(programme: ProgrammeFile) -> None:
    asked = ["samling-3", "Samling-3", "mentorrollen", "the mentor's part", "samling-1", "x", ""]
    found = [rounds.named(programme, one) for one in asked]
    assert [one and one.id for one in found] == [*["samling-3"] * 4, None, None, None]


def test_other_rounds_are_those_with_something_in_them(
    room: Room, programme: ProgrammeFile
) -> None:
    delivers(room, programme, "havnes-1", "samling-4", {"laert": "Tidlig ute"})
    summary = summed_up(room, programme, "samling-3")
    assert summary.others == (
        Round("samling-2", "Hva fant vi, og hva prøver vi?", date(2026, 11, 25)),
        Round("samling-4", "Suksessfaktorer", date(2027, 9, 8)),
    )


def test_a_programme_without_reports_is_summed_up_by_its_people_and_reflections(
    room: Room, programme: ProgrammeFile
) -> None:
    quiet = programme.model_copy(update={"report": None})
    reflect(room, programme.id, "samling-1", "a", "b", "c", "d")
    summary = summed_up(room, quiet)
    assert (summary.round, summary.rows[0].state, summary.columns) == (None, "missing", ())
    told = "\n".join(plain(page) for page in view.pages(EN, summary))
    assert "This programme has no reports." in told
    assert "not delivered" not in told.lower()


# Those who take part alone


@pytest.fixture
def alone(room: Room) -> ProgrammeFile:
    return room.holds("gjovik.toml")


def test_people_alone_are_named_for_what_they_delivered_and_never_for_what_they_did_not(
    room: Room, alone: ProgrammeFile
) -> None:
    with room.unit() as unit:
        people = [unit.people.add(name, None, NOW) for name in ("Åse Sein", "Bo Rask", "Eva Tapt")]
        for person in people:
            unit.people.join(Membership(person.id, alone.id, "participant", None, None, NOW))
        erased = unit.people.add("Slettet", None, NOW)
    before = reports_due(alone)[0][0].id
    delivers(room, alone, people[1].id, before, {}, alone=True)
    delivers(room, alone, erased.id, before, {}, alone=True)
    with room.unit() as unit:
        unit.people.erase(erased.id)
        party = f"person:{people[0].id}"
        unit.drafts.start(alone.id, 1, "report", party, before, people[0].id, NOW)
    summary = summed_up(room, alone, before)
    assert [(row.name, row.owes) for row in summary.rows] == [(None, False), ("Bo Rask", True)]
    assert (summary.expected, summary.delivered, summary.begun) == (3, 1, 1)
    everything = json.dumps(as_json(summary)) + "".join(view.pages(EN, summary))
    assert "1 of 3 people has delivered. 1 more has begun." in everything
    assert "Someone who has been deleted" in everything
    assert [name for name in ("Åse", "Eva", people[0].id, people[2].id) if name in everything] == []


def test_an_older_plea_of_someone_alone_would_tell_who_has_not_delivered(
    room: Room, programme: ProgrammeFile
) -> None:
    alone = programme.model_copy(update={"teams": None, "team": ()})
    with room.unit() as unit:
        person = unit.people.add("Eva Tapt", None, NOW)
        unit.people.join(Membership(person.id, alone.id, "participant", None, None, NOW))
    delivers(room, alone, person.id, "samling-2", {"hjelp": YES}, alone=True)
    assert [plea.name for plea in summed_up(room, alone, "samling-2").pleas] == ["Eva Tapt"]
    assert summed_up(room, alone, "samling-3").pleas == ()


# Same data


def test_the_same_data_is_the_same_summary(room: Room, programme: ProgrammeFile) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "A", "hjelp": YES})
    reflect(room, programme.id, "samling-1", "a", "b", "c", "d")
    first, second = (json.dumps(as_json(summed_up(room, programme))) for _ in range(2))
    assert first == second
    told = json.loads(first)
    assert told["generated"] == "2026-11-25T10:00:00+00:00"
    assert told["round"] == {
        "milestone": "samling-2",
        "title": "Hva fant vi, og hva prøver vi?",
        "due": "2026-11-25",
    }
    assert told["rows"][0]["answers"]["laert"] == {"shown": "A", "wording": None}
    assert told["rows"][1]["answers"] is None
    assert told["reflections"][0]["words"][0]["texts"] == ["a", "b", "c", "d"]
