"""The list of people that an organiser keeps: entered before they come in, invited by mail.

Whoever has come in themselves decides on their own e-mail address: who can change that could read
what is theirs alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.events import Address
from handlers.flow.words import folded
from handlers.post import INVITATION, Letter, mail_of, post
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.programme_file.teams import first_contact, team_of
from handlers.roster import texts
from handlers.roster.texts import Invited
from handlers.tongue import Tongue, tongue
from handlers.visits import MAIL, page_key, take_mail
from handlers.workbook import Listed
from storage.records import Membership, Person
from storage.shelves.outbox import BROADCAST
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Intended:
    """What a list would do: who is ``new``, whose place or address is ``changed``.

    ``same`` counts those who stay as they are, ``own`` those whose address is theirs to change, and
    ``unnamed`` those who are in the programme and not in the list: they stay. ``taken`` are
    addresses that somebody else has.
    """

    new: tuple[Listed, ...] = ()
    changed: tuple[Listed, ...] = ()
    same: int = 0
    own: int = 0
    unnamed: int = 0
    taken: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.changed)

    @property
    def invited(self) -> int:
        """How many would get an invitation by mail: those who are new and have an address."""
        return sum(1 for one in self.new if one.mail is not None)


def current(unit: Unit, programme: str) -> list[Listed]:
    """Everybody in a programme as the list has them, in the order of role, team and name."""
    people = {person.id: person for person in unit.people.of_programme(programme)}
    found = [
        _as_listed(unit, people[member.person], member)
        for member in unit.people.members(programme)
        if member.role != "observer"
    ]
    return sorted(found, key=lambda one: (one.role, one.team or "", folded(one.name)))


def intended(unit: Unit, programme: str, people: Sequence[Listed]) -> Intended:
    """What entering these people would do; nothing is done."""
    new, changed, same, own, met, taken = [], [], 0, 0, set(), []
    for one in people:
        member = _stands(unit, programme, one)
        if one.mail is not None and _is_anothers(unit, one.mail, member):
            taken.append(one.mail)
        if member is None:
            new.append(one)
            continue
        met.add((member.person, member.role))
        before = _before(unit, member)
        if not member.listed and one.mail not in (None, before.mail):
            own += 1
        if _would_change(member, before, one):
            changed.append(one)
        else:
            same += 1
    there = {(m.person, m.role) for m in unit.people.members(programme) if m.role != "observer"}
    return Intended(tuple(new), tuple(changed), same, own, len(there - met), tuple(taken))


def enlist(unit: Unit, programme: str, listed: Listed, now: datetime) -> Person:
    """Enter one person, or bring up to date who is there; nobody is told."""
    member = _stands(unit, programme, listed)
    if member is None:
        person = unit.people.add(listed.name, None, now)
        member = Membership(person.id, programme, listed.role, None, None, now, listed=True)
    team, job = listed.team or member.team, listed.job or member.job
    unit.people.join(
        Membership(
            member.person, programme, member.role, team, job, member.joined_at, listed=member.listed
        )
    )
    if listed.duty is not None or (member.duty is not None and member.team != team):
        there = Membership(member.person, programme, member.role, team, job, member.joined_at)
        unit.people.take_duty(there, listed.duty)
    if member.listed:
        _take_mail(unit, member.person, listed, now)
    found = unit.people.find(member.person)
    assert found is not None  # noqa: S101 - it was read or made above
    return found


def enlist_all(
    unit: Unit, programme: ProgrammeFile, people: Sequence[Listed], now: datetime
) -> Intended:
    """Enter a whole list, and invite by mail those who are new and have an address."""
    would = intended(unit, programme.id, people)
    for one in people:
        person = enlist(unit, programme.id, one, now)
        if one in would.new:
            invite(unit, programme, person, now)
    return would


def invite(
    unit: Unit, programme: ProgrammeFile, person: Person, now: datetime, again: str = ""
) -> bool:
    """Invite somebody by mail; the mail door adds their link. False where no mail reaches them.

    ``again`` tells a further invitation from the first, which is sent once.
    """
    to = mail_of(unit, person.id)
    if to is None:
        return False
    t = tongue(person.language or programme.language)
    letter = Letter(
        texts.invitation(t, _invited(unit, programme, person, t)),
        about=INVITATION,
        priority=BROADCAST,
        fleeting=True,
    )
    key = f"{INVITATION}:{programme.id}:{person.id}{again}"
    return post(unit, Address(MAIL, to), letter, key, t.language, now) is not None


def _invited(unit: Unit, programme: ProgrammeFile, person: Person, t: Tongue) -> Invited:
    """To what somebody is invited, a participant's part first."""
    places = [m for m in unit.people.memberships(person.id) if m.programme == programme.id]
    mine = min(places, key=lambda one: one.role != "participant", default=None)
    team = team_of(programme, (mine.team if mine else None) or "")
    contact = first_contact(programme)
    return Invited(
        name=person.name or "",
        programme=t.pick(programme.name),
        role=mine.role if mine else "participant",
        team=t.pick(team.name) if team else "",
        alone=is_for_individuals(programme),
        organisers=tuple(t.pick(one) for one in programme.organisers),
        whom=(
            f"{contact.name or t.pick(contact.role)}, {t.pick(contact.reach)}"
            if contact and contact.reach
            else ""
        ),
    )


def _stands(unit: Unit, programme: str, listed: Listed) -> Membership | None:
    """The membership that a line of the list is about: by the address, else by team and name."""
    holder = unit.people.at(MAIL, listed.mail) if listed.mail is not None else None
    members = [one for one in unit.people.members(programme) if one.role == listed.role]
    for one in members:
        if holder is not None and one.person == holder.id:
            return one
    named = (one for one in members if (one.team or "") == (listed.team or ""))
    return next((one for one in named if _is_called(unit, one.person, listed.name)), None)


def _is_called(unit: Unit, person: str, name: str) -> bool:
    found = unit.people.find(person)
    return found is not None and found.name is not None and folded(found.name) == folded(name)


def _is_anothers(unit: Unit, mail: str, member: Membership | None) -> bool:
    holder = unit.people.at(MAIL, mail)
    return holder is not None and (member is None or holder.id != member.person)


def _take_mail(unit: Unit, person: str, listed: Listed, now: datetime) -> None:
    """Let a listed person be reached at the list's address, and no longer at an earlier one."""
    if listed.mail is None or unit.people.at(MAIL, listed.mail) is not None:
        return
    take_mail(unit, person, listed.mail, now)
    page_key(unit, person)


def _mails(unit: Unit, person: str) -> Iterator[str]:
    return (one.key for one in unit.people.addresses(person) if one.door == MAIL)


def _before(unit: Unit, member: Membership) -> Listed:
    person = unit.people.find(member.person)
    assert person is not None  # noqa: S101 - a membership has its person
    return _as_listed(unit, person, member)


def _as_listed(unit: Unit, person: Person, member: Membership) -> Listed:
    mail = next(_mails(unit, person.id), None)
    return Listed(
        name=person.name or "",
        role=member.role,
        team=member.team,
        mail=mail,
        job=member.job,
        duty=member.duty,
    )


def _would_change(member: Membership, before: Listed, one: Listed) -> bool:
    mail = member.listed and one.mail not in (None, before.mail)
    team = bool(one.team) and one.team != before.team
    job = one.job not in (None, before.job)
    return mail or team or job or one.duty not in (None, before.duty)
