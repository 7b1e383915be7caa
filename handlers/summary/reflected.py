"""What may be read of the reflections on each samling, and what too few have answered to show."""

from collections.abc import Sequence

from handlers.programme_file import Milestone
from handlers.summary.material import Material
from handlers.summary.values import Reflected, Words
from handlers.tongue import tongue
from storage.records import Reflection

SHOWN_FROM = 4


def reflections(material: Material) -> tuple[Reflected, ...]:
    """The samlinger that somebody has reflected on, in the file's order."""
    answered = material.answered
    return tuple(
        _on(material, one) for one in material.programme.milestone if answered.get(one.id, 0)
    )


def _on(material: Material, milestone: Milestone) -> Reflected:
    """Unsigned answers are shown once four people have given theirs; signed ones always.

    Where a programme has changed between the two, each signed text counts as a person of its own:
    rather too few than too many are then taken to have answered unsigned.
    """
    unsigned = [one for one in material.unsigned if one.milestone == milestone.id]
    signed = [one for one in material.signed if one.milestone == milestone.id]
    answered = material.answered[milestone.id]
    is_unsigned = bool(unsigned) or _is_anonymous(material)
    hidden = is_unsigned and answered - len(signed) < SHOWN_FROM
    return Reflected(
        milestone.id,
        tongue(material.programme.language).pick(milestone.title),
        answered,
        hidden,
        _words(material, signed if hidden else signed + unsigned),
    )


def _is_anonymous(material: Material) -> bool:
    reflection = material.programme.reflection
    return reflection is not None and reflection.anonymous


def _words(material: Material, read: Sequence[Reflection]) -> tuple[Words, ...]:
    """By question as the file has them, others after; the answers by their letters alone."""
    reflection = material.programme.reflection
    asked = [one.key for one in reflection.question] if reflection else []
    keys = [*asked, *sorted({one.question for one in read} - set(asked))]
    by_key = {key: [one for one in read if one.question == key] for key in keys}
    return tuple(
        Words(_wording(found), tuple(sorted(one.shown for one in found)))
        for found in by_key.values()
        if found
    )


def _wording(found: Sequence[Reflection]) -> str:
    """The wording that most have answered."""
    wordings = [one.wording for one in found]
    return max(sorted(set(wordings)), key=wordings.count)
