"""What the set-up says at its end: what will stand, what does, and what is next."""

from datetime import timedelta
from pathlib import Path

from handlers.markup import plain
from handlers.tongue import Tongue


def summed_up(t: Tongue) -> str:
    return plain(t.say("This will stand:"))


def line_data(t: Tongue, path: str) -> str:
    return plain(t.say("- data: {path}", path=path))


def no_answer(t: Tongue) -> str:
    return plain(t.say("untried"))


def line_telegram(t: Tongue, username: str) -> str:
    return f"- Telegram: @{username}" if username else f"- Telegram: {no_answer(t)}"


def line_web(t: Tongue, url: str) -> str:
    return plain(t.say("- page: {url}", url=url))


def line_mail(t: Tongue, host: str, sender: str) -> str:
    return plain(t.say("- mail: {host}, from {sender}", host=host, sender=sender))


def line_without(t: Tongue, *, telegram: bool, web: bool, mail: bool) -> str:
    off = {"Telegram": telegram, t.say("page"): web, t.say("mail"): mail}
    missing = [name for name, on in off.items() if not on]
    return plain(t.say("- without: {what}", what=t.listed(missing))) if missing else ""


def line_programme(t: Tongue, name: str) -> str:
    return plain(t.say("- programme: {name}", name=name))


def written(t: Tongue, file: Path, before: Path | None) -> str:
    told = t.say("Written: {file}", file=str(file))
    if before is not None:
        told = t.say("{told} (the one before: {before})", told=told, before=str(before))
    return plain(told)


def organiser_link(t: Tongue, link: str, good_for: timedelta) -> str:
    return plain(
        t.say(
            "The first organiser opens this link; it is for one person, and good for {n} hours:\n"
            "{link}",
            link=link,
            n=_hours(good_for),
        )
    )


def organiser_code(t: Tongue, code: str, good_for: timedelta) -> str:
    return plain(
        t.say(
            "The first organiser writes this code to the bot; it is for one person, and good for "
            "{n} hours:\n{code}",
            code=code,
            n=_hours(good_for),
        )
    )


def what_next(t: Tongue, command: str, programme: str | None) -> str:
    if programme is None:
        return plain(
            t.say(
                "Next:\n"
                "1. {command} programme template FILE.xlsx: fill it in\n"
                "2. {command} setup: name the file\n"
                "3. {command} run",
                command=command,
            )
        )
    return plain(
        t.say(
            "Next:\n"
            "1. {command} check: says if anything is missing\n"
            "2. {command} run: starts, until it is stopped\n"
            "3. {command} codes {programme}: a link for each team",
            command=command,
            programme=programme,
        )
    )


def people_wait(t: Tongue, n: int, command: str, file: str) -> str:
    return plain(
        t.many(
            "{n} person in the file is not entered yet, so that nobody is invited too early: "
            "{command} programme import {file}",
            "{n} people in the file are not entered yet, so that nobody is invited too early: "
            "{command} programme import {file}",
            n,
            command=command,
            file=file,
        )
    )


def _hours(span: timedelta) -> int:
    return round(span / timedelta(hours=1))
