"""People, where they are reached, and what they are in a programme."""

from datetime import datetime

from storage.instants import written
from storage.records import AddressRow, Duty, Membership, Person, Role
from storage.shelf import Shelf, every, number, one, statements


class People(Shelf):
    """Names stand here alone, so that a person can be erased."""

    sql = statements("people")

    def add(self, name: str | None, language: str | None, now: datetime) -> Person:
        person = Person(self.new_id(), name, language)
        self.sql.add(self.connection, id=person.id, name=name, language=language, now=written(now))
        return person

    def find(self, person: str) -> Person | None:
        return one(Person, self.sql.find(self.connection, id=person))

    def at(self, door: str, key: str) -> Person | None:
        return one(Person, self.sql.at(self.connection, door=door, key=key))

    def name(self, person: str, name: str) -> None:
        self.sql.name(self.connection, id=person, name=name)

    def speak(self, person: str, language: str) -> None:
        self.sql.speak(self.connection, id=person, language=language)

    def erase(self, person: str) -> None:
        """Delete the person; what hangs on them goes too, and every ``by`` becomes null."""
        self.sql.erase(self.connection, id=person)

    def live_at(self, person: str, door: str, key: str) -> None:
        self.sql.live_at(self.connection, person=person, door=door, key=key)

    def live_at_no_more(self, door: str, key: str) -> None:
        self.sql.drop_address(self.connection, door=door, key=key)

    def addresses(self, person: str) -> list[AddressRow]:
        return every(AddressRow, self.sql.addresses(self.connection, person=person))

    def unreachable(self, door: str, key: str, now: datetime) -> None:
        self.sql.unreachable(self.connection, door=door, key=key, now=written(now))

    def reachable(self, door: str, key: str) -> None:
        self.sql.reachable(self.connection, door=door, key=key)

    def move(self, door: str, key: str, new_key: str) -> None:
        """Give an address its new key; whoever stood there under it already makes room."""
        self.sql.vacate(self.connection, door=door, key=new_key, comes=key)
        self.sql.move(self.connection, door=door, key=key, new_key=new_key)

    def join(self, membership: Membership) -> None:
        """Add a membership, or change the team and job of the one that stands."""
        self.sql.join_programme(
            self.connection,
            person=membership.person,
            programme=membership.programme,
            role=membership.role,
            team=membership.team,
            job=membership.job,
            now=written(membership.joined_at),
            listed=int(membership.listed),
        )

    def come_in(self, person: str) -> bool:
        """Note that somebody who was listed has come in themselves; false if they were not."""
        return int(self.sql.come_in(self.connection, person=person)) > 0

    def take_duty(self, member: Membership, duty: Duty | None) -> None:
        """Let a participant speak for their team, in the place of whoever did, or no longer."""
        at = self.connection
        if duty is not None:
            self.sql.lay_down(at, programme=member.programme, team=member.team, duty=duty)
        self.sql.take_up(at, person=member.person, programme=member.programme, duty=duty)

    def leave(self, person: str, programme: str, role: Role) -> None:
        self.sql.leave_programme(self.connection, person=person, programme=programme, role=role)

    def memberships(self, person: str) -> list[Membership]:
        return every(Membership, self.sql.memberships(self.connection, person=person))

    def members(self, programme: str) -> list[Membership]:
        """Everyone in a programme, every role, by when they joined."""
        return every(Membership, self.sql.members(self.connection, programme=programme))

    def team_members(self, programme: str, team: str) -> list[Membership]:
        rows = self.sql.team_members(self.connection, programme=programme, team=team)
        return every(Membership, rows)

    def of_programme(self, programme: str) -> list[Person]:
        return every(Person, self.sql.people_of(self.connection, programme=programme))

    def reachable_in(self, programme: str) -> frozenset[str]:
        """Return who of a programme hears of what is said: in a chat, or by mail of the page."""
        rows = self.sql.reachable_in(self.connection, programme=programme)
        return frozenset(row["person"] for row in rows)

    def has_work(self, programme: str, party: str) -> bool:
        """Whether a party has reports, aims, measures or a step there."""
        return number(self.sql.work_of(self.connection, programme=programme, party=party)) > 0

    def hand_on(self, programme: str, was: str, becomes: str) -> None:
        """Let all that a party has done, and left half done, be another's that has done nothing."""
        these = {"programme": programme, "was": was, "becomes": becomes}
        self.sql.hand_on_reports(self.connection, **these)
        self.sql.hand_on_aims(self.connection, **these)
        self.sql.hand_on_measures(self.connection, **these)
        self.sql.hand_on_pleas(self.connection, **these)
        self.sql.hand_on_assessments(self.connection, **these)
        self.sql.hand_on_drafts(self.connection, **these)

    def after(self, person: str, most: int) -> list[Person]:
        """A slice of everyone, by id, for work in bounded pieces."""
        return every(Person, self.sql.slice_after(self.connection, after=person, most=most))
