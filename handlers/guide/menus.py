"""The menu that Telegram shows: what a person's roles find there, in their language."""

import json
import re
from collections.abc import Iterable

from handlers.feature import Command
from handlers.flow.words import folded
from handlers.markup import plain
from handlers.tongue import Tongue
from handlers.turn import LEADERS, MEMBERS, Turn
from storage.records import Role

MOST = 5  # for a participant: what fits above a thumb, and is read
MOST_OF_ALL = 100  # the Bot API's own limit
LONGEST = 256  # of a description, likewise
_NAME = re.compile(r"[a-z0-9_]{1,32}")


def menu(
    commands: Iterable[Command], roles: frozenset[Role], tongue: Tongue
) -> list[tuple[str, str]]:
    """The commands that these roles find in their menu, with what each is for, in the list's order.

    Who has no role finds what every role finds and anyone may use. A command that no menu names
    stands in none.
    """
    found = [one for one in commands if _is_for(one, roles)]
    most = MOST_OF_ALL if roles & LEADERS else MOST
    return [(name(one, tongue), plain(one.summary(tongue))[:LONGEST]) for one in found[:most]]


def name(command: Command, tongue: Tongue) -> str:
    """Its name in the person's language in a–z, 0–9 and _; in English where there is none such."""
    wanted = command.names.get(tongue.language) or command.words[0]
    written = folded(wanted).replace(" ", "_")
    return written if _NAME.fullmatch(written) else command.words[0]


def offer(turn: Turn, commands: Iterable[Command]) -> None:
    """Set the menu of this chat by what the speaker is now, in the language they read now."""
    turn.forget_what_was_read()
    programme = turn.programme
    fitting = [one for one in commands if programme is None or one.fits(programme)]
    found = menu(fitting, turn.roles, turn.tongue)
    turn.offer_menu(json.dumps(found, ensure_ascii=False))


def _is_for(command: Command, roles: frozenset[Role]) -> bool:
    if not roles:
        return not command.roles and command.menu >= MEMBERS
    return bool(command.menu & roles) and (not command.roles or bool(command.roles & roles))
