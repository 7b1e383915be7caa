"""A parcel as an e-mail: plain text and HTML, a personal link, and a footer that says why."""

import mimetypes
import re
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from html import unescape

from bot.mail import texts
from bot.parcel import Parcel, Refused
from handlers.markup import Html, joined, lines, link, paragraphs, plain, safe
from handlers.tongue import tongue

_HEAD = '<!DOCTYPE html><html lang="'
_BODY = """"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:40em">
"""
_TAIL = "</body></html>"
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class File:
    """What is attached."""

    name: str
    mime: str
    content: bytes


def message(
    parcel: Parcel, sender: str, url: str | None, file: File | None, now: datetime
) -> EmailMessage:
    """Make the mail of one parcel; ``url`` is its personal link, ``now`` aware.

    Its id follows from the parcel's key: a repeat is the same message to those who read mail.
    Raises ``Refused`` for an address that no mail can be sent to.
    """
    made = EmailMessage(policy=SMTP)
    name, address = parseaddr(sender)
    made["From"] = Address(name, addr_spec=address)
    made["To"] = recipient(parcel.address.key)
    made["Subject"] = plain(texts.subject(tongue(parcel.language), parcel.about))
    made["Date"] = format_datetime(now)
    known = sha256(parcel.key.encode()).hexdigest()[:40]
    made["Message-ID"] = f"<{known}@{address.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made["X-Auto-Response-Suppress"] = "All"
    made["Content-Language"] = parcel.language
    text = body(parcel, url)
    made.set_content(as_plain(text), cte="quoted-printable")
    page = _as_page(text, parcel.language)
    made.add_alternative(page, subtype="html", cte="quoted-printable")
    if file is not None:
        _attach(made, file)
    return made


def recipient(mail: str) -> Address:
    """Read an address; its host may have letters of its own. Raises ``Refused`` for a bad one."""
    name, _, host = mail.rpartition("@")
    try:
        return Address(addr_spec=f"{name}@{host.encode('idna').decode()}")
    except (ValueError, IndexError, MessageError):
        raise Refused("no mail can be sent to an address of this kind") from None


def body(parcel: Parcel, url: str | None) -> Html:
    """The words as they were posted, the buttons that open something, the link, and why it came."""
    t, about = tongue(parcel.language), parcel.about
    opens = [link(b.url, b.text) for row in parcel.buttons for b in row if b.url is not None]
    return paragraphs(
        parcel.text,
        joined("\n", opens),
        lines(link(url, texts.open_it(t, about)), texts.about_the_link(t, about)) if url else None,
        lines(safe("—"), texts.why(t, about), texts.no_answers(t)),
    )


def as_plain(text: Html) -> str:
    """The text as it reads, and where its links lead."""
    return plain(Html(_LINK.sub(_spelt, text))) + "\n"


def _spelt(found: re.Match[str]) -> str:
    url, words = found[1], found[2]
    return words if unescape(url) == unescape(words) else f"{words}: {url}"


def _as_page(text: Html, language: str) -> str:
    return "".join((_HEAD, language, _BODY, text.replace("\n", "<br>\n"), _TAIL))


def _attach(made: EmailMessage, file: File) -> None:
    mime = file.mime or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    main, _, sub = mime.partition(";")[0].strip().partition("/")
    if not sub or main in ("message", "multipart"):
        main, sub = "application", "octet-stream"
    made.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
