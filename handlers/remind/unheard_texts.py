"""Every sentence of what an organiser passes on to those who have neither Telegram nor e-mail."""

from collections.abc import Sequence

from handlers.markup import Html, bold, lines, paragraphs, quote, safe
from handlers.tongue import Tongue


def pass_on(
    t: Tongue, number: int, named: Sequence[tuple[Sequence[Html], Html]], *, files: bool
) -> Html:
    """The whole message: how many, to whom which text, and what to do with their answers.

    ``files``: an organiser can fill in a team's report for it.
    """
    head = t.many(
        "One person without Telegram and e-mail: copy the text",
        "{n} without Telegram and e-mail: copy the text",
        number,
    )
    how = t.say("I do not reach them. Send them this, or say it to them.")
    behalf = t.say("What they answer you can write for their team with /report.")
    parts = (lines(bold(t.listed(names)), quote(text)) for names, text in named)
    return paragraphs(lines(bold(head), how), *parts, behalf if files else None)


def of_team(t: Tongue, name: str | Html, team: str) -> Html:
    return t.say("{name} ({team})", name=name, team=team)


def alone(_t: Tongue, name: str | Html) -> Html:
    return safe(name)


def somebody(t: Tongue) -> Html:
    """Somebody whose name nobody entered."""
    return t.say("somebody without a name")
