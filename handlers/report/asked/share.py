"""Which answers others may read: asked about the texts that were written, and nothing else."""

from collections.abc import Iterable, Mapping

from handlers.flow import readers, texts
from handlers.flow.choices import chosen
from handlers.flow.form import Option, Question
from handlers.markup import plain
from handlers.report.asked import texts as round_texts
from handlers.report.asked.lines import key_of
from handlers.tongue import Tongue

SHARE = "-share"
NOBODY = "no"
_LONGEST_KEY = 16


def share_question(
    asked: Iterable[Question], answers: Mapping[str, str], t: Tongue, *, alone: bool
) -> Question | None:
    """May these be read by others? None where no text was written; yes or no where it is one.

    ``alone``: asked of one person.
    """
    texts_given = [one for one in asked if one.free and answers.get(one.key)]
    hint = round_texts.share_hint(t, alone=alone)
    if not texts_given:
        return None
    if len(texts_given) > 1:
        options = tuple(Option(option_key(one.key), plain(one.text)) for one in texts_given)
        read = readers.several(options)
        return Question(
            SHARE, round_texts.ask_share(t), read, options, optional=True, hint=hint, several=True
        )
    only = texts_given[0]
    yes = Option(option_key(only.key), plain(texts.yes(t)))
    options = (yes, Option(NOBODY, plain(texts.no(t))))
    ask = round_texts.ask_share_one(t, plain(only.text))
    return Question(SHARE, ask, readers.choice(options), options, optional=True, hint=hint)


def shared_keys(asked: Iterable[Question], value: str | None) -> list[str]:
    """The keys of the questions whose answers others may read."""
    allowed = chosen(value)
    return [one.key for one in asked if one.free and option_key(one.key) in allowed]


def option_key(key: str) -> str:
    """A question's key as a button can hold it."""
    fits = len(key) <= _LONGEST_KEY and key != NOBODY
    return key if fits else f"k{key_of(key)}"
