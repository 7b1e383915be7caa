"""Words that may stand in a cell, each with the key that a programme file has for it."""

from collections.abc import Callable, Mapping
from typing import get_args

from handlers.markup import Html, plain
from handlers.programme_file.change_texts import KEY_WORDS, VALUE_WORDS
from handlers.programme_file.gathering import Step
from handlers.tongue import Tongue
from handlers.workbook.scope import TONGUES, folded

Words = Callable[[Tongue], Html]
Vocabulary = Mapping[str, Words]

KINDS: Vocabulary = {
    "samling": lambda t: t.say("gathering"),
    "modul": lambda t: t.say("module"),
    "fase": lambda t: t.say("phase"),
    "frist": lambda t: t.say("deadline"),
}
MODES: Vocabulary = VALUE_WORDS["mode"]
MEALS: Vocabulary = VALUE_WORDS["meals"]
STEPS: Vocabulary = {step: KEY_WORDS[step] for step in get_args(Step)}
RULES: Vocabulary = {
    "should": lambda t: t.say("warn"),
    "must": lambda t: t.say("refuse"),
}
LANGUAGE_WORDS: Vocabulary = {
    "nb": lambda t: t.say("bokmål"),
    "nn": lambda t: t.say("nynorsk"),
    "en": lambda t: t.say("English"),
}
SHEETS: Vocabulary = {
    "team": lambda t: t.say("Teams"),
    "milestone": lambda t: t.say("Gatherings and deadlines"),
}
QUESTIONS: Vocabulary = {
    "text": lambda t: t.say("free text"),
    "choice": lambda t: t.say("one answer"),
    "several": lambda t: t.say("several answers"),
    "scale": lambda t: t.say("scale"),
    "number": lambda t: t.say("number"),
    "yesno": lambda t: t.say("yes or no"),
    "date": lambda t: t.say("a date"),
}
FORMS: Vocabulary = {
    "report": lambda t: t.say("report"),
    "reflection": lambda t: t.say("reflection"),
}
ROLES: Vocabulary = {
    "participant": lambda t: t.say("participant"),
    "facilitator": lambda t: t.say("facilitator"),
    "organiser": lambda t: t.say("organiser"),
}
DUTIES: Vocabulary = {
    "contact": lambda t: t.say("contact person"),
    "deputy": lambda t: t.say("deputy"),
}
YES_NO: Vocabulary = {
    "yes": lambda t: t.say("yes"),
    "no": lambda t: t.say("no"),
}
_TICKS = {"x": "yes", "✓": "yes", "✔": "yes", "j": "yes", "n": "no", "true": "yes", "false": "no"}


def word(t: Tongue, vocabulary: Vocabulary, key: str) -> str:
    """The word for a key."""
    return plain(vocabulary[key](t))


def words(t: Tongue, vocabulary: Vocabulary) -> list[str]:
    return [word(t, vocabulary, key) for key in vocabulary]


def key_of(vocabulary: Vocabulary, said: str) -> str | None:
    """The key that a word stands for, in any of the languages or as in a programme file."""
    wanted = folded(said)
    for key in vocabulary:
        if wanted in {key, *(folded(word(t, vocabulary, key)) for t in TONGUES)}:
            return key
    return _TICKS.get(wanted) if vocabulary is YES_NO else None


def nothing(t: Tongue) -> Html:
    """In a cell: none at all, where an empty cell means what is usual."""
    return t.say("none")


def everybody(t: Tongue) -> Html:
    """In a cell: it concerns all."""
    return t.say("all")


def means(words_for: Words, said: str) -> bool:
    """Whether a text is this word in one of the languages."""
    return folded(said) in {folded(plain(words_for(t))) for t in TONGUES}
