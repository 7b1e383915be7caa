"""What somebody reads who is invited by mail."""

from collections.abc import Sequence

from handlers.markup import Html, lines, paragraphs
from handlers.tongue import Tongue


def invitation(t: Tongue, programme: str, organisers: Sequence[str]) -> Html:
    """The mail door puts the person's own link behind it, and says until when it is good."""
    return paragraphs(
        t.say("You are invited to take part in {programme}.", programme=programme),
        t.say("The invitation comes from {organisers}.", organisers=t.listed(organisers))
        if organisers
        else "",
        lines(
            t.say(
                "Mellom is where your team gives a short report between the gatherings, and where "
                "you are reminded of dates. It takes a minute at a time."
            ),
            t.say("You need no app and no password: open your link in a browser."),
        ),
        lines(
            t.say("You need not answer in your free time."),
            t.say(
                "Never write anything about patients, users or colleagues that can be recognised."
            ),
        ),
    )
