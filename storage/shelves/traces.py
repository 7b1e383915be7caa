"""What of one person stands anywhere in the house: to show them all of it, and to erase it."""

import json
import unicodedata
from collections.abc import Mapping, Sequence

from storage.shelf import Shelf, number, statements

# Everywhere that something of a person may stand, in the order in which they are shown it.
PLACES = (
    "person address pass session mail_claim proposal membership preference sign_up presence notice "
    "seat draft answer answer_message offer report report_version "
    "report_answer aim measure work_change plea assessment attachment reflected "
    "signed_reflection broadcast file push push_part deed guess inbox outbox"
).split()

Trace = Mapping[str, str | int | None]
"""One row's columns by their names, without those that say nothing to the person."""


class Traces(Shelf):
    """The one shelf that looks across the others: nobody may be left out of an erasure."""

    sql = statements("traces")

    def held(self, person: str) -> Mapping[str, Sequence[Trace]]:
        """Return what is held on a person, by the table's name; a table without any is empty."""
        queries = {place: getattr(self.sql, f"held_{place}") for place in PLACES}
        return {
            place: [dict(row) for row in query(self.connection, person=person)]
            for place, query in queries.items()
        }

    def files_of(self, person: str) -> list[str]:
        """Return the ids of files made for them, or sent by them and never passed on."""
        return [row["file"] for row in self.sql.files_of(self.connection, person=person)]

    def forget_person(self, person: str, name: str | None, files: Sequence[str]) -> None:
        """Erase what hangs on a person's id and name; their addresses were forgotten before.

        ``name`` is as it stands in texts, escaped. Their own reports stay, as nobody's;
        their own aims and measures go, with their calls for help and what was thought of them.
        """
        at, party = self.connection, f"person:{person}"
        self.sql.drop_drafts(at, party=party)
        self.sql.drop_drafts_about(at, person=person)
        self._drop_own_work(party)
        self.sql.unname_reports(at, party=party, nobody=f"person:{self.new_id()}")
        self.sql.drop_broadcasts(at, person=person)
        self.sql.unname_deeds(at, person=person)
        self.sql.unname_tasks(at, person=person)
        self.sql.forget_proofs(at, person=person)
        if name:
            self.sql.unname_outbox(at, name=name)
            self.sql.let_pass_unkept(at, name=name)
        for file in files:
            self.sql.drop_file(at, id=file)

    def drop_files_about(self, about: str) -> None:
        """Let go of the files that were sent about something, such as lists with people's names."""
        files = [row["file"] for row in self.sql.files_about(self.connection, about=about)]
        self.sql.let_go_files_about(self.connection, about=about)
        for file in files:
            self.sql.drop_file(self.connection, id=file)

    def drop_proposals_naming(self, words: Sequence[str]) -> None:
        """Drop the proposals in which one of these stands, however its letters are written."""
        sought = [_folded(json.dumps(one, ensure_ascii=False)[1:-1]) for one in words if one]
        for row in list(self.sql.proposals(self.connection)):
            body = _folded(row["body"])
            if any(one in body for one in sought):
                self.sql.drop_proposal(self.connection, person=row["person"])

    def _drop_own_work(self, party: str) -> None:
        self.sql.drop_measures(self.connection, party=party)
        self.sql.drop_aims(self.connection, party=party)
        self.sql.drop_pleas(self.connection, party=party)
        self.sql.drop_assessments(self.connection, party=party)

    def forget_address(  # noqa: PLR0913 - where, whose, and the update that asks for it
        self, door: str, key: str, person: str, party: str, source: str, update: str
    ) -> None:
        """Blank all that was said either way at an address, up to the update that asks for it.

        ``person`` may be "" for somebody whom nobody knows; ``party`` is the address's own.
        """
        at = self.connection
        self.sql.drop_drafts(at, party=party)
        self.sql.leave_seats(at, door=door, key=key)
        self.sql.unpoint(at, door=door, key=key)
        self.sql.blank_inbox(at, door=door, key=key, source=source, update=update)
        self.sql.close_sessions(at, door=door, key=key)
        self.sql.blank_mentions(at, key=key)
        self.sql.blank_outbox(at, door=door, key=key, person=person)

    def forget_guesses(self, door: str, key: str) -> None:
        self.sql.forget_guesses(self.connection, door=door, key=key)

    def parting(self, about: str) -> bool:
        """Tell whether a last word is still on its way."""
        return number(self.sql.parting(self.connection, about=about)) > 0

    def part(self, about: str) -> None:
        """Forget where last words went, once they are out."""
        self.sql.part(self.connection, about=about)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()
