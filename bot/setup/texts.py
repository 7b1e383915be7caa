"""Every sentence of the set-up, in the language of the commands."""

from pathlib import Path

from handlers.markup import Html, plain
from handlers.tongue import Tongue

SENDER_EXAMPLE = "Mellom <mellom@kommune.no>"

# What may be answered


def yes_or_no(t: Tongue) -> str:
    return plain(t.say("Answer yes or no."))


def yes(t: Tongue) -> str:
    return plain(t.say("yes"))


def no(t: Tongue) -> str:
    return plain(t.say("no"))


def needed(t: Tongue) -> str:
    return plain(t.say("This is needed."))


def no_folder(t: Tongue, path: Path) -> str:
    return plain(t.say("{path} is no folder.", path=str(path)))


def closed_folder(t: Tongue, path: Path) -> str:
    return plain(t.say("You may not write in {path}: choose another folder.", path=str(path)))


def no_host(t: Tongue) -> str:
    return plain(t.say("Write the name or address of a machine, such as 127.0.0.1."))


def no_port(t: Tongue) -> str:
    return plain(t.say("A port is a number from 1 to 65535."))


def no_web_address(t: Tongue) -> str:
    return plain(
        t.say(
            "Write the address as people do, with https:// first and nothing after the name: "
            "https://mellom.example.no"
        )
    )


def no_mail_address(t: Tongue) -> str:
    return plain(t.say("This is no e-mail address."))


def no_sender(t: Tongue) -> str:
    return plain(
        t.say("Write an e-mail address, or a name and one: {example}", example=SENDER_EXAMPLE)
    )


def no_security(t: Tongue) -> str:
    return plain(t.say("Answer starttls, tls or none."))


# What is said on the way


def welcome(t: Tongue) -> str:
    return plain(
        t.say(
            "A few questions. Return takes what stands in brackets. Nothing is written before the "
            "end, and Ctrl-C leaves everything as it was."
        )
    )


def how_to_get_a_token(t: Tongue) -> str:
    return plain(
        t.say(
            "1. Open Telegram and write to @BotFather.\n"
            "2. Send /newbot, then a name, then a username that ends with bot.\n"
            "3. Copy the token that you get: it reads 123456:ABC…"
        )
    )


def token_refused(t: Tongue) -> str:
    return plain(t.say("Telegram knows no bot with this token: take it anew from @BotFather."))


def bot_named(t: Tongue, username: str) -> str:
    return plain(t.say("The bot is called @{username}.", username=username))


def about_the_proxy(t: Tongue, url: str, place: str) -> str:
    return plain(
        t.say(
            "Before it a reverse proxy must take {url}, with a certificate, and pass everything on "
            "to http://{place}. It must pass Host and X-Forwarded-For on, and keep no log of "
            "addresses, since links are keys. deploy/Caddyfile does so.",
            url=url,
            place=place,
        )
    )


def neither(t: Tongue) -> str:
    return plain(t.say("Without Telegram and without a page nobody is reached: choose one."))


def mail_sent(t: Tongue, to: str) -> str:
    return plain(t.say("The mail server took a mail to {to}: look for it there.", to=to))


def mail_failed(t: Tongue, why: str) -> str:
    return plain(t.say("The mail did not leave: {why}", why=why))


def trial_mail(t: Tongue) -> Html:
    return t.say("This is a trial from Mellom. When you read it, mail is set up.")


def as_it_stands(t: Tongue) -> str:
    return plain(t.say("as it stands"))


def later(t: Tongue) -> str:
    return plain(t.say("later"))


def no_file(t: Tongue, path: Path, why: str) -> str:
    return plain(t.say("{path} cannot be read: {why}", path=str(path), why=why))


def programme_read(t: Tongue, name: str, milestones: int, teams: int) -> str:
    counted = [
        t.many("{n} milestone", "{n} milestones", milestones),
        t.many("{n} team", "{n} teams", teams),
    ]
    return f"{name}: {', '.join(map(plain, counted))}"


def nobody_controls(t: Tongue) -> str:
    return plain(
        t.say(
            "The file does not say who is controller, and nobody may be written to before that "
            "stands. Write the same into the file, or it is asked again."
        )
    )


def data_stay(t: Tongue, path: str) -> str:
    return plain(
        t.say(
            "What is in {path} stays there: stop Mellom and move that folder, or begin anew.",
            path=path,
        )
    )


def moved_on(t: Tongue) -> str:
    return plain(t.say("The programme was changed meanwhile, so nothing was imported."))


def as_before(t: Tongue) -> str:
    return plain(t.say("Everything stands as it did."))


def nothing_done(t: Tongue) -> str:
    return plain(t.say("Stopped: nothing is changed."))


def stands_outside(t: Tongue, name: str) -> str:
    return plain(t.say("{name} is set in the environment, and that stands.", name=name))


def is_set(t: Tongue) -> str:
    return plain(t.say("(set)"))


def no_terminal(t: Tongue) -> str:
    return plain(
        t.say("mellom setup asks questions: run it in a terminal, or give --answers FILE.toml")
    )


def shows_secrets(t: Tongue) -> str:
    return plain(
        t.say("This terminal would show the password while you type: give --answers FILE.toml")
    )


def no_toml(t: Tongue, file: Path) -> str:
    return plain(t.say("{file}: it is no TOML file in UTF-8", file=str(file)))


def no_utf8(t: Tongue) -> str:
    return plain(t.say("it is no text in UTF-8, so save it anew as that"))


def no_such_answer(t: Tongue, found: str, keys: str) -> str:
    return plain(
        t.say("No question is called {found}; they are called {keys}", found=found, keys=keys)
    )


def no_plain_value(t: Tongue) -> str:
    return plain(t.say("write a text in quotation marks, a number, or true or false"))


def useless_answer(key: str, why: str) -> str:
    return f"{key}: {why}"
