"""Who comes to a samling, and who was there."""

from storage.instants import written
from storage.records import Presence, SignUp
from storage.shelf import Shelf, every, statements


class Attendance(Shelf):
    """One answer a person and samling: the newest counts."""

    sql = statements("attendance")

    def sign_up(self, said: SignUp) -> None:
        self.sql.sign_up(
            self.connection,
            programme=said.programme,
            milestone=said.milestone,
            person=said.person,
            answer=said.answer,
            asked_for=said.asked_for,
            days=said.days,
            lunch=_number(said.lunch),
            dinner=_number(said.dinner),
            overnight=_number(said.overnight),
            said_at=written(said.said_at),
        )

    def signed_up(self, programme: str, milestone: str) -> list[SignUp]:
        rows = self.sql.signed_up(self.connection, programme=programme, milestone=milestone)
        return every(SignUp, rows)

    def sign_ups_of(self, person: str) -> list[SignUp]:
        return every(SignUp, self.sql.sign_ups_of(self.connection, person=person))

    def note(self, said: Presence) -> None:
        self.sql.note(
            self.connection,
            programme=said.programme,
            milestone=said.milestone,
            person=said.person,
            state=said.state,
            said_at=written(said.said_at),
        )

    def present(self, programme: str, milestone: str) -> list[Presence]:
        rows = self.sql.present(self.connection, programme=programme, milestone=milestone)
        return every(Presence, rows)

    def presences_of(self, person: str) -> list[Presence]:
        return every(Presence, self.sql.presences_of(self.connection, person=person))


def _number(yes: bool | None) -> int | None:  # noqa: FBT001 - a value, not a switch
    return None if yes is None else int(yes)
