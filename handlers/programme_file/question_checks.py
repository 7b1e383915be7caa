"""Where a question contradicts itself or another, in the raw tables of a programme file."""

from collections.abc import Iterator, Mapping

from handlers.programme_file import complaint_texts as say
from handlers.programme_file import texts
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc, at
from handlers.programme_file.question import step_of

Fault = tuple[Loc, Phrase]
MOST_STEPS = 11
LEAST, MOST = 1, 5  # of a scale that says neither
_OWN = {
    "text": (),
    "choice": ("options",),
    "several": ("options",),
    "scale": ("min", "max", "labels"),
    "number": ("min", "max", "unit"),
    "yesno": ("help",),
    "date": (),
}
_ALL_OWN = ("options", "min", "max", "labels", "unit", "help")
_FEWEST = 2


def of_questions(raw: Mapping[str, object]) -> Iterator[Fault]:
    """Find the faults of the questions in the report and in the reflection."""
    for heading in ("report", "reflection"):
        table = at(raw, (heading,))
        if not isinstance(table, Mapping):
            continue
        questions = table.get("question", [])
        if questions == [] and table.get("measures") is not True:
            yield (heading,), phrase(say.asks_nothing, f"[[{heading}.question]]")
        if isinstance(questions, list):
            yield from _same_keys((heading, "question"), questions)
            for index, question in enumerate(questions):
                if isinstance(question, Mapping):
                    yield from _of_question((heading, "question", index), question)


def _same_keys(loc: Loc, tables: list[object]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, table in enumerate(tables):
        key = at(table, ("key",))
        if isinstance(key, str):
            if key in seen:
                yield (*loc, index, "key"), phrase(say.same_again, "key", texts.shown(key))
            seen.add(key)


def _of_question(loc: Loc, question: Mapping[str, object]) -> Iterator[Fault]:
    kind = question.get("kind")
    if not isinstance(kind, str) or kind not in _OWN:
        return
    for key in _ALL_OWN:
        if question.get(key) and key not in _OWN[kind]:
            yield (*loc, key), phrase(say.not_for_kind, key, kind)
    if kind in ("choice", "several"):
        yield from _of_options((*loc, "options"), question.get("options", []), kind)
    if kind == "scale":
        yield from _of_scale(loc, question)
    if kind == "number":
        yield from _of_bounds(loc, question.get("min"), question.get("max"))


def _of_options(loc: Loc, options: object, kind: str) -> Iterator[Fault]:
    if not isinstance(options, list):
        return
    if len(options) < _FEWEST:
        yield loc, phrase(say.too_few_options, kind)
    yield from _same_keys(loc, options)
    said = [option for option in options if isinstance(option, str)]
    for text in sorted({text for text in said if said.count(text) > 1}):
        yield loc, phrase(say.listed_twice, texts.shown(text))


def _of_bounds(loc: Loc, least: object, most: object) -> Iterator[Fault]:
    if isinstance(least, int | float) and isinstance(most, int | float) and most <= least:
        yield (*loc, "max"), phrase(say.max_below_min, texts.shown(least), texts.shown(most))


def _of_scale(loc: Loc, question: Mapping[str, object]) -> Iterator[Fault]:
    least, most = question.get("min", LEAST), question.get("max", MOST)
    if isinstance(least, float) or isinstance(most, float):
        yield loc, phrase(say.whole_steps)
        return
    if not isinstance(least, int) or not isinstance(most, int):
        return
    yield from _of_bounds(loc, least, most)
    if most - least >= MOST_STEPS:
        yield loc, phrase(say.too_many_steps, MOST_STEPS)
    labels = question.get("labels")
    for key in labels if isinstance(labels, Mapping) else ():
        step = step_of(key)
        if isinstance(step, int) and not least <= step <= most:
            yield (*loc, "labels"), phrase(say.no_step, key, str(least), str(most))
