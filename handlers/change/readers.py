"""Readers of what an organiser writes: each also tries whether the programme would hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from handlers.change import form_texts as texts
from handlers.change.proposal import WHEN, proposed
from handlers.change.spans import examples, read_span, with_times
from handlers.flow import readers
from handlers.flow.form import Option, Refusal
from handlers.flow.readers import NO, YES
from handlers.markup import Html, lines
from handlers.programme_file import (
    Milestone,
    ProgrammeErrors,
    ProgrammeFile,
    milestone,
    write_when,
    zone,
)
from handlers.timeline import is_over
from handlers.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: about which milestone, after which answers, and when (aware)."""

    programme: ProgrammeFile
    milestone: str
    now: datetime
    answers: Mapping[str, str]

    @property
    def stands(self) -> Milestone:
        found = milestone(self.programme, self.milestone)
        assert found is not None  # noqa: S101 - the form is about one that stands
        return found

    @property
    def today(self) -> date:
        return self.now.astimezone(zone(self.programme)).date()

    def tried(self, t: Tongue, key: str, value: str) -> ProgrammeFile:
        """The programme with this answer as well; Refusal where it would not hold, or is as now."""
        others = {name: said for name, said in self.answers.items() if name != key}
        try:
            after = proposed(self.programme, self.milestone, {**others, key: value})
        except ProgrammeErrors as errors:
            raise Refusal(lines(*(one.sentence(t) for one in errors.complaints))) from None
        if after == self.programme:
            raise Refusal(texts.is_so_already(t))
        return after


@dataclass(frozen=True, slots=True)
class Span:
    """Reads when it is to be, as a programme file writes it."""

    place: Place

    def __call__(self, said: str, t: Tongue) -> str:
        """The time in canonical form; Refusal for none, for what is past, and for what it is."""
        place = self.place
        when = read_span(said, t, place.today, zone(place.programme))
        value = write_when(with_times(when, place.stands.when))
        after = place.tried(t, WHEN, value)
        moved = milestone(after, place.milestone)
        if moved is not None and is_over(after, moved, place.now):
            raise Refusal(texts.is_past(t))
        return value

    def hint(self, t: Tongue) -> Html:
        return texts.how_to_write_it(t, *examples(t, self.place.today))


@dataclass(frozen=True, slots=True)
class Kept:
    """Reads as another reader does, where the programme holds with it."""

    place: Place
    key: str
    read: Callable[[str, Tongue], str]

    def __call__(self, said: str, t: Tongue) -> str:
        value = self.read(said, t)
        self.place.tried(t, self.key, value)
        return value


def link(said: str, t: Tongue) -> str:
    """Read a link; Refusal for anything else."""
    text = readers.text(500)(said, t)
    if not text.startswith(("https://", "http://")):
        raise Refusal(texts.no_link(t))
    return text


@dataclass(frozen=True, slots=True)
class Deadline:
    """Reads a day from today on and before ``before``, the first of what it is for."""

    place: Place
    key: str
    before: date

    def __call__(self, said: str, t: Tongue) -> str:
        day = readers.date(self.place.today)(said, t)
        if not self.place.today <= date.fromisoformat(day) < self.before:
            raise Refusal(texts.not_between(t, t.day(self.before, year=True)))
        self.place.tried(t, self.key, day)
        return day

    def hint(self, t: Tongue) -> Html:
        return texts.between(t, t.day(self.before, year=True))


@dataclass(frozen=True, slots=True)
class Sure:
    """Reads ``yes`` or ``no``, from such a word or from a button's own.

    ``is_seen``: they have what they say yes to before them, and not what stood there before.
    """

    options: tuple[Option, ...]
    is_seen: bool

    def __call__(self, said: str, t: Tongue) -> str:
        """``"yes"`` or ``"no"``; Refusal for anything else, and for a yes to something else."""
        if not self.is_seen:
            raise Refusal(texts.look_again(t))
        try:
            return readers.yesno()(said, t)
        except Refusal:
            return readers.choice(self.options)(said, t)


def sure(yes: str, no: str, *, is_seen: bool) -> Sure:
    return Sure((Option(YES, yes), Option(NO, no)), is_seen)


__all__ = ["NO", "Deadline", "Kept", "Place", "Span", "link", "sure"]
