"""Drafts, their answers, the messages that held them, and who sits where."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from storage.instants import written
from storage.records import AnswerRow, Draft, Offer, Seat
from storage.shelf import Shelf, every, one, statements


@dataclass(frozen=True, slots=True)
class AnswerMessage:
    """Which answer a message held."""

    draft: str
    question: str


class Drafts(Shelf):
    """Answers are rows; where a conversation stands is derived from them."""

    sql = statements("drafts")

    def start(  # noqa: PLR0913 - a draft's whole identity
        self,
        programme: str,
        version: int,
        form: str,
        party: str,
        about: str,
        by: str | None,
        now: datetime,
    ) -> Draft:
        draft = Draft(self.new_id(), programme, version, form, party, about, "open", by, now, now)
        self.sql.start(
            self.connection,
            id=draft.id,
            programme=programme,
            version=version,
            form=form,
            party=party,
            about=about,
            by=by,
            now=written(now),
        )
        return draft

    def find(self, draft: str) -> Draft | None:
        return one(Draft, self.sql.find(self.connection, id=draft))

    def of(self, programme: str, form: str, party: str, about: str) -> Draft | None:
        row = self.sql.of(self.connection, programme=programme, form=form, party=party, about=about)
        return one(Draft, row)

    def open_for(self, party: str) -> list[Draft]:
        """Return a party's open drafts, the one touched last first."""
        return every(Draft, self.sql.open_for(self.connection, party=party))

    def open_about(self, programme: str, form: str, about: str) -> list[Draft]:
        rows = self.sql.open_about(self.connection, programme=programme, form=form, about=about)
        return every(Draft, rows)

    def open_of(self, form: str) -> list[Draft]:
        """Return every open draft of a form, whoever's it is."""
        return every(Draft, self.sql.open_of(self.connection, form=form))

    def started_by(self, person: str) -> list[Draft]:
        return every(Draft, self.sql.started_by(self.connection, person=person))

    def finish(self, draft: str, now: datetime) -> None:
        self.sql.finish(self.connection, id=draft, now=written(now))

    def reopen(self, draft: str, version: int, now: datetime) -> None:
        self.sql.reopen(self.connection, id=draft, version=version, now=written(now))

    def drop(self, draft: str) -> None:
        """Delete the draft with its answers."""
        self.sql.drop(self.connection, id=draft)

    def answers(self, draft: str) -> list[AnswerRow]:
        return every(AnswerRow, self.sql.answers(self.connection, draft=draft))

    def put(self, answer: AnswerRow, now: datetime) -> None:
        """Write an answer over the one that stands; the caller compared revisions."""
        self.sql.put(
            self.connection,
            draft=answer.draft,
            key=answer.key,
            state=answer.state,
            value=answer.value,
            revision=answer.revision,
            by=answer.by,
            said_at=written(answer.said_at),
        )
        self.sql.touch(self.connection, id=answer.draft, now=written(now))

    def point(self, door: str, key: str, message: str, draft: str, question: str) -> None:
        """Remember that this message held that answer."""
        self.sql.point(
            self.connection, door=door, key=key, message=message, draft=draft, question=question
        )

    def pointed(self, door: str, key: str, message: str) -> AnswerMessage | None:
        row = self.sql.pointed(self.connection, door=door, key=key, message=message)
        return one(AnswerMessage, row)

    def offer(
        self, draft: str, question: str, value: str, by: str | None, said_at: datetime
    ) -> str:
        """Keep what somebody wrote until they choose; return its id."""
        offer = self.new_id()
        self.sql.offer(
            self.connection,
            id=offer,
            draft=draft,
            question=question,
            value=value,
            by=by,
            said_at=written(said_at),
        )
        return offer

    def offered(self, offer: str) -> Offer | None:
        return one(Offer, self.sql.offered(self.connection, id=offer))

    def offers_of(self, draft: str) -> list[Offer]:
        """Return what waits for a choice in a draft, oldest first."""
        return every(Offer, self.sql.offers_of(self.connection, draft=draft))

    def withdraw(self, offer: str) -> None:
        self.sql.withdraw(self.connection, id=offer)

    def seat(self, door: str, key: str, speaker: str) -> Seat:
        """Where this speaker sits; an empty seat if they have not sat down yet."""
        row = self.sql.seat(self.connection, door=door, key=key, speaker=speaker)
        return one(Seat, row) or Seat(door, key, speaker, None, None, None, None, None)

    def sit(self, seat: Seat) -> None:
        self.sql.sit(
            self.connection,
            door=seat.door,
            key=seat.key,
            speaker=seat.speaker,
            programme=seat.programme,
            draft=seat.draft,
            question=seat.question,
            revision=seat.revision,
            waiting=seat.waiting,
        )

    def rise(self, seats: Iterable[Seat]) -> None:
        """Let these seats lose their draft: it is finished, or gone."""
        for seat in seats:
            self.sit(replace(seat, draft=None, question=None, revision=None))

    def seats_at(self, draft: str) -> list[Seat]:
        return every(Seat, self.sql.seats_at(self.connection, draft=draft))

    def move(self, door: str, key: str, new_key: str) -> None:
        """Let seats and pointed messages follow a chat to its new key."""
        self.sql.move_seats(self.connection, door=door, key=key, new_key=new_key)
        self.sql.move_messages(self.connection, door=door, key=key, new_key=new_key)

    def leave_seats(self, door: str, key: str) -> None:
        self.sql.leave_seats(self.connection, door=door, key=key)
