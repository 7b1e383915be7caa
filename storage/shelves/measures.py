"""The aims and measures of each party, and the history of every one of them."""

from dataclasses import fields
from datetime import date, datetime

from storage.instants import written
from storage.records import Aim, Measure, WorkChange
from storage.shelf import Shelf, every, number, one, statements

_AIM = ("wording", "state", "closed_at")
_MEASURE = ("aim", "wording", "state", "note", "due", "responsible")


class Measures(Shelf):
    """What a party works towards and what it tries; nothing of it is deleted, it is closed."""

    sql = statements("measures")

    def aims(self, programme: str, party: str) -> list[Aim]:
        """Return every aim of a party, closed ones too, by number."""
        return every(Aim, self.sql.aims(self.connection, programme=programme, party=party))

    def aim(self, aim: str) -> Aim | None:
        return one(Aim, self.sql.aim(self.connection, id=aim))

    def measures(self, programme: str, party: str) -> list[Measure]:
        """Return every measure of a party, closed ones too, by number."""
        rows = self.sql.measures(self.connection, programme=programme, party=party)
        return every(Measure, rows)

    def measure(self, measure: str) -> Measure | None:
        return one(Measure, self.sql.measure(self.connection, id=measure))

    def add_aim(  # noqa: PLR0913 - whose, what, and by whom
        self,
        programme: str,
        party: str,
        wording: str,
        by: str | None,
        at: datetime,
        *,
        given: bool = False,
    ) -> Aim:
        """Add an aim under the party's next number; ``given``: by the programme's file."""
        place = number(self.sql.next_aim(self.connection, programme=programme, party=party))
        aim = Aim(self.new_id(), programme, party, place, wording, None, given, None)
        self.sql.add_aim(
            self.connection,
            id=aim.id,
            programme=programme,
            party=party,
            number=place,
            wording=wording,
            given=int(given),
        )
        self._note(aim, "added", None, wording, at, by)
        return aim

    def add_measure(  # noqa: PLR0913 - whose, towards what, and by whom
        self,
        programme: str,
        party: str,
        aim: str | None,
        wording: str,
        by: str | None,
        at: datetime,
    ) -> Measure:
        """Add a measure under the party's next number, towards one of its aims or none."""
        place = number(self.sql.next_measure(self.connection, programme=programme, party=party))
        measure = Measure(
            self.new_id(), programme, party, place, aim, wording, None, None, None, None
        )
        self.sql.add_measure(
            self.connection,
            id=measure.id,
            programme=programme,
            party=party,
            number=place,
            aim=aim,
            wording=wording,
        )
        self._note(measure, "added", None, wording, at, by)
        return measure

    def change_aim(self, aim: Aim, by: str | None, at: datetime) -> bool:
        """Let the aim stand as given, and keep each difference; false if there is none."""
        before = self.aim(aim.id)
        if before is None or before == aim:
            return False
        self.sql.set_aim(
            self.connection,
            id=aim.id,
            wording=aim.wording,
            state=aim.state,
            closed_at=written(aim.closed_at) if aim.closed_at else None,
        )
        self._note_differences(before, aim, _AIM, at, by)
        return True

    def change_measure(self, measure: Measure, by: str | None, at: datetime) -> bool:
        """Let the measure stand as given, and keep each difference; false if there is none."""
        before = self.measure(measure.id)
        if before is None or before == measure:
            return False
        self.sql.set_measure(
            self.connection,
            id=measure.id,
            aim=measure.aim,
            wording=measure.wording,
            state=measure.state,
            note=measure.note,
            due=measure.due.isoformat() if measure.due else None,
            responsible=measure.responsible,
        )
        self._note_differences(before, measure, _MEASURE, at, by)
        return True

    def history(self, subject: Aim | Measure) -> list[WorkChange]:
        """Return what became of one aim or measure, oldest first."""
        match subject:
            case Aim():
                rows = self.sql.changes_of_aim(self.connection, aim=subject.id)
            case Measure():
                rows = self.sql.changes_of_measure(self.connection, measure=subject.id)
        return every(WorkChange, rows)

    def changes(self, programme: str, party: str) -> list[WorkChange]:
        """Return what became of all that a party has, oldest first."""
        return every(
            WorkChange, self.sql.changes(self.connection, programme=programme, party=party)
        )

    def _note_differences(
        self,
        before: Aim | Measure,
        after: Aim | Measure,
        names: tuple[str, ...],
        at: datetime,
        by: str | None,
    ) -> None:
        for name in (field.name for field in fields(before) if field.name in names):
            was, is_now = getattr(before, name), getattr(after, name)
            if was != is_now:
                what = "closed" if name == "closed_at" else name
                self._note(after, what, _as_text(was), _as_text(is_now), at, by)

    def _note(  # noqa: PLR0913 - a change's whole identity
        self,
        subject: Aim | Measure,
        what: str,
        was: str | None,
        is_now: str | None,
        at: datetime,
        by: str | None,
    ) -> None:
        self.sql.note(
            self.connection,
            aim=subject.id if isinstance(subject, Aim) else None,
            measure=subject.id if isinstance(subject, Measure) else None,
            what=what,
            was=was,
            now=is_now,
            at=written(at),
            by=by,
        )


def _as_text(value: object) -> str | None:
    match value:
        case None:
            return None
        case datetime():
            return written(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)
