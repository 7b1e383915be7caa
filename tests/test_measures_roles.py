"""Who sees and who changes a party's aims and measures, and what the history tells to whom."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.events import Address, Event, Pressed, Said
from handlers.flow.party import person_party, team_party
from handlers.programme_file import read_programme
from storage.records import Membership
from tests.room import PROGRAMMES, Room, Sitter
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
TEAM = team_party(PROGRAMME, "havnes-1")
ALONE = """schema = 1
id = "alone"
name = "Alone"
language = "en"
[[milestone]]
id = "m1"
kind = "samling"
title = "One"
[[milestone]]
id = "m2"
kind = "samling"
title = "Two"
[report]
days_before = 7
measures = true
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def named(room: Room, key: str, name: str, team: str | None = "havnes-1") -> Sitter:
    """A member with a name of their own."""
    with room.unit() as unit:
        person = unit.people.add(name, "en", room.now)
        unit.people.live_at(person.id, "telegram", key)
        unit.people.join(Membership(person.id, PROGRAMME, "participant", team, None, room.now))
    return room.sitter(key, language="en")


def only_measure(room: Room, programme: str = PROGRAMME, party: str = TEAM) -> str:
    with room.unit() as unit:
        return unit.measures.measures(programme, party)[0].id


def state(room: Room) -> str | None:
    with room.unit() as unit:
        return unit.measures.measures(PROGRAMME, TEAM)[0].state


def test_the_history_names_members_to_the_team_and_the_team_alone_to_organisers(
    room: Room,
) -> None:
    kari, ola = named(room, "1", "Kari Nes"), named(room, "2", "Ola Vik")
    leader = seated(room, "9", role="organiser", team=None)
    kari.says("/measures Ring all")
    room.passes(days=1)
    ola.says("/measures")
    ola.says("1")
    ola.taps("under way")
    ola.taps("History")
    assert ola.last.text == (
        "Ring all\n\n"
        "Monday 2 November 2026: added: «Ring all» (Kari Nes)\n"
        "Tuesday 3 November 2026: state: not set → under way (Ola Vik)"
    )
    leader.presses(f"measure:{only_measure(room)}:history")
    assert leader.last.text == (
        "Ring all\n\n"
        "Monday 2 November 2026: added: «Ring all» (Havnes, hjemmetjenesten)\n"
        "Tuesday 3 November 2026: state: not set → under way (Havnes, hjemmetjenesten)"
    )


def test_an_erased_member_is_a_former_member_in_the_history(room: Room) -> None:
    kari, ola = named(room, "1", "Kari Nes"), named(room, "2", "Ola Vik")
    kari.says("/measures Ring all")
    kari.says("/forget")
    kari.taps("Yes, erase")
    ola.presses(f"measure:{only_measure(room)}:history")
    assert ola.last.text.endswith("added: «Ring all» (a former member)")


def test_every_kind_of_change_is_told_in_words(room: Room) -> None:
    kari = named(room, "1", "Kari Nes")
    kari.presses("measures:aim")
    kari.says("All are met")
    aim = kari.last.buttons[0].data
    assert aim is not None
    kari.says("/measures Ring all")
    for tap, said in (
        ("Change the words", "Ring each"),
        ("Due date", "1.12.2026"),
        ("Responsible", "mentor"),
        ("Move to another aim", "Aim 1: All are met"),
    ):
        kari.taps(tap)
        kari.says(said)
    kari.taps("put away")
    kari.taps("History")
    day = "Monday 2 November 2026: "
    assert kari.last.text.split("\n")[2:] == [
        f"{day}{one} (Kari Nes)"
        for one in (
            "added: «Ring all»",
            "words: «Ring all» → «Ring each»",
            "due date: not set → Tuesday 1 December 2026",
            "responsible: not set → mentor",
            "aim: not set → «All are met»",
            "state: not set → put away",
        )
    ]
    kari.presses(aim.replace("not-started", "reached"))
    kari.taps("Close the aim")
    kari.taps("Reopen")
    kari.taps("History")
    assert kari.last.text.split("\n")[3:] == [
        f"{day}state: not set → reached (Kari Nes)",
        f"{day}closed (Kari Nes)",
        f"{day}reopened (Kari Nes)",
    ]


def test_organisers_and_facilitators_look_on_and_change_nothing(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    change = next(one.data for one in kari.last.buttons if one.text == "done")
    words = next(one.data for one in kari.last.buttons if one.text == "Change the words")
    leader = seated(room, "9", role="organiser", team=None)
    guide = seated(room, "8", role="facilitator", team="havnes-1")
    leader.says("/tiltak")
    assert leader.last.text == "Which team's aims and measures do you want to see?"
    assert leader.last.labels[:2] == ["Breivoll", "Elvvik, helsehuset"]
    leader.taps("Havnes, hjemmetjenesten")
    guide.says("/tiltak")
    for one in (leader, guide):
        assert one.last.text == (
            "Aims and measures: Havnes, hjemmetjenesten\n\n1. Ring all\nnot told yet"
        )
        one.taps("1. Ring all")
        assert one.last.labels == ["History", "All aims and measures"]
        for data in (change, words):
            assert data is not None
            one.presses(data)
            assert one.last.text.startswith("Only those of the team change this.")
        one.taps("All aims and measures")
        assert one.last.text.startswith("Aims and measures: Havnes, hjemmetjenesten")
    assert state(room) is None
    leader.says("/tiltak A measure of my own")
    assert leader.last.text == "Which team's aims and measures do you want to see?"


def test_organisers_see_the_closed_ones_too_and_how_they_came_to_be(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    kari.taps("done")
    leader = seated(room, "9", role="organiser", team=None)
    leader.says("/measures")
    leader.taps("Havnes, hjemmetjenesten")
    leader.taps("Show the closed ones")
    assert leader.last.text == (
        "Aims and measures: Havnes, hjemmetjenesten\n\nClosed\n\n1. Ring all\ndone"
    )
    assert leader.last.labels == ["1. Ring all", "All aims and measures"]
    leader.taps("1. Ring all")
    leader.taps("History")
    assert leader.last.text.endswith("state: not set → done (Havnes, hjemmetjenesten)")
    leader.taps("1. Ring all")
    leader.taps("All aims and measures")
    assert leader.last.labels == ["Show the closed ones", "See the teams"]


def test_another_team_a_facilitator_of_another_and_an_observer_see_nothing(room: Room) -> None:
    seated(room, "1").says("/measures Secret plan")
    measure = only_measure(room)
    others = [
        seated(room, "2", team="havnes-2"),
        seated(room, "8", role="facilitator", team="havnes-2"),
        seated(room, "7", role="observer", team=None),
    ]
    for one in others:
        for data in ("measures:of:havnes-1", f"measure:{measure}", f"measure:{measure}:history"):
            one.presses(data)
            assert "a team that you are not in" in one.last.text
        one.presses(f"measure:{measure}:state:done")
        one.says("/measures")
        assert "Secret plan" not in one.text
    assert others[-1].last.text == "Aims and measures belong to the teams, and you are in none."
    assert state(room) is None


def test_whoever_left_the_team_changes_nothing_by_an_old_button_or_an_open_form(
    room: Room,
) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    old = next(one.data for one in kari.last.buttons if one.text == "done")
    kari.taps("Change the words")
    room.connection.execute("UPDATE membership SET team = 'havnes-2'")
    kari.says("Ring nobody")
    assert "a team that you are not in" in kari.last.text
    assert old is not None
    kari.presses(old)
    assert "a team that you are not in" in kari.last.text
    with room.unit() as unit:
        found = unit.measures.measures(PROGRAMME, TEAM)[0]
    assert (found.wording, found.state) == ("Ring all", None)


def test_a_team_that_was_withdrawn_meanwhile_changes_nothing(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    measure = only_measure(room)
    kari.taps("Change the words")
    text = (PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8")
    place = 'id = "havnes-1"\n'
    room.imports(read_programme(text.replace(place, f"{place}withdrawn = true\n")))
    kari.says("Ring nobody")
    assert "a team that you are not in" in kari.last.text
    kari.presses(f"measure:{measure}:state:done")
    assert state(room) is None
    with room.unit() as unit:
        assert unit.measures.measures(PROGRAMME, TEAM)[0].wording == "Ring all"


def test_in_a_programme_without_teams_each_has_their_own(room: Room) -> None:
    room.imports(read_programme(ALONE))
    kari = seated(room, "1", "alone", team=None)
    ola = seated(room, "2", "alone", team=None)
    kari.says("/measures Read more")
    with room.unit() as unit:
        me = unit.people.at("telegram", "1")
        assert me is not None
        mine = unit.measures.measures("alone", person_party(me.id))
    assert [one.wording for one in mine] == ["Read more"]
    ola.says("/measures")
    assert "Read more" not in ola.last.text
    ola.presses(f"measure:{mine[0].id}:state:done")
    assert "a team that you are not in" in ola.last.text


def test_a_button_of_another_programme_leads_back_there(room: Room) -> None:
    room.imports(read_programme(ALONE))
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    old = kari.last
    room.passes(days=1)
    seated(room, "1", "alone", team=None)
    kari.says("/measures Read more")
    kari.says("/measures")
    assert "Ring all" not in kari.last.text
    kari.presses(f"measure:{only_measure(room)}:state:done", old.id)
    assert state(room) == "done"


def test_where_no_measures_are_used_it_says_so(room: Room) -> None:
    room.imports(read_programme(ALONE[: ALONE.index("[report]")]))
    kari = seated(room, "1", "alone", team=None)
    for said in ("/measures", "/measures Ring all"):
        kari.says(said)
        assert kari.last.text == "Alone does not use aims and measures."
    assert "measures" not in [word for word, _ in kari.menu]


def test_a_group_sees_nothing_and_changes_nothing(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    group = room.sitter("-500", language="en")
    to = Address("telegram", "-500")
    for what in (
        Said("g", "/measures"),
        Said("g", "/measures Another"),
        Pressed("measures:list", None),
        Pressed(f"measure:{only_measure(room)}:state:done", None),
    ):
        room.answers(Event("telegram:1", repr(what), to, "1", room.now, what, private=False))
    room.deliver()
    private = "This is between you and me. Write it to me in a chat of our own."
    assert [shown.text for shown in group.screen] == [private] * 4
    assert state(room) is None


def test_a_stranger_is_told_kindly(room: Room) -> None:
    anna = room.sitter("5", language="en")
    anna.says("/measures")
    assert anna.last.text == "You are in no programme yet, so there are no measures."
    anna.presses("measure:nonsense:state:done")
    assert anna.last.text == "That is no longer here, so nothing was changed."
