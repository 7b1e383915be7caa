"""What is missing before the house may write to real people."""

import os
import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from bot.app import PATIENCE, Unanswered, begin_rehearsal, door_of, is_rehearsal, username_of
from bot.keeping import commit, in_a_unit
from bot.settings import DOTENV, Settings, Trouble
from bot.telegram.outcome import TokenRefused
from handlers.markup import Html, plain
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue
from storage.migrate import migrate
from storage.records import ProgrammeRow
from storage.unit import Unit

_OTHERS = stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True)
class Found:
    """What keeps the bot from writing to real people, and what should be seen to besides."""

    missing: list[str]
    warnings: list[str]

    def as_json(self) -> dict[str, object]:
        return {"ready": not self.missing, **asdict(self)}

    def in_words(self, t: Tongue) -> str:
        ready = plain(t.say("Nothing is missing: mellom run may write to real people."))
        told = [f"- {one}" for one in self.missing] or [ready]
        return "\n".join([*told, *(f"! {one}" for one in self.warnings)])


async def check(settings: Settings, t: Tongue) -> Found:
    """Look at the database (without making one), ask Telegram, look at who can read the token."""
    rows: list[ProgrammeRow] = []
    failures: list[str] = []
    if settings.database.exists():
        rows, failures = in_a_unit(
            settings.database, lambda unit: (unit.programmes.every(), given_up(unit, t))
        )
    found = missing(rows, t, has_door=_has_door(settings))
    besides = [plain(one) for row in rows for one in _worth_seeing_to(load(row.body), t)]
    warnings = [*besides, *failures, *open_to_others(settings, t), *on_the_net(settings, t)]
    warnings += nobody_hears(settings, t)
    return Found(found + await at_telegram(settings, t), warnings)


def make_ready(settings: Settings, t: Tongue, clock: datetime | None) -> None:
    """Let the bot start, for real people or as a rehearsal; ``Trouble`` says why it may not.

    The caller holds the house's lock.
    """
    migrate(settings.database)
    if clock is not None:
        if not _has_door(settings):
            door_of(settings)  # no database becomes a rehearsal for want of a token
        commit(settings.database, lambda unit: begin_rehearsal(unit, clock))
        return
    rows = commit(settings.database, lambda unit: unit.programmes.every())
    found = missing(rows, t, has_door=_has_door(settings))
    if commit(settings.database, is_rehearsal):
        found.append(plain(t.say("This database is a rehearsal: go on with --clock.")))
    if found:
        raise Trouble(plain(t.say("Not ready for real people. {what}", what=" ".join(found))))


def missing(rows: Sequence[ProgrammeRow], t: Tongue, *, has_door: bool) -> list[str]:
    """Return a sentence for each thing that is missing: what, and what to do about it."""
    found = [] if has_door else [_no_token(t)]
    if not rows:
        found.append(_no_programme(t))
    for row in rows:
        found += _of(load(row.body), t)
    return [plain(sentence) for sentence in found]


async def at_telegram(settings: Settings, t: Tongue, patience: float = PATIENCE) -> list[str]:
    """Ask Telegram about the token, if there is one; return a sentence for what is wrong."""
    try:
        await username_of(settings, patience)
    except TokenRefused:
        return [
            plain(t.say("Telegram knows no bot with this token: take it anew from @BotFather."))
        ]
    except Unanswered:
        return [plain(t.say("Telegram does not answer: see to the network, and check again."))]
    return []


def given_up(unit: Unit, t: Tongue) -> list[str]:
    """Return a sentence on the messages that failed, by reason, and on updates set aside.

    What had no door to go to is no failure: an organiser was given it to pass on.
    """
    failed = (row for row in unit.outbox.failed() if row.door)
    reasons = Counter(_why(row.reason or "", t) for row in failed)
    found = [
        t.many("{n} message failed: {why}", "{n} messages failed: {why}", number, why=why)
        for why, number in sorted(reasons.items())
    ]
    if parked := len(unit.inbox.parked()):
        found.append(
            t.many(
                "{n} update could not be answered, and is kept in the inbox as parked.",
                "{n} updates could not be answered, and are kept in the inbox as parked.",
                parked,
            )
        )
    return [plain(one) for one in found]


def _why(reason: str, t: Tongue) -> str:
    """The house's own reasons in words; what a door answered stands as it is."""
    match reason:
        case "nobody is there":
            return plain(t.say("nobody is at the address any longer, or they have blocked me"))
        case "it is not known whether it arrived":
            return plain(t.say("it is not known whether it arrived"))
        case _:
            return reason


def open_to_others(settings: Settings, t: Tongue) -> list[str]:
    """Return a warning for each file that holds a secret and that others can read."""
    if os.name == "nt":
        return []  # a file's mode says nothing there: who may read lies with the folder
    holding = [Path(DOTENV), settings.telegram_token_file, settings.smtp_password_file]
    found = [file for file in holding if file is not None and file.exists()]
    return [
        plain(
            t.say("{file} can be read by others on this machine: chmod 600 {file}", file=str(file))
        )
        for file in found
        if file.stat().st_mode & _OTHERS
    ]


def nobody_hears(settings: Settings, t: Tongue) -> list[str]:
    """Return a warning where the pages are the only door: nothing tells anybody of what is new."""
    if settings.token() is not None or settings.web_host is None or settings.mail() is not None:
        return []
    said = t.say(
        "There is neither Telegram nor e-mail, so nobody is told when something waits on the page. "
        "Set MELLOM_SMTP_HOST and MELLOM_MAIL_FROM, or a token."
    )
    return [plain(said)]


def on_the_net(settings: Settings, t: Tongue) -> list[str]:
    """Return a warning where what people write would cross the net in the open."""
    url = settings.calendars()
    if url is None or url.startswith("https://"):
        return []
    said = t.say(
        "The pages are served at {url}, where others on the way can read along. Put a reverse "
        "proxy with https before it, and set MELLOM_WEB_URL.",
        url=url,
    )
    return [plain(said)]


def _has_door(settings: Settings) -> bool:
    """Whether people can come in at all: by Telegram, or by the pages."""
    return settings.token() is not None or settings.web_host is not None


def _no_token(t: Tongue) -> Html:
    return t.say(
        "There is no token. Get one from @BotFather and set MELLOM_TELEGRAM_TOKEN in .env."
    )


def _no_programme(t: Tongue) -> Html:
    return t.say("There is no programme. Import one: mellom programme import FILE")


def _of(programme: ProgrammeFile, t: Tongue) -> list[Html]:
    if programme.privacy is not None:
        return []
    return [
        t.say(
            "{id}: nobody is named as controller. Add [privacy] with controller, contact and "
            "ground to the file, and import it again.",
            id=programme.id,
        )
    ]


def _worth_seeing_to(programme: ProgrammeFile, t: Tongue) -> list[Html]:
    """What people will miss, though nothing forbids to begin without it."""
    found = []
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
                "{id}: there is nobody to ring or write to. Add [[contact]] with role and reach "
                "(in Excel: the sheet “{sheet}”), and import again.",
                sheet=t.say("Contacts"),
                id=programme.id,
            )
        )
    return found
