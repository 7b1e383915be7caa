"""An organiser moves a participant to another team."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.changed import apply
from handlers.markup import Button, Html, column, lines
from handlers.programme_file import Team
from handlers.programme_file.teams import room, size_of
from handlers.teams import card, personal, telling
from handlers.teams import edit_texts as limits
from handlers.teams import people_texts as texts
from handlers.teams.edits import without_name
from handlers.teams.rights import Rights, rights
from handlers.teams.roll import Entry, is_full
from handlers.teams.whom import find, gone
from handlers.turn import Turn


def who_pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Show a person, or what is asked of them: another team, or a link of their own."""
    mine = rights(turn)
    one = find(turn, mine, arguments) if mine else None
    if mine is None:
        return
    match arguments[2:]:
        case [] if one:
            card.show_person(turn, mine, one)
        case ["move"] if one and mine.organises:
            _ask(turn, mine, one)
        case ["link"] if one and mine.organises:
            personal.asked(turn, one)
        case _:
            gone(turn)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Move a participant: ``arguments`` are the person's id and the team's."""
    mine = rights(turn)
    if mine is None:
        return
    person, to = (*arguments, "", "")[:2]
    one, team = find(turn, mine, (person, "p")), mine.team(to)
    if one is None or team is None or team.withdrawn or not mine.organises:
        gone(turn)
    elif one.member.team == team.id:
        t = turn.tongue
        turn.say(texts.stays_there(t, card.name_of(t, one), t.pick(team.name)))
    elif is_full(turn.unit, mine.programme, team.id):
        size, t = size_of(mine.programme), turn.tongue
        turn.say(limits.is_full(t, t.pick(team.name), size.max if size else 0))
    else:
        _move(turn, mine, one, team)


def _ask(turn: Turn, mine: Rights, one: Entry) -> None:
    t = turn.tongue
    others = [
        team for team in mine.programme.team if not team.withdrawn and team.id != one.member.team
    ]
    buttons = [
        Button(t.pick(team.name), turn.press("shift", one.person.id, team.id)) for team in others
    ]
    turn.say(texts.move_where(t, card.name_of(t, one)), column(*buttons[: card.MOST]))


def _move(turn: Turn, mine: Rights, one: Entry, team: Team) -> None:
    """They spoke for the team that they leave, and its file may have named them."""
    there = replace(one.member, team=team.id)
    turn.unit.people.join(there)
    turn.unit.people.take_duty(there, None)
    after = without_name(mine.programme, one.name, one.member.team)
    if after != mine.programme:
        apply(turn.unit, after, turn.now, turn.person.id if turn.person else None)
    turn.note("moved", team.id)
    told = not one.member.listed and telling.tell(
        turn, mine.programme, one.person.id, lambda t: texts.you_moved(t, t.pick(team.name))
    )
    t = turn.tongue
    said = texts.moved(t, card.name_of(t, one), t.pick(team.name))
    known = None if one.member.listed else texts.and_told(t) if told else texts.not_told(t)
    turn.say(lines(said, known, _size(turn, mine, team)))


def _size(turn: Turn, mine: Rights, team: Team) -> Html | None:
    size = size_of(mine.programme)
    members = len(turn.unit.people.team_members(mine.programme.id, team.id))
    if size is None or room(size, members) == "fits":
        return None
    return texts.outside_size(turn.tongue, members, size.min, size.max)
