"""From a position in the file's data to where that is, in people's words."""

from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from handlers.markup import Html
from handlers.programme_file import place_texts as words
from handlers.programme_file.gathering import Step
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.texts import shown
from handlers.tongue import Tongue

Loc = tuple[str | int, ...]

_KINDS: dict[str, Callable[[Tongue, int, str], Html]] = {
    "samling": words.gathering,
    "modul": words.module,
    "fase": words.phase,
    "frist": words.deadline,
}
_NUMBERED: dict[Loc, Callable[[Tongue, int], Html]] = {
    ("contact",): words.contact,
    ("group",): words.group,
    ("report", "question"): words.report_question,
    ("reflection", "question"): words.reflection_question,
}
_WITHIN: dict[str, Callable[[Tongue, int], Html]] = {
    "agenda": words.agenda,
    "options": words.option,
}
_TABLES: dict[str, Callable[[Tongue], Html]] = {
    "report": words.report,
    "reflection": words.reflection,
    "reminders": words.reminders,
    "privacy": words.privacy,
    "teams": words.teams,
    "samling": words.around_gatherings,
}
# Tables in a table, told by their own name within the one that holds them.
_INNER = ("quiet", "off", "concerns", *get_args(Step))


def place_of(loc: Loc, raw: object) -> tuple[tuple[Phrase, ...], Loc]:
    """Say where ``loc`` is, from the outermost in, and give what of it remains to be said."""
    match loc:
        case ("milestone", int(index), *rest):
            return _within((_milestone(index, raw),), tuple(rest))
        case ("team", int(index), *rest):
            return (_team(index, raw),), tuple(rest)
        case (str(table), "question", int(index), *rest) if (table, "question") in _NUMBERED:
            return _within((phrase(_NUMBERED[table, "question"], index + 1),), tuple(rest))
        case (str(table), int(index), *rest) if (table,) in _NUMBERED:
            return (phrase(_NUMBERED[(table,)], index + 1),), tuple(rest)
        case (str(table),) if table in _TABLES:
            return (phrase(_TABLES[table]),), ()
        case (str(table), str(key), *rest) if table in _TABLES:
            return _within((phrase(_TABLES[table]),), (key, *rest))
        case _:
            return (), loc


def at(raw: object, loc: Loc) -> object:
    """What stands at ``loc``, or None."""
    for part in loc:
        match raw, part:
            case Mapping(), str():
                raw = raw.get(part)
            case list() | tuple(), int() if part < len(raw):
                raw = raw[part]
            case _:
                return None
    return raw


def items(raw: object, *loc: str | int) -> Iterator[tuple[Loc, object]]:
    """The items of a list in the file, each with its position."""
    found = at(raw, loc)
    if isinstance(found, list):
        for index, item in enumerate(found):
            yield (*loc, index), item


def _within(place: tuple[Phrase, ...], rest: Loc) -> tuple[tuple[Phrase, ...], Loc]:
    match rest:
        case (str(name), int(index), *inner) if name in _WITHIN:
            return (*place, phrase(_WITHIN[name], index + 1)), tuple(inner)
        case (str(name), *inner) if name in _INNER and inner:
            return (*place, phrase(words.key, name)), tuple(inner)
        case _:
            return place, rest


def _milestone(index: int, raw: object) -> Phrase:
    kind = at(raw, ("milestone", index, "kind"))
    word = _KINDS.get(kind) if isinstance(kind, str) else None
    title = _title(at(raw, ("milestone", index, "title")))
    if word is None:
        return phrase(words.milestone, index + 1, title)
    earlier = [at(raw, ("milestone", other, "kind")) for other in range(index)]
    return phrase(word, earlier.count(kind) + 1, title)


def _title(title: object) -> str:
    said = next(iter(title.values()), "") if isinstance(title, Mapping) else title
    return f" («{shown(said)}»)" if isinstance(said, str) and said.strip() else ""


def _team(index: int, raw: object) -> Phrase:
    known = at(raw, ("team", index, "id"))
    is_known = isinstance(known, str) and known.strip()
    return phrase(words.team, f"«{shown(known)}»" if is_known else str(index + 1))
