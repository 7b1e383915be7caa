"""Who has told what we need comes in: membership, the code spent, and what comes next."""

from dataclasses import replace

from handlers.flow.position import Position
from handlers.flow.scene import Scene
from handlers.join import page_texts, places, texts, words
from handlers.join.codes import Grant, proven
from handlers.join.plan import room, size_of
from handlers.markup import Html, paragraphs
from handlers.post import hears, sends_mail
from handlers.programme_file import ProgrammeFile
from handlers.turn import Turn
from storage.records import Membership


def finished(scene: Scene, position: Position) -> None:
    """Let in whoever completed the form, if the code still opens something."""
    turn, draft = scene.turn, scene.draft
    turn.unit.drafts.drop(draft.id)
    grant = proven(turn.unit, draft.about, turn.now)
    if grant is None:
        _turn_away(turn, no_longer(turn, scene.programme))
        return
    name, job = position.values.get("name"), position.values.get("job")
    come_in(turn, grant, scene.programme, name, job)


def come_in(
    turn: Turn, grant: Grant, programme: ProgrammeFile, name: str | None, job: str | None
) -> None:
    """Make the speaker a member; where the team is full, nothing of a newcomer is kept.

    Whoever an organiser has entered becomes the one who was expected.
    """
    named = turn.person.name if turn.person and turn.person.name else name
    place = places.waiting_for(turn.unit, grant, named)
    if place is not None:
        _take_the_place(turn, grant, programme, place, job)
    elif is_full(turn, grant, programme, awaited=0):
        _turn_away(turn, full(turn, grant, programme))
    elif grant.for_one and not turn.unit.invitations.use(grant.proof, turn.now):
        _turn_away(turn, no_longer(turn, programme))
    else:
        _record(turn, grant, name, job)
        _thank(turn, grant, programme)


def _take_the_place(
    turn: Turn, grant: Grant, programme: ProgrammeFile, place: Membership, job: str | None
) -> None:
    if not places.take(turn, grant, place, job):
        _turn_away(turn, no_longer(turn, programme))
        return
    turn.roles_changed = True
    _thank(turn, grant, programme)


def move(turn: Turn, grant: Grant, programme: ProgrammeFile, mine: Membership) -> None:
    """Put a participant into another team, unless it is full."""
    if is_full(turn, grant, programme, awaited=0):
        turn.say(full(turn, grant, programme))
        return
    there = replace(mine, team=grant.team)
    turn.unit.people.join(there)
    turn.unit.people.take_duty(there, None)  # they spoke for the team that they leave
    sit_in(turn, programme)
    turn.note("moved", grant.team)
    t = turn.tongue
    said = texts.moved(t, words.team_name(t, programme, grant.team))
    turn.say(paragraphs(said, _size(turn, grant, programme), words.next_up(t, programme, turn.now)))


def is_full(turn: Turn, grant: Grant, programme: ProgrammeFile, awaited: int | None = None) -> bool:
    """Whether the programme lets nobody more into that team.

    One of those who are ``awaited`` there has a place; until a name is told, anybody may be one.
    """
    if grant.person is not None:
        return False
    waiting = places.awaited(turn.unit, grant) if awaited is None else awaited
    members = _members(turn, grant) + 1 - min(waiting, 1)
    return grant.team != "" and room(size_of(programme), members) == "full"


def full(turn: Turn, grant: Grant, programme: ProgrammeFile) -> Html:
    t, size = turn.tongue, size_of(programme)
    team = words.team_name(t, programme, grant.team)
    return texts.full(t, team, size.max if size else 0, words.whom(t, programme))


def no_longer(turn: Turn, programme: ProgrammeFile) -> Html:
    return texts.no_longer(turn.tongue, words.whom(turn.tongue, programme))


def forget_newcomer(turn: Turn) -> None:
    """Keep nothing of a speaker who is a member nowhere: who they are, what was said either way."""
    if turn.memberships:
        return
    unit, door, key = turn.unit, turn.address.door, turn.address.key
    unit.inbox.forget_address(door, key)
    unit.outbox.moot_at(door, key, turn.now)
    unit.outbox.blank_at(door, key)
    unit.drafts.leave_seats(door, key)
    if turn.person is not None:
        for draft in unit.drafts.started_by(turn.person.id):
            unit.drafts.drop(draft.id)
        unit.people.erase(turn.person.id)
    turn.forget_what_was_read()


def sit_in(turn: Turn, programme: ProgrammeFile) -> None:
    """Let the speaker's programme be this one from now on."""
    turn.sit(replace(turn.seat, programme=programme.id))


def _turn_away(turn: Turn, sentence: Html) -> None:
    forget_newcomer(turn)
    turn.say_goodbye(sentence)


def _record(turn: Turn, grant: Grant, name: str | None, job: str | None) -> None:
    person = turn.person
    if person is None:
        return
    if name is not None:
        turn.unit.people.name(person.id, name)
    turn.unit.people.join(
        Membership(person.id, grant.programme, grant.role, grant.team or None, job, turn.now)
    )
    turn.roles_changed = True


def _thank(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    sit_in(turn, programme)
    turn.note("joined", f"{grant.role} {grant.team}".strip())
    t = turn.tongue
    name = turn.person.name if turn.person else None
    turn.say(
        paragraphs(
            texts.joined(t, name or ""),
            texts.may_lead(t) if grant.for_one else _size(turn, grant, programme),
            words.next_up(t, programme, turn.now),
            _reminders(turn),
        )
    )


def _reminders(turn: Turn) -> Html:
    """How they hear of what comes: at the page it takes an e-mail address."""
    if turn.person is None or hears(turn.unit, turn.person):
        return texts.reminders(turn.tongue)
    by_mail = sends_mail(turn.unit)
    return page_texts.told_by_mail(turn.tongue) if by_mail else page_texts.come_by(turn.tongue)


def _size(turn: Turn, grant: Grant, programme: ProgrammeFile) -> Html | None:
    """A soft word on a team that has fewer or more than it is meant to."""
    size, members = size_of(programme), _members(turn, grant)
    if size is None or grant.team == "" or room(size, members) == "fits":
        return None
    return texts.outside_size(turn.tongue, members, size.min, size.max)


def _members(turn: Turn, grant: Grant) -> int:
    return len(turn.unit.people.team_members(grant.programme, grant.team))
