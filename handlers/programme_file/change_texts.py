"""How a change of a programme is told."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import get_args

from handlers.markup import Html, joined, safe
from handlers.programme_file.fields import OFFSET
from handlers.programme_file.gathering import Step
from handlers.programme_file.item_names import NAMED_BY, Names, Path
from handlers.programme_file.text import LANGUAGES
from handlers.programme_file.when import read_when
from handlers.tongue import Tongue

KEY_WORDS: dict[str, Callable[[Tongue], Html]] = {
    "id": lambda t: t.say("id"),
    "name": lambda t: t.say("name"),
    "language": lambda t: t.say("language"),
    "timezone": lambda t: t.say("time zone"),
    "organisers": lambda t: t.say("organisers"),
    "subject_to_change": lambda t: t.say("subject to change"),
    "purpose": lambda t: t.say("purpose"),
    "note": lambda t: t.say("note"),
    "privacy": lambda t: t.say("privacy"),
    "controller": lambda t: t.say("controller"),
    "ground": lambda t: t.say("legal ground"),
    "officer": lambda t: t.say("data protection officer"),
    "retention": lambda t: t.say("retention"),
    "contact": lambda t: t.say("contact"),
    "group": lambda t: t.say("groups"),
    "teams": lambda t: t.say("the rules for teams"),
    "size": lambda t: t.say("team size"),
    "rule": lambda t: t.say("rule"),
    "min": lambda t: t.say("least"),
    "max": lambda t: t.say("most"),
    "functions": lambda t: t.say("functions"),
    "team": lambda t: t.say("teams"),
    "municipality": lambda t: t.say("municipality"),
    "deputy": lambda t: t.say("deputy"),
    "facilitator": lambda t: t.say("facilitator"),
    "aims": lambda t: t.say("aims"),
    "withdrawn": lambda t: t.say("withdrawn"),
    "milestone": lambda t: t.say("milestones"),
    "kind": lambda t: t.say("kind"),
    "title": lambda t: t.say("title"),
    "when": lambda t: t.say("date"),
    "place": lambda t: t.say("place"),
    "mode": lambda t: t.say("form"),
    "link": lambda t: t.say("link"),
    "themes": lambda t: t.say("themes"),
    "homework": lambda t: t.say("homework"),
    "materials": lambda t: t.say("materials"),
    "agenda": lambda t: t.say("agenda"),
    "responsible": lambda t: t.say("responsible"),
    "binding": lambda t: t.say("binding"),
    "report": lambda t: t.say("the report"),
    "days_before": lambda t: t.say("days before"),
    "before": lambda t: t.say("due before"),
    "measures": lambda t: t.say("aims and measures"),
    "attachments": lambda t: t.say("pictures and documents kept"),
    "score": lambda t: t.say("the steps"),
    "question": lambda t: t.say("questions"),
    "ask": lambda t: t.say("wording"),
    "optional": lambda t: t.say("may be skipped"),
    "options": lambda t: t.say("options"),
    "labels": lambda t: t.say("labels"),
    "unit": lambda t: t.say("unit"),
    "help": lambda t: t.say("asks for help"),
    "reflection": lambda t: t.say("the reflection"),
    "open_days": lambda t: t.say("days open"),
    "anonymous": lambda t: t.say("anonymous"),
    "reminders": lambda t: t.say("the reminders"),
    "hour": lambda t: t.say("time of day"),
    "quiet": lambda t: t.say("quiet hours"),
    "from": lambda t: t.say("from"),
    "to": lambda t: t.say("to"),
    "samling": lambda t: t.say("around the gatherings"),
    "hold_date": lambda t: t.say("hold the date"),
    "sign_up": lambda t: t.say("sign-up"),
    "practicalities": lambda t: t.say("practicalities"),
    "presence": lambda t: t.say("who is there"),
    "thanks": lambda t: t.say("thanks afterwards"),
    "text": lambda t: t.say("text"),
    "ask_days_before": lambda t: t.say("asked so many days before"),
    "meals": lambda t: t.say("meals"),
    "lunch": lambda t: t.say("lunch"),
    "dinner": lambda t: t.say("dinner"),
    "overnight": lambda t: t.say("overnight stay"),
    "allergies": lambda t: t.say("form for allergies"),
    "after": lambda t: t.say("days after"),
    "cancelled": lambda t: t.say("cancelled"),
    "concerns": lambda t: t.say("whom it concerns"),
    "without": lambda t: t.say("steps left out"),
    "sign_up_by": lambda t: t.say("sign-up deadline"),
    "report_by": lambda t: t.say("deadline of the report"),
    "samling_days_before": lambda t: t.say("days before a gathering"),
    "module_days_before": lambda t: t.say("days before a module or a phase"),
    "deadline_days_before": lambda t: t.say("days before a deadline"),
    "report_days_before": lambda t: t.say("days before a report is due"),
    "report_days_after": lambda t: t.say("days after a report was due"),
    "call_days_after": lambda t: t.say("days until somebody is asked to ring"),
    "date_months_before": lambda t: t.say("months before a date must be set"),
    "off": lambda t: t.say("days off"),
    "christmas": lambda t: t.say("the days after Christmas"),
    "easter": lambda t: t.say("the days before Easter"),
    "squeezed": lambda t: t.say("single days between days off"),
    "common_holiday": lambda t: t.say("weeks of the common holiday"),
    "pauses": lambda t: t.say("pauses"),
}
# Where the same key is another thing than elsewhere.
INNER_WORDS: dict[tuple[str, str], Callable[[Tongue], Html]] = {
    ("concerns", "teams"): lambda t: t.say("teams"),
    ("practicalities", "before"): lambda t: t.say("days before"),
}
_TIMES = ("when", "at", "pauses", "sign_up_by", "report_by")
_OFFSETS = (
    "ask_days_before", "before", "after", "samling_days_before", "module_days_before",
    "deadline_days_before", "report_days_before", "report_days_after", "call_days_after",
)  # fmt: skip
# Where a value is a word of the file's own.
VALUE_WORDS: dict[str, dict[str, Callable[[Tongue], Html]]] = {
    "mode": {
        "physical": lambda t: t.say("in person"),
        "digital": lambda t: t.say("online"),
        "hybrid": lambda t: t.say("in person or online"),
    },
    "meals": {key: KEY_WORDS[key] for key in ("lunch", "dinner")},
    "without": {key: KEY_WORDS[key] for key in get_args(Step)},
}
_TEAM: Path = ("team",)
_IDS_OF: dict[Path, Path] = {
    ("concerns", "teams"): _TEAM,
    ("report", "before"): ("milestone",),
}
# A name in the path says by itself what it is of.
_SILENT = ("milestone", "team", "question")


def added(t: Tongue, path: Path, _old: object, new: object, names: Names) -> Html:
    what = _item(t, path, new, names)
    if path[:-1] == _TEAM:
        return t.say("new team: {what}", what=what)
    return t.say("added: {what}", what=what)


def removed(t: Tongue, path: Path, old: object, _new: object, names: Names) -> Html:
    what = _item(t, path, old, names)
    if path[:-1] == _TEAM:
        return t.say("team taken out: {what}", what=what)
    return t.say("removed: {what}", what=what)


def moved(t: Tongue, path: Path, _old: object, new: object, names: Names) -> Html:
    order = t.listed(_called(t, path, one, names) for one in _names(new))
    return t.say("{what}: the order is now {order}", what=_place(t, path, names), order=order)


def changed(t: Tongue, path: Path, old: object, new: object, names: Names) -> Html:
    key, place = path[-1], _place(t, path[:-1], names)
    word = _word(t, key, "".join(path[-2:-1]))
    before, after = (told(t, key, _by_name(t, path, one, names)) for one in (old, new))
    if before is None or after is None or before == after:
        what = t.say("{key} is changed", key=word)
    else:
        what = t.say("{key} {old} → {new}", key=word, old=before, new=after)
    return joined(": ", (place, what))


def _by_name(t: Tongue, path: Path, value: object, names: Names) -> object:
    """A list of ids as what they are called."""
    of = _IDS_OF.get(path[-2:])
    return [_called(t, of, one, names) for one in _names(value)] if of and value else value


def _called(t: Tongue, of: Path, known: object, names: Names) -> str:
    title = names.get((*of, str(known)))
    return t.pick(title) if title else str(known)


TOLD: dict[str, Callable[[Tongue, Path, object, object, Names], Html]] = {
    "added": added,
    "removed": removed,
    "moved": moved,
    "changed": changed,
}


def told(t: Tongue, key: str, value: object) -> Html | None:
    """A value in a sentence; None if it is too much for one."""
    match value:
        case None | "" | []:
            return t.say("not set")
        case bool():
            return t.say("yes") if value else t.say("no")
        case int() | float():
            return safe(t.number(value))
        case str():
            return _said(t, key, value)
        case Mapping():
            return safe(t.pick(value)) if set(value) <= set(LANGUAGES) else None
        case list():
            return _list(t, key, value)
        case _:
            return safe(value)


def _said(t: Tongue, key: str, value: str) -> Html:
    if key in _TIMES:
        return t.when(read_when(value), year=True)
    if key in _OFFSETS and (found := re.fullmatch(OFFSET, value, re.ASCII)):
        return t.many("{n} working day", "{n} working days", int(found[1]))
    word = VALUE_WORDS.get(key, {}).get(value)
    return word(t) if word else safe(value)


def _list(t: Tongue, key: str, values: list[object]) -> Html | None:
    texts = [_text_of(value) for value in values]
    said = [told(t, key, text) for text in texts]
    known = [one for one in said if one is not None]
    return t.listed(known) if len(known) == len(said) else None


def _text_of(value: object) -> object:
    return value["text"] if isinstance(value, Mapping) and "text" in value else value


def _item(t: Tongue, path: Path, value: object, names: Names) -> Html:
    table = value if isinstance(value, Mapping) else {}
    texts = [table.get(key) for key in ("title", "name", "ask")]
    titles = [f"«{t.pick(text)}»" for text in texts if isinstance(text, str | Mapping)]
    when = table.get("when")
    time = [t.when(read_when(when), year=True)] if isinstance(when, str) else []
    whom = [t.listed(_concerned(t, table, names))] if path[-1:] == ("concerns",) else []
    place = _place(t, path[:-2] if titles and path[:-1] in NAMED_BY else path, names)
    return joined(", ", (joined(" ", (joined(": ", (place, *whom)), *titles)), *time))


def _concerned(t: Tongue, table: Mapping[str, object], names: Names) -> list[str]:
    teams = [_called(t, _TEAM, one, names) for one in _names(table.get("teams"))]
    named = [*teams, *_names(table.get("functions"))]
    return [t.pick(one) for one in named if isinstance(one, str | Mapping)]


def _place(t: Tongue, path: Path, names: Names) -> Html:
    *outer, last = path or ("",)
    said = [
        safe(_called(t, path[:deep], key, names)) if before in _SILENT else _word(t, key, before)
        for deep, (before, key) in enumerate(pairwise(("", *outer, last)))
        if before in _SILENT or key not in _SILENT or key == last
    ]
    return joined(", ", said)


def _word(t: Tongue, key: str, within: str = "") -> Html:
    word = INNER_WORDS.get((within, key)) or KEY_WORDS.get(key)
    return word(t) if word else safe(key)


def _names(value: object) -> list[object]:
    return value if isinstance(value, list) else []
