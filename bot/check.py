"""What is missing before the house may write to real people."""

import stat
from collections.abc import Sequence
from pathlib import Path

from bot.app import Unanswered, username_of
from bot.settings import DOTENV, Settings, Trouble
from handlers.markup import Html, plain
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue
from storage.records import ProgrammeRow

_OTHERS = stat.S_IRGRP | stat.S_IROTH


def missing(rows: Sequence[ProgrammeRow], t: Tongue, *, has_token: bool) -> list[str]:
    """Return a sentence for each thing that is missing: what, and what to do about it."""
    found = [] if has_token else [_no_token(t)]
    if not rows:
        found.append(_no_programme(t))
    for row in rows:
        found += _of(load(row.body), t)
    return [plain(sentence) for sentence in found]


async def at_telegram(settings: Settings, t: Tongue) -> list[str]:
    """Ask Telegram about the token, if there is one; return a sentence for what is wrong."""
    if settings.token() is None:
        return []
    try:
        await username_of(settings)
    except Trouble as trouble:
        return [str(trouble)]
    except Unanswered:
        return [plain(t.say("Telegram does not answer: see to the network, and check again."))]
    return []


def open_to_others(settings: Settings, t: Tongue) -> list[str]:
    """Return a warning for each file that holds a token and that others can read."""
    holding = [Path(DOTENV), settings.telegram_token_file]
    found = [file for file in holding if file is not None and file.exists()]
    return [
        plain(
            t.say("{file} can be read by others on this machine: chmod 600 {file}", file=str(file))
        )
        for file in found
        if file.stat().st_mode & _OTHERS
    ]


def nothing(t: Tongue) -> str:
    return plain(t.say("Nothing is missing: mellom run may write to real people."))


def not_ready(t: Tongue, found: Sequence[str]) -> str:
    """Say in one line why the bot does not start."""
    return plain(t.say("Not ready for real people. {what}", what=" ".join(found)))


def _no_token(t: Tongue) -> Html:
    return t.say(
        "There is no token. Get one from @BotFather and set MELLOM_TELEGRAM_TOKEN in .env."
    )


def _no_programme(t: Tongue) -> Html:
    return t.say("There is no programme. Import one: mellom programme import FILE")


def _of(programme: ProgrammeFile, t: Tongue) -> list[Html]:
    found = []
    if programme.privacy is None:
        found.append(
            t.say(
                "{id}: nobody is named as controller. Add [privacy] with controller, contact and "
                "ground to the file, and import it again.",
                id=programme.id,
            )
        )
    if not programme.milestone:
        found.append(
            t.say(
                "{id}: there is no milestone. Add [[milestone]] and import again.", id=programme.id
            )
        )
    if programme.teams is not None and all(team.withdrawn for team in programme.team):
        found.append(
            t.say("{id}: there is no team. Add [[team]] and import again.", id=programme.id)
        )
    if not any(contact.reach for contact in programme.contact):
        found.append(
            t.say(
                "{id}: there is nobody to ring or write to. Add [[contact]] with role and reach, "
                "and import again.",
                id=programme.id,
            )
        )
    return found
