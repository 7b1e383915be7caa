"""Sentences in the reader's language: English in the source, gettext catalogues for the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import IO, assert_never

from babel.dates import format_date
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from handlers.markup import Html, safe
from handlers.when import At, Days, InSeason, Month, Season, Unset, When, Yearly

_CATALOGUES = ("nb", "nn")
_LOCALES = {"nb": "nb", "nn": "nn", "en": "en_GB"}
_PREFERRED = {"nb": ("nb", "nn", "en"), "nn": ("nn", "nb", "en"), "en": ("en", "nb", "nn")}
# Whoever reads one of these reads bokmål more easily than English, or has it as the other language.
_NEIGHBOURS = {"no": "nb", "da": "nb", "sv": "nb", "se": "nb"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """How Mellom speaks to one reader; ``language`` is ``"nb"``, ``"nn"`` or ``"en"``."""

    language: str

    def say(self, message: str, /, **values: object) -> Html:
        """Translate an English message and fill it in; each value is escaped unless ``Html``.

        The message is a literal, so that it can be extracted, with plain ``{name}`` placeholders.
        Without a translation it stays English. Raises KeyError for a value that is not given.
        """
        forms = _catalogue(self.language).get(message, (message,))
        return _filled(forms[0], values)

    def many(self, one: str, many: str, n: int, /, **values: object) -> Html:
        """Translate what depends on a number; ``{n}`` is the number itself."""
        forms = _catalogue(self.language).get(one, ())
        one, many = forms if len(forms) == 2 else (one, many)  # noqa: PLR2004 (one and many)
        return _filled(one if n == 1 else many, {"n": self.number(n), **values})

    def number(self, x: float) -> str:
        """A number as it is written («1 234,5», "1,234.5")."""
        return format_decimal(x, locale=_LOCALES[self.language])

    def listed(self, items: Iterable[object]) -> Html:
        """Items in a sentence («a, b og c»); each is escaped unless ``Html``."""
        return Html(format_list([safe(item) for item in items], locale=_LOCALES[self.language]))

    def clock(self, moment: time | datetime) -> str:
        """A time of day, without a word before it («13.30», "13:30")."""
        return f"{moment:%H:%M}" if self.language == "en" else f"{moment:%H.%M}"

    def day(self, day: date, *, year: bool = False) -> str:
        """A day with its weekday («onsdag 4. mars», with the year where wanted)."""
        return self._date("EEEE {d} MMMM y" if year else "EEEE {d} MMMM", day)

    def moment(self, moment: datetime, *, year: bool = False) -> str:
        """A wall-clock moment as it stands, never converted («onsdag 4. mars kl. 13.30»)."""
        return self.say("{day} at {time}", day=self.day(moment, year=year), time=self.clock(moment))

    def month(self, year: int, month: int) -> str:
        """A month of a year («desember 2022»)."""
        return self._date("MMMM y", date(year, month, 1))

    def when(self, when: When, *, year: bool = False) -> Html:
        """When something is, as far as it is known; ``year`` adds the year to an instant."""
        match when:
            case At(start, end):
                return self._span(start, end, year=year)
            case Days(first, last):
                return Html(self._days(first, last))
            case Month(of, month):
                return self.say("{month}, date to come", month=self.month(of, month))
            case InSeason(season, of):
                name = self._season(season)
                return name if of is None else Html(f"{name} {of}")
            case Yearly(month, day):
                return self.say("every {day}", day=self._date("{d} MMMM", date(2000, month, day)))
            case Unset():
                return self.say("date to come")
            case _:
                assert_never(when)

    def pick(self, text: str | Mapping[str, str]) -> str:
        """A programme's text in this language, or in the nearest that it was written in."""
        if isinstance(text, str):
            return text
        for language in _PREFERRED[self.language]:
            if text.get(language):
                return text[language]
        return next(iter(text.values()), "")

    def _date(self, pattern: str, day: date) -> str:
        pattern = pattern.replace("{d}", "d" if self.language == "en" else "d.")
        return format_date(day, pattern, locale=_LOCALES[self.language])

    def _span(self, start: datetime, end: datetime | None, *, year: bool) -> Html:
        if end is None or end == start:
            return safe(self.moment(start, year=year))
        if end.date() == start.date():
            return self.say(
                "{day}, {start}–{end}",
                day=self.day(start, year=year),
                start=self.clock(start),
                end=self.clock(end),
            )
        return safe(f"{self.moment(start, year=year)} – {self.moment(end, year=year)}")

    def _days(self, first: date, last: date) -> str:
        if first == last:
            return self.day(first, year=True)
        end = self._date("{d} MMMM y", last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self._date('{d}', first)}–{end}"
        start = self._date("{d} MMMM" if first.year == last.year else "{d} MMMM y", first)
        return f"{start} – {end}"

    def _season(self, season: Season) -> Html:
        match season:
            case "spring":
                return self.say("spring")
            case "summer":
                return self.say("summer")
            case "autumn":
                return self.say("autumn")
            case "winter":
                return self.say("winter")
            case _:
                assert_never(season)


def tongue(language: str) -> Tongue:
    """The one who speaks a language (``"nb"``, ``"nn-NO"``, …); English for one not spoken here."""
    code = language.replace("_", "-").split("-")[0].lower()
    code = _NEIGHBOURS.get(code, code)
    return _tongue(code if code in _LOCALES else "en")


@cache
def _tongue(language: str) -> Tongue:
    return Tongue(language)


@cache
def _catalogue(language: str) -> Mapping[str, tuple[str, ...]]:
    if language not in _CATALOGUES:
        return {}
    folder = files("handlers").joinpath("locale", language, "LC_MESSAGES")
    with folder.joinpath("mellom.po").open("rb") as file:
        return translations(file, language)


def translations(file: IO[bytes], language: str) -> Mapping[str, tuple[str, ...]]:
    """A catalogue's finished translations by message: one form, or one for one and one for many.

    Read from the .po itself: 3 ms for 400 messages, so nothing has to be compiled or shipped twice.
    """
    messages = list(read_po(file, locale=language))
    pairs = ((message, _forms(message.string)) for message in messages)
    return {_key(m.id): forms for m, forms in pairs if m.id and all(forms) and not m.fuzzy}


def _key(message: str | list[str] | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def _forms(translation: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (translation or "",) if isinstance(translation, str | None) else tuple(translation)


def _filled(template: str, values: Mapping[str, object]) -> Html:
    return Html(template.format_map({name: safe(value) for name, value in values.items()}))
