"""Mail leaves by a real server, and each way that can end is told apart."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.mail.door import MailDoor
from bot.pace import UNLIMITED
from bot.parcel import (
    DeliveryError,
    Enclosure,
    NotSent,
    Parcel,
    Receipt,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.settings import Security, Smtp
from handlers.events import Address
from handlers.markup import Button, Html, bold, link, paragraphs
from tests.mail_server import PASSWORD, USER, Mailbox, mail_server, trusting

NOW = datetime(2026, 11, 2, 12, 30, tzinfo=UTC)
KARI = Address("mail", "kari@kommune.example")
LINK = "https://mellom.example/inn/abcdefgh"
TEXT = paragraphs(bold("Rapporten"), link("https://x.example/?a=1&b=2", "Skjema"))
PARCEL = Parcel("send", KARI, TEXT, language="en", key="push:1:mail")


async def minted(_mail: str, _about: str) -> str | None:
    return LINK


def door(smtp: Smtp, context: ssl.SSLContext | None = None, seconds: float = 5) -> MailDoor:
    clock = MovableClock(NOW)
    return MailDoor(smtp, minted, clock=clock, limits=UNLIMITED, context=context, seconds=seconds)


async def sends(box: Mailbox, *parcels: Parcel) -> list[Receipt]:
    post = door(box.smtp())
    try:
        return [await post.deliver(parcel) for parcel in parcels]
    finally:
        await post.close()


def read(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


async def test_a_mail_says_the_words_the_link_and_why_it_came() -> None:
    async with mail_server() as box:
        receipt = (await sends(box, PARCEL))[0]
    ((to, mail),) = box.came
    text, page = read(mail, "plain"), read(mail, "html")
    assert (to, mail["From"], mail["To"], mail["Date"]) == (
        KARI.key,
        "Mellom <mellom@kommune.example>",
        KARI.key,
        "Mon, 02 Nov 2026 12:30:00 +0000",
    )
    assert (mail["Auto-Submitted"], mail["Message-ID"]) == ("auto-generated", receipt.message)
    assert text.startswith("Rapporten\n\nSkjema: https://x.example/?a=1&b=2\n\n")
    assert f"Read and answer here: {LINK}\n" in text
    assert "/settings" in text
    assert "/privacy" in text
    assert "<b>Rapporten</b>" in page
    assert f'<a href="{LINK}">' in page
    assert "<script" not in page


@pytest.mark.parametrize("about", ["", "invitation", "link", "confirm:p", "taken", "broadcast:7"])
async def test_no_head_of_a_mail_says_anything_of_its_text(about: str) -> None:
    words = Html("Tromsø: rapporten")
    parcel = Parcel("send", KARI, words, language="nb", about=about, key="mentor-troms:1")
    async with mail_server() as box:
        await sends(box, parcel)
    head = "\n".join(f"{name}: {value}" for name, value in box.came[0][1].items()).casefold()
    assert not any(word in head for word in ("troms", "rapport", "/inn/", "abcdefgh"))


async def test_a_repeat_is_the_same_message_and_another_is_not() -> None:
    other = Parcel("send", KARI, TEXT, key="push:2:mail")
    async with mail_server() as box:
        ids = [one.message for one in await sends(box, PARCEL, PARCEL, other)]
    assert (ids[0] == ids[1], ids[1] == ids[2], box.connections) == (True, False, 1)


async def test_buttons_that_open_something_become_links_and_files_are_attached(
    tmp_path: Path,
) -> None:
    (tmp_path / "hash").write_bytes(b"BEGIN:VCALENDAR")
    buttons = ((Button("Kart", url="https://kart.example"), Button("Jeg kommer", "signup:s1:y")),)
    enclosure = Enclosure(tmp_path / "hash", "samling æøå.ics", "text/calendar")
    async with mail_server() as box:
        await sends(box, Parcel("send", KARI, Html("Hei"), buttons, enclosure, key="a"))
    mail = box.came[0][1]
    text = read(mail, "plain")
    (file,) = mail.iter_attachments()
    assert ("Kart: https://kart.example" in text, "Jeg kommer" in text) == (True, False)
    assert (file.get_filename(), file.get_content_type(), file.get_content()) == (
        "samling æøå.ics",
        "text/calendar",
        "BEGIN:VCALENDAR",
    )


@pytest.mark.parametrize("verb", ["edit", "delete", "react", "menu"])
async def test_what_has_been_sent_is_not_changed(verb: str) -> None:
    async with mail_server() as box:
        receipts = await sends(box, Parcel(verb, KARI, TEXT, target="1"))
    assert (receipts, box.connections) == ([Receipt()], 0)


async def fails(work: Callable[[], Awaitable[object]]) -> DeliveryError:
    try:
        await work()
    except DeliveryError as error:
        return error
    raise AssertionError("it was sent")


@pytest.mark.parametrize(
    ("to_recipient", "to_mail", "kind"),
    [
        ("450 4.2.1 kari@kommune.example is busy", None, NotSent),
        ("550 5.1.1 kari@kommune.example is unknown", None, Unreachable),
        ("550 5.2.1 the mailbox is shut", None, Unreachable),
        ("550 5.1.10 no recipient of that name", None, Unreachable),
        ("550 Kari: no such user here", None, Unreachable),
        ("550 5.7.1 relaying denied", None, Refused),
        ("550 5.1.8 the sender's domain is unknown", None, Refused),
        ("552 5.2.2 the mailbox is full", None, Refused),
        ("550 5.4.1 recipient address rejected: access denied", None, Refused),
        ("550 relay not permitted", None, Refused),
        ("554 no such user, says a filter", None, Refused),
        (None, "451 4.3.0 later", NotSent),
        (None, "554 5.6.0 Rapporten is no text of ours", Refused),
    ],
)
async def test_every_answer_has_its_outcome_and_none_is_quoted(
    to_recipient: str | None, to_mail: str | None, kind: type[DeliveryError]
) -> None:
    async with mail_server() as box:
        box.to_recipient, box.to_mail = to_recipient, to_mail
        error = await fails(lambda: sends(box, PARCEL))
    code = (to_recipient or to_mail or "")[:3]
    assert (type(error), str(error)) == (kind, f"the mail server answered {code}")


async def test_a_server_that_falls_silent_after_the_mail_may_have_taken_it() -> None:
    async with mail_server() as box:
        box.drops = True
        error = await fails(lambda: sends(box, PARCEL))
    assert (type(error), len(box.came)) == (Uncertain, 1)


async def test_a_server_that_is_not_there_took_nothing() -> None:
    async with mail_server() as box:
        gone = box.smtp()
    assert type(await fails(lambda: door(gone).deliver(PARCEL))) is NotSent


@pytest.mark.parametrize(
    "mail", ["kari", "kari@", "a b@c.example", "a@b.example\nBcc: x@y.example"]
)
async def test_what_is_no_address_is_refused_before_anything_is_opened(mail: str) -> None:
    async with mail_server() as box:
        error = await fails(lambda: sends(box, Parcel("send", Address("mail", mail), TEXT)))
    assert (type(error), box.connections) == (Refused, 0)


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_password_goes_by_tls_to_a_server_that_is_known(security: Security) -> None:
    async with mail_server(security, users=security == "starttls") as box:
        smtp = box.smtp(security, user=security == "starttls")
        post = door(smtp, trusting())
        await post.deliver(PARCEL)
        await post.close()
    assert (len(box.came), box.users) == (1, [USER] if security == "starttls" else [])


async def test_a_server_that_shows_a_foreign_certificate_gets_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with mail_server("starttls", users=True) as box:
        smtp = box.smtp("starttls", user=True)
        error = await fails(lambda: door(smtp).deliver(PARCEL))
    assert (type(error), box.came, box.users) == (NotSent, [], [])
    assert PASSWORD not in caplog.text


@pytest.mark.parametrize("user", [False, True])
async def test_a_server_without_tls_sees_neither_password_nor_mail(
    user: bool,  # noqa: FBT001 - a table
) -> None:
    async with mail_server() as box:
        asked = box.smtp("starttls", user=user)
        error = await fails(lambda: door(asked, trusting()).deliver(PARCEL))
    assert (type(error), box.came, box.users) == (NotSent, [], [])


async def test_a_burst_goes_by_one_connection_one_at_a_time() -> None:
    async with mail_server() as box:
        post = door(box.smtp())
        parcels = [Parcel("send", KARI, TEXT, key=str(n)) for n in range(5)]
        await asyncio.gather(*(post.deliver(one) for one in parcels))
        await post.close()
    assert (len(box.came), box.connections) == (5, 1)


async def test_no_link_is_made_for_a_server_that_takes_no_mail() -> None:
    made = []

    async def mint(mail: str, _about: str) -> str | None:
        made.append(mail)
        return LINK

    async with mail_server() as box:
        post = MailDoor(box.smtp(), mint, limits=UNLIMITED, seconds=5)
        box.to_recipient = "451 4.7.1 greylisted"
        await fails(lambda: post.deliver(PARCEL))
        before = list(made)
        box.to_recipient = None
        await post.deliver(PARCEL)
        await post.close()
        gone = box.smtp()
    await fails(lambda: MailDoor(gone, mint, limits=UNLIMITED, seconds=5).deliver(PARCEL))
    assert (before, made) == ([], [KARI.key])
