"""What somebody reads who is invited by mail."""

from dataclasses import dataclass
from typing import assert_never

from handlers.markup import Html, bold, lines, paragraphs
from handlers.tongue import Tongue
from storage.records import Role


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is invited to what; "" for what is not known. ``alone``: there are no teams."""

    name: str
    programme: str
    role: Role
    team: str
    alone: bool
    organisers: tuple[str, ...]
    whom: str


def invitation(t: Tongue, to: Invited) -> Html:
    """The mail door puts the person's own link behind it, and says until when it is good."""
    organisers = t.listed(to.organisers) if to.organisers else None
    return paragraphs(
        t.say("Hello, {name}!", name=to.name) if to.name else None,
        lines(
            _what_to(t, to),
            t.say("The invitation comes from {organisers}.", organisers=organisers)
            if organisers
            else None,
        ),
        lines(
            _what_it_is(t, to),
            t.say("You need no app and no password: open your link in a browser."),
        ),
        lines(
            t.say("You need not answer in your free time."),
            t.say(
                "Never write anything about patients, users or colleagues that can be recognised."
            ),
        ),
        t.say("Questions? Get in touch with {whom}.", whom=to.whom) if to.whom else None,
    )


def _what_to(t: Tongue, to: Invited) -> Html:
    name = bold(to.programme)
    match to.role:
        case "organiser":
            return t.say("You are invited to organise {programme} in Mellom.", programme=name)
        case "facilitator":
            return t.say(
                "You are invited to be a facilitator in {programme} in Mellom.", programme=name
            )
        case "participant" | "observer":
            return _to_take_part(t, to)
        case _:
            assert_never(to.role)


def _to_take_part(t: Tongue, to: Invited) -> Html:
    name = bold(to.programme)
    if not to.team:
        return t.say("You are invited to take part in {programme}.", programme=name)
    return t.say(
        "You are invited to take part in {programme}, in the team {team}.",
        programme=name,
        team=bold(to.team),
    )


def _what_it_is(t: Tongue, to: Invited) -> Html:
    if to.role in ("organiser", "facilitator"):
        if to.alone:
            return t.say(
                "Mellom reminds those who take part of dates and gathers the reports. Here you see "
                "how it goes."
            )
        return t.say(
            "Mellom reminds the teams of dates and gathers the reports. Here you see how it goes."
        )
    if to.alone:
        return t.say(
            "Mellom is where you give a short report between the gatherings, and where you are "
            "reminded of dates. It takes a minute at a time."
        )
    return t.say(
        "Mellom is where your team gives a short report between the gatherings, and where you are "
        "reminded of dates. It takes a minute at a time."
    )
