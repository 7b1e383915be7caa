"""Teams are changed in the chat: each deed by role, each change a version of the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.events import Address, Event, Said
from handlers.programme_file import ProgrammeFile
from handlers.remind.ladder import Ladder
from handlers.teams.edits import slug
from storage.records import Membership
from tests.joining import PROGRAMME
from tests.led_teams import Led
from tests.room import Sitter


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Led]:
    room = Led(tmp_path)
    yield room
    room.close()


def opened(sitter: Sitter, team: str = "Havnes, hjemmetjenesten") -> None:
    sitter.says(f"/teams {team}")


def test_the_list_has_counts_and_who_speaks_for_each_team_and_no_more(room: Led) -> None:
    room.has(bot=True)
    with room.unit() as unit:
        unit.people.unreachable("telegram", "3", room.now)
    room.ingrid.says("/teams")
    counts = "2 people · 1 not reached · contact person: Kari Nordmann"
    assert room.ingrid.last.text.split("\n\n")[:3] == [
        "The teams of Learning network for a safe start",
        f"Havnes, hjemmetjenesten (Havnes)\n{counts}",
        "Havnes, sykehjemmet (Havnes)\n1 person · no contact person yet",
    ]
    assert (
        "Lyngsund (Lyngsund)\nwithout Telegram · nobody yet · contact person: Servicetorget"
        in room.ingrid.last.text
    )
    assert room.ingrid.last.labels[-3:] == ["New team", "Organisers and facilitators", "Invite"]


def test_a_team_shows_its_people_and_what_can_be_done(room: Led) -> None:
    room.ingrid.says("/teams")
    room.ingrid.says("havnes, sykehjemmet")
    assert room.ingrid.last.text == (
        "Havnes, sykehjemmet (Havnes)\n1 person · no contact person yet\n\n• Per Moe\n\n"
        "Choose a person to move them, or to say that they have left."
    )
    assert room.ingrid.last.labels == [
        "Per Moe", "Add a person", "Invite", "Change the team", "Withdraw the team", "All teams",
    ]  # fmt: skip


def test_a_contact_person_sees_the_own_team_and_not_how_many_are_not_reached(room: Led) -> None:
    with room.unit() as unit:
        unit.people.unreachable("telegram", "3", room.now)
    room.kari.says("/team")
    assert "Ola Hansen" in room.kari.last.text
    assert "not reached" not in room.kari.last.text
    assert sorted(room.kari.last.labels) == ["Invite", "Kari Nordmann", "Ola Hansen"]


def test_a_facilitator_sees_the_teams_that_name_her_and_changes_none(room: Led) -> None:
    opened(room.ingrid)
    for said in ("change the team", "facilitator", "Siri Vik"):
        room.ingrid.says(said)
    assert room.team("havnes-1").facilitator == "Siri Vik"
    room.siri.says("/teams")
    assert room.siri.last.labels == ["Havnes, hjemmetjenesten"]
    room.siri.taps("Havnes")
    assert room.siri.last.labels == []


@pytest.mark.parametrize("who", ["kari", "ola", "per", "siri"])
@pytest.mark.parametrize(
    "press",
    [
        "team:new", "team:lead", "team:add:havnes-1", "team:change:havnes-1", "team:change:nowhere",
        "team:out:havnes-1:yes", "team:back:lyngsund", "team:nonsense:more", "team:open:elvvik-1x",
        "who:{per}:p:move", "who:{per}:p:link", "shift:{per}:havnes-1", "left:{per}:p:nobody",
        "left:{per}:p:other", "left:{ingrid}:o:yes", "left:{siri}:f:yes", "who:{per}:x", "who",
        "who:{ola}:p:move", "who:{ola}:p:link", "shift:{ola}:skarvnes",
    ],
)  # fmt: skip
def test_nobody_but_an_organiser_may_change_what_is_not_theirs(
    room: Led, who: str, press: str
) -> None:
    people, programme = room.people(), room.programme
    keys = {"per": "4", "ingrid": "1", "siri": "5", "ola": "3"}
    with room.unit() as unit:
        found = {name: unit.people.at("telegram", key) for name, key in keys.items()}
    ids = {name: one.id for name, one in found.items() if one}
    sitter: Sitter = getattr(room, who)
    sitter.presses(press.format(**ids))
    assert (room.people(), room.programme) == (people, programme)
    assert len(sitter.screen) == 1
    assert sitter.last.labels == []
    assert "Per Moe" not in sitter.text


def test_who_organises_no_longer_cannot_finish_what_they_began(room: Led) -> None:
    opened(room.ingrid)
    room.ingrid.taps("Change the team")
    room.ingrid.taps("The name")
    with room.unit() as unit:
        me = unit.people.at("telegram", "1")
        assert me is not None
        unit.people.leave(me.id, PROGRAMME, "organiser")
        unit.people.join(Membership(me.id, PROGRAMME, "facilitator", None, None, room.now))
    room.ingrid.says("Something else")
    assert room.team("havnes-1").name == "Havnes, hjemmetjenesten"
    assert room.ingrid.last.text == "Only those who organise the programme can change its teams."


def test_a_member_who_is_chosen_has_the_duty_and_no_name_stands_in_the_file(room: Led) -> None:
    opened(room.ingrid)
    for said in ("Change the team", "Contact person", "ola hansen"):
        room.ingrid.says(said)
    assert {name: duty for name, (_, _, duty) in room.people().items() if duty} == {
        "Ola Hansen": "contact"
    }
    assert room.team("havnes-1").contact is None
    assert room.ola.last.text.startswith("You are the contact person of Havnes, hjemmetjenesten")
    assert room.kari.last.text.startswith("You are no longer the contact person")
    assert "contact person: Ola Hansen" in room.ingrid.last.text


def test_a_name_that_nobody_has_here_stands_in_the_file_and_ends_the_duty(room: Led) -> None:
    opened(room.ingrid)
    for said in ("Change the team", "Contact person", "berit@moe.no", "Berit Moe"):
        room.ingrid.says(said)
    assert room.team("havnes-1").contact == "Berit Moe"
    assert [duty for _, _, duty in room.people().values() if duty] == []
    opened(room.ingrid)
    for said in ("Change the team", "Contact person", "nobody"):
        room.ingrid.says(said)
    assert room.team("havnes-1").contact is None


def test_a_name_that_another_team_has_is_refused(room: Led) -> None:
    opened(room.ingrid)
    for said in ("Change the team", "The name", "havnes,  SYKEHJEMMET", "/", "x" * 81):
        room.ingrid.says(said)
    assert room.team("havnes-1").name == "Havnes, hjemmetjenesten"
    room.ingrid.says("Havnes, heimetenesta")
    assert room.team("havnes-1").name == "Havnes, heimetenesta"


def test_a_new_team_gets_an_id_that_no_version_has_had(room: Led) -> None:
    for name in ("Båtsfjord", "Båtsfjord (ny)"):
        room.ingrid.says("/teams")
        room.ingrid.taps("New team")
        room.ingrid.says(name)
        room.ingrid.says("skip")
    assert [team.id for team in room.programme.team[-2:]] == ["batsfjord", "batsfjord-ny"]
    assert slug("Æ" * 60, {"ae" * 20}) == "ae" * 19 + "-2"
    assert slug("???", {"team"}) == "team-2"


def test_a_removed_teams_id_is_not_given_to_another(room: Led) -> None:
    before = room.programme
    room.imports(before.model_copy(update={"team": before.team[:-1]}))
    room.ingrid.says("/teams")
    for said in ("New team", "Kvitneset", "skip"):
        room.ingrid.says(said)
    assert room.programme.team[-1].id == "kvitneset-2"


def test_a_team_is_withdrawn_once_it_was_asked_and_comes_back(room: Led) -> None:
    opened(room.ingrid)
    room.ingrid.taps("Withdraw the team")
    room.ingrid.says("no")
    assert room.team("havnes-1").withdrawn is False
    opened(room.ingrid)
    room.ingrid.taps("Withdraw the team")
    room.ingrid.says("yes")
    assert room.team("havnes-1").withdrawn is True
    shown = len(room.ingrid.screen)
    room.ingrid.presses("team:out:havnes-1:yes")
    assert "withdrawn · 2 people" in room.ingrid.last.text
    assert len(room.ingrid.screen) == shown + 1
    room.ingrid.taps("Bring the team back")
    assert room.team("havnes-1").withdrawn is False


def test_each_change_is_a_version_that_an_export_holds_and_nobody_is_told_of(room: Led) -> None:
    opened(room.ingrid)
    for said in ("Change the team", "The municipality", "Nordskjær"):
        room.ingrid.says(said)
    with room.unit() as unit:
        row = unit.programmes.find(PROGRAMME)
    assert row is not None
    assert (row.version, room.team("havnes-1").municipality) == (2, "Nordskjær")
    assert (room.kari.screen, room.per.screen) == ([], [])


def test_in_a_group_nothing_of_the_teams_is_shown(room: Led) -> None:
    address = Address("telegram", "-100")
    room.sitter("-100", language="en")
    said = Said("m", "/teams")
    room.answers(Event("telegram:1", "g", address, "1", room.now, said, private=False))
    room.deliver()
    assert room.sitters["-100"].last.text == (
        "Teams and people are for a chat with me alone. Write to me there."
    )


def test_a_teams_own_facilitator_hears_of_what_is_late_first(room: Led) -> None:
    programme: ProgrammeFile = room.programme
    teams = tuple(
        team.model_copy(update={"facilitator": "siri  VIK"}) if team.id == "havnes-1" else team
        for team in programme.team
    )
    room.comes("6", "Tor Aas", "facilitator")
    after = programme.model_copy(update={"team": teams})
    room.imports(after)
    with room.unit() as unit:
        ladder = Ladder(unit, after, room.now)
        people = {one.id: one.name for one in unit.people.of_programme(PROGRAMME)}
        helps = {
            people[member.person]: {
                team.id for teams in ladder.missing(member).values() for team in teams
            }
            for member in unit.people.members(PROGRAMME)
            if member.role == "facilitator"
        }
    assert "havnes-1" in helps["Siri Vik"]
    assert "havnes-1" not in helps["Tor Aas"]
    assert "havnes-2" in helps["Tor Aas"]
