"""What the set-up asks, each with its reason in one line."""

from bot.setup.texts import SENDER_EXAMPLE
from handlers.markup import plain
from handlers.tongue import Tongue


def data_dir(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Where shall the data lie?")),
        plain(
            t.say("A folder on this machine's own disk, never on a network drive or in a cloud.")
        ),
    )


def telegram(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Shall people reach Mellom in Telegram?")),
        plain(t.say("Most do; it needs no open port. Whoever may not have it can use a page.")),
    )


def token(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("The bot's token")),
        plain(t.say("It is the bot's key, and is not shown while you paste it.")),
    )


def telegram_silent(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Telegram does not answer. Try again?")),
        plain(t.say('See to the network first; "no" keeps the token untried.')),
    )


def web(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Shall there be a web page too?")),
        plain(
            t.say(
                "For those without Telegram, for organisers' overview and for calendars. It needs "
                "an https address."
            )
        ),
    )


def web_host(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Which address of this machine shall the page listen at?")),
        plain(t.say("127.0.0.1 where the reverse proxy runs here; 0.0.0.0 in a container.")),
    )


def web_port(t: Tongue) -> tuple[str, str]:
    return plain(t.say("At which port?")), plain(t.say("Any that is free."))


def web_url(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("At which https address do people reach it?")),
        plain(t.say("It stands in every link that is sent out.")),
    )


def mail(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Shall Mellom send e-mail?")),
        plain(t.say("Reminders and sign-in links for those who use the page.")),
    )


def smtp_host(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("The mail server (SMTP)")),
        plain(t.say("IT knows it: often smtp.kommune.no or smtp.office365.com.")),
    )


def smtp_port(t: Tongue) -> tuple[str, str]:
    return plain(t.say("Its port")), plain(t.say("587 with starttls, 465 with tls, 25 inside."))


def smtp_security(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("How is the connection kept secret?")),
        plain(t.say("starttls or tls; none is for a server on this very machine.")),
    )


def smtp_user(t: Tongue) -> tuple[str, str]:
    return plain(t.say("The username there")), plain(t.say("A - where none is needed."))


def smtp_password(t: Tongue) -> tuple[str, str]:
    return plain(t.say("The password")), plain(t.say("It is not shown while you type."))


def mail_from(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Who is the sender?")),
        plain(t.say("For example {example}", example=SENDER_EXAMPLE)),
    )


def mail_to(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Where shall a trial mail go?")),
        plain(t.say("Your own address; empty: no trial.")),
    )


def mail_again(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Answer the questions on mail again?")),
        plain(t.say('"No" leaves mail as it stood.')),
    )


def programme(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("The programme file (Excel or TOML)")),
        plain(t.say("Drag it in here, or write where it lies. A - puts it off.")),
    )


def controller(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Who is controller (behandlingsansvarlig)?")),
        plain(t.say("Often the municipality or the county that arranges it.")),
    )


def privacy_contact(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Whom can people write to or ring about their data?")),
        plain(t.say("A role and an address, such as personvernombud@kommune.no.")),
    )


def ground(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("On what legal ground?")),
        plain(t.say("In the controller's own words; the data protection officer knows.")),
    )


def write(t: Tongue) -> tuple[str, str]:
    return (
        plain(t.say("Write it?")),
        plain(t.say("Settings go to .env, which only you can read; the programme is imported.")),
    )
