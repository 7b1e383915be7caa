"""Reflections: who has answered in one table, what was said in another, with nothing between."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.records import Reflection
from storage.shelf import Shelf, every, number, statements


@dataclass(frozen=True, slots=True)
class Reflected:
    """That a person has reflected on a milestone; not what they said."""

    programme: str
    milestone: str


class Reflections(Shelf):
    """An unsigned reflection has a random id of its own for each answer."""

    sql = statements("reflections")

    def mark(self, programme: str, milestone: str, person: str) -> None:
        self.sql.mark(self.connection, programme=programme, milestone=milestone, person=person)

    def marked(self, programme: str, milestone: str, person: str) -> bool:
        return (
            number(
                self.sql.marked(
                    self.connection, programme=programme, milestone=milestone, person=person
                )
            )
            > 0
        )

    def how_many(self, programme: str, milestone: str) -> int:
        return number(self.sql.how_many(self.connection, programme=programme, milestone=milestone))

    def of_person(self, person: str) -> list[Reflected]:
        return every(Reflected, self.sql.of_person(self.connection, person=person))

    def keep_unsigned(self, programme: str, reflections: Sequence[Reflection]) -> None:
        """Keep one person's answers among all that stand after the same milestone.

        All are written anew, each with a new id and in the order of the ids: SQLite fills a page in
        the order of writing, and that order would tell whose is whose.
        """
        for milestone in {one.milestone for one in reflections}:
            rows = self.sql.unsigned_after(
                self.connection, programme=programme, milestone=milestone
            )
            standing = every(Reflection, rows)
            self.sql.take_unsigned_out(self.connection, programme=programme, milestone=milestone)
            new = [one for one in reflections if one.milestone == milestone]
            self._shuffle_in(programme, [*standing, *new])

    def _shuffle_in(self, programme: str, reflections: Sequence[Reflection]) -> None:
        by_id = {self.new_id(): reflection for reflection in reflections}
        for new_id, reflection in sorted(by_id.items(), key=lambda pair: pair[0]):
            self.sql.keep_unsigned(
                self.connection,
                id=new_id,
                programme=programme,
                milestone=reflection.milestone,
                question=reflection.question,
                wording=reflection.wording,
                shown=reflection.shown,
            )

    def keep_signed(
        self, programme: str, person: str, team: str | None, reflections: Sequence[Reflection]
    ) -> None:
        for reflection in reflections:
            self.sql.keep_signed(
                self.connection,
                programme=programme,
                milestone=reflection.milestone,
                person=person,
                team=team,
                question=reflection.question,
                wording=reflection.wording,
                shown=reflection.shown,
            )

    def take_signed_out(self, programme: str, milestone: str, person: str) -> None:
        """Remove what a person said after a milestone, before they say it anew."""
        self.sql.take_signed_out(
            self.connection, programme=programme, milestone=milestone, person=person
        )

    def unsigned(self, programme: str) -> list[Reflection]:
        return every(Reflection, self.sql.unsigned(self.connection, programme=programme))

    def signed(self, programme: str) -> list[Reflection]:
        return every(Reflection, self.sql.signed(self.connection, programme=programme))

    def signed_after(self, programme: str, milestone: str, person: str) -> list[Reflection]:
        """What one person said after a milestone."""
        rows = self.sql.signed_after(
            self.connection, programme=programme, milestone=milestone, person=person
        )
        return every(Reflection, rows)
