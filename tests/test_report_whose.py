"""A report is the team's own, and every page of it can be sent, however large."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow import position
from handlers.flow.buttons import Steer, encode
from handlers.flow.form import Questions
from handlers.flow.party import team_party
from handlers.flow.position import Answer, Position
from handlers.programme_file import (
    Milestone,
    milestone,
    reports_due,
)
from handlers.report.behalf import short
from handlers.tongue import tongue
from tests.mentor_round import (
    FILE,
    FIRST,
    NAME,
    PARTY,
    TEAM,
    delivers,
    draft_of,
    goes_on,
    has,
    keeping_files,
    measures,
    nurse,
    organiser,
    report,
)
from tests.room import Room, rows
from tests.seated import seated


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2022, 10, 3, 9, tzinfo=UTC))
    here.imports(FILE)
    yield here
    here.close()


# Whose report it is


def test_an_organiser_who_had_begun_it_does_not_change_what_the_team_delivered(
    room: Room,
) -> None:
    has(room, "Ring everyone")
    lise, kari = organiser(room), nurse(room)
    lise.says("/report")
    lise.taps(NAME)
    draft = draft_of(lise)
    delivers(kari)
    for data in (encode(Steer("change", draft)), encode(Steer("resume", draft))):
        lise.presses(data)
        assert lise.last.text.startswith("That belongs to a team that you are not in")
        assert lise.last.labels == []
    lise.says("Ring everyone: done\nAn aim: reached")
    assert "Fill in" not in lise.last.labels
    assert report(room).version == 1
    assert measures(room)[0].state == "under-way"


def test_an_organiser_files_it_once_more_after_the_team_took_it_back(room: Room) -> None:
    has(room, "Ring everyone")
    lise, kari = organiser(room), nurse(room)
    delivers(kari)
    kari.taps("Withdraw")
    kari.taps("Yes, withdraw it")
    lise.says("/report")
    lise.taps(NAME)
    lise.taps("Open it again")
    goes_on(lise)
    lise.taps("Send")
    assert (report(room).version, report(room).stands) == (2, True)


def test_an_organiser_takes_no_file_away_from_what_the_team_delivered(room: Room) -> None:
    room.imports(keeping_files())
    has(room, "Ring everyone")
    lise, kari = organiser(room), nurse(room)
    kari.says("/report")
    kari.sends("plan.pdf")
    remove = kari.last.buttons[0].data
    assert remove is not None
    kari.says("where was I")
    goes_on(kari)
    kari.taps("Send")
    lise.presses(remove)
    assert (lise.last.text, rows(room.connection, "attachment")) == (
        "That file is not here any more.",
        1,
    )


def test_of_a_team_that_was_withdrawn_no_file_is_kept(room: Room) -> None:
    kari = nurse(room)
    room.imports(keeping_files())
    gone = tuple(replace_team(one) for one in FILE.team)
    room.imports(keeping_files().model_copy(update={"team": gone}))
    kari.sends("plan.pdf")
    assert (rows(room.connection, "file"), rows(room.connection, "draft")) == (0, 0)


def replace_team(team: object) -> object:
    is_gone = getattr(team, "id", None) == TEAM
    return team.model_copy(update={"withdrawn": True}) if is_gone else team  # type: ignore[attr-defined]


def test_an_organiser_takes_nothing_back_that_the_team_delivered_itself(room: Room) -> None:
    has(room, "Ring everyone")
    lise, kari = organiser(room), nurse(room)
    delivers(kari)
    for verb in ("back", "undo", "change"):
        lise.presses(f"report:{verb}:{FIRST}:{short(PARTY)}")
        assert lise.last.labels == ["See the answers", "Get the report as a file"]
    assert (report(room).version, report(room).stands) == (1, True)


# Sizes


def test_a_page_of_more_than_a_hundred_answers_is_changed_by_writing(room: Room) -> None:
    has(room, *(f"Measure {number}" for number in range(110)))
    kari = nurse(room)
    kari.says("/report")
    goes_on(kari)
    assert kari.last.labels == ["Send", "Continue later"]
    assert "«change 3» for the third answer" in kari.last.text
    kari.says("change 109")
    assert "Measure 108" in kari.last.text


def test_an_organiser_of_very_many_teams_is_asked_first_which_report(room: Room) -> None:
    programme = room.holds("notteroy.toml")
    like = programme.team[0]
    named = ({"id": f"team-{n}", "name": f"Team {n}"} for n in range(60))
    more = tuple(like.model_copy(update=one) for one in named)
    room.imports(programme.model_copy(update={"team": more}))
    owed = [title_of(one) for one, _ in reports_due(programme)]
    lise = seated(room, "9", programme.id, "organiser", team=None)
    lise.says("/report")
    assert lise.last.labels == owed
    lise.taps(owed[1])
    assert sorted(lise.last.labels) == sorted(f"Team {n}: before «{owed[1]}»" for n in range(60))
    lise.taps("Team 7:")
    with room.unit() as unit:
        drafts = unit.drafts.open_for(team_party(programme.id, "team-7"))
    assert [title_of(milestone(programme, one.about)) for one in drafts] == [owed[1]]


def title_of(before: Milestone | None) -> str:
    assert before is not None
    return tongue("en").pick(before.title)


def test_a_tap_puts_the_questions_together_a_few_times_however_many_there_are(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(room, *(f"Measure {number}" for number in range(40)))
    kari = nurse(room)
    delivers(kari)
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari.presses("report:samling-3")
    counted: list[int] = []

    def stand(form: Questions, answers: Iterable[Answer]) -> Position:
        counted.append(1)
        return position.stand(form, answers)

    monkeypatch.setattr("handlers.flow.sitting.stand", stand)
    kari.taps("as last time")
    one_by_one = len(counted)
    kari.taps("Everything as last time")
    assert (one_by_one <= 3, len(counted) - one_by_one <= 4) == (True, True)
