"""A call for help reaches those who help, at once, and nobody else; what is kept is no text."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import pleas
from handlers.flow.party import person_party, team_party
from handlers.programme_file import ProgrammeFile, read_programme
from storage.records import Role
from tests.room import PROGRAMMES, Room, rows
from tests.seated import seated, turn_of

PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")
WORDS = [("What do you need?", "A room")]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.holds()
    yield here
    here.close()


def programme(name: str = "eksempel") -> ProgrammeFile:
    return read_programme((PROGRAMMES / f"{name}.toml").read_text(encoding="utf-8"))


def calls(room: Room, key: str = "1", about: str = "samling-2", said: str = "A room") -> int:
    with room.unit() as unit:
        turn = turn_of(room, unit, key, f"u{room.now}{said[:5]}{about}")
        told = pleas.call(turn, programme(), PARTY, about, [("What do you need?", said)])
    room.deliver()
    return told


def leads(room: Room, key: str, role: Role = "facilitator", team: str | None = None) -> None:
    seated(room, key, role=role, team=team)


LEADERS = [("own", "facilitator", "havnes-1"), ("other", "facilitator", "havnes-2"),
           ("free", "facilitator", None), ("boss", "organiser", None)]  # fmt: skip


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (("own", "other", "free", "boss"), ["own"]),
        (("other", "free", "boss"), ["free"]),
        (("other", "boss"), ["boss"]),
        (("other",), []),
    ],
)
def test_the_nearest_who_help_are_told_and_nobody_else(
    room: Room, there: tuple[str, ...], told: list[str]
) -> None:
    seated(room, "1")
    seated(room, "2")
    for key, role, team in LEADERS:
        if key in there:
            seated(room, key, role=role, team=team)  # type: ignore[arg-type]
    assert calls(room) == len(told)
    assert [key for key, sitter in room.sitters.items() if sitter.screen] == told


def test_a_facilitator_who_cannot_be_reached_is_stood_in_for(room: Room) -> None:
    seated(room, "1")
    leads(room, "own", team="havnes-1")
    leads(room, "boss", "organiser")
    with room.unit() as unit:
        unit.people.unreachable("telegram", "own", room.now)
    assert calls(room) == 1
    assert len(room.sitters["boss"].screen) == 1


def test_the_message_names_the_team_the_report_and_quotes_the_words(room: Room) -> None:
    seated(room, "1")
    leads(room, "own", team="havnes-1")
    calls(room, said="x" * 401)
    shown = room.sitters["own"].last
    assert shown.text == (
        "Havnes, hjemmetjenesten asks for help\n\n"
        "In the report before «What did we find, and what do we try?».\n\n"
        f"What do you need?\n{'x' * 400} …"
    )
    assert shown.labels == ["Answer the team"]
    assert not shown.silent


def test_a_call_outside_a_report_has_no_report_and_is_never_cut(room: Room) -> None:
    seated(room, "1")
    leads(room, "own", team="havnes-1")
    calls(room, about="", said="x" * 1500)
    text = room.sitters["own"].last.text
    assert "In the report" not in text
    assert "x" * 1500 in text


def test_the_speaker_is_never_told_of_their_own_call(room: Room) -> None:
    leads(room, "boss", "organiser")
    leads(room, "second", "organiser")
    assert calls(room, "boss") == 1
    assert room.sitters["boss"].screen == []


def test_a_call_is_remembered_by_report_and_holds_no_word(room: Room) -> None:
    seated(room, "1")
    with room.unit() as unit:
        assert not pleas.is_called(unit, PROGRAMME, PARTY, "samling-2")
    calls(room)
    with room.unit() as unit:
        assert pleas.is_called(unit, PROGRAMME, PARTY, "samling-2")
        assert not pleas.is_called(unit, PROGRAMME, PARTY, "samling-3")
        assert not pleas.is_called(unit, PROGRAMME, team_party(PROGRAMME, "havnes-2"), "samling-2")
        kept = unit.help.pleas(PROGRAMME)
    assert [(one.party, one.about, one.answered_at) for one in kept] == [(PARTY, "samling-2", None)]
    assert "A room" not in str(kept)
    assert rows(room.connection, "plea") == 1


def test_one_who_takes_part_alone_is_named_and_helped_by_the_free(room: Room) -> None:
    gjovik = room.holds("gjovik.toml")
    seated(room, "1", programme=gjovik.id, team=None)
    leader = seated(room, "2", programme=gjovik.id, role="facilitator", team=None)
    with room.unit() as unit:
        turn = turn_of(room, unit, "1")
        assert turn.person is not None
        told = pleas.call(turn, gjovik, person_party(turn.person.id), "", WORDS)
    room.deliver()
    assert (told, leader.last.labels) == (1, ["Answer"])
    assert leader.last.text.startswith("Kari Nordmann asks for help")


def test_where_nobody_is_reached_the_asker_hears_whom_to_ask(room: Room) -> None:
    seated(room, "1")
    told = calls(room)
    with room.unit() as unit:
        said = pleas.outcome(turn_of(room, unit, "1"), programme(), PARTY, told)
    assert said == (
        "I could reach nobody who helps you, so nobody has been told.\n"
        "Get in touch with Ingrid Solli (ingrid.solli@havnes.example, 00 00 00 01) instead."
    )


def test_those_who_stand_in_may_help_but_another_teams_facilitator_may_not(room: Room) -> None:
    for key, role, team in LEADERS:
        seated(room, key, role=role, team=team)  # type: ignore[arg-type]
    seated(room, "1")
    with room.unit() as unit:
        may = {
            key: pleas.may_help(unit, programme(), PARTY, person.id)
            for key in room.sitters
            if (person := unit.people.at("telegram", key)) is not None
        }
    assert may == {"own": True, "other": False, "free": True, "boss": True, "1": False}
