"""A whole house that sends mail: at its own pace, which holds nobody at another door."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.house import House, Plan
from bot.ledger import Ledger, Result
from bot.mail.door import MailDoor
from bot.mail.mint import Minter
from bot.pace import UNLIMITED, Limits, Pace
from bot.parcel import Door, Flooded, NotSent, Parcel, Receipt
from bot.settings import Settings, Trouble
from handlers.events import Address
from handlers.markup import Html
from handlers.post import INVITATION, Letter, mail_is, post
from handlers.visits import PLACE, enter
from storage.migrate import MIGRATIONS
from storage.shelves.outbox import BROADCAST, REMINDER, Owed
from storage.unit import Unit, prepare
from tests.mail_server import Mailbox, mail_server

NOW = datetime(2026, 11, 2, 12, 30, tzinfo=UTC)
KARI = "kari@kommune.example"


class Silent:
    """A door that remembers what left by it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.came: list[Parcel] = []

    async def deliver(self, parcel: Parcel) -> Receipt:
        self.came.append(parcel)
        return Receipt(str(len(self.came)))

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        raise NotImplementedError

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        raise NotImplementedError


def enters_kari(unit: Unit) -> str:
    mail_is(unit, on=True)
    unit.house.keep(PLACE, "https://mellom.example")
    kari = unit.people.at("mail", KARI) or unit.people.add("Kari", "nb", NOW)
    unit.people.live_at(kari.id, "page", "karipage")
    unit.people.live_at(kari.id, "mail", KARI)
    return kari.id


@asynccontextmanager
async def home(folder: Path, box: Mailbox) -> AsyncIterator[tuple[House, Silent]]:
    clock, page = MovableClock(NOW), Silent("page")
    minter = Minter(clock)
    mail = MailDoor(box.smtp(), minter, clock=clock, limits=UNLIMITED, seconds=5)
    doors: dict[str, Door] = {"mail": mail, "page": page}
    plan = Plan(folder / "m.db", folder, clock, doors, {}, limits=UNLIMITED, heartbeat=False)
    house = await House.open(plan)
    minter.writer = house.writer
    try:
        yield house, page
    finally:
        await house.close()
        await mail.close()


async def owes(house: House, letter: Letter, key: str = "1") -> None:
    def work(unit: Unit) -> None:
        enters_kari(unit)
        post(unit, Address("page", "karipage"), letter, key, "nb", NOW)

    await house.writer.run(work)
    house.courier.wake()
    await house.settled()


def link_in(box: Mailbox) -> str:
    body = box.came[-1][1].get_body(("plain",))
    assert body is not None
    words = str(body.get_content()).split()
    return next(word for word in words if "/inn/" in word).rpartition("/")[2]


async def test_a_broadcast_to_the_page_comes_by_mail_with_a_link_that_works_once(
    tmp_path: Path,
) -> None:
    async with mail_server() as box, home(tmp_path, box) as (house, page):
        await owes(house, Letter(Html("Møt opp!"), priority=BROADCAST))
        code = link_in(box)
        entered = [await house.writer.run(lambda u: enter(u, code, NOW)) for _ in range(2)]
        kept = await house.writer.run(lambda u: u.outbox.sent_to("mail", KARI))
    assert ([to for to, _ in box.came], [one.text for one in page.came]) == ([KARI], ["Møt opp!"])
    assert (entered[0] and entered[0].key, entered[1]) == ("karipage", None)
    assert [code in row.text for row in kept] == [False]


async def test_an_answer_at_the_page_is_no_mail(tmp_path: Path) -> None:
    async with mail_server() as box, home(tmp_path, box) as (house, page):
        await owes(house, Letter(Html("Takk!")))
    assert (len(box.came), len(page.came)) == (0, 1)


async def test_an_invitation_is_kept_nowhere_and_its_link_lasts_thirty_days(tmp_path: Path) -> None:
    async with mail_server() as box, home(tmp_path, box) as (house, _):

        def invites(unit: Unit) -> None:
            enters_kari(unit)
            letter = Letter(Html("Velkommen"), about=INVITATION, fleeting=True)
            post(unit, Address("mail", KARI), letter, "i", "nb", NOW)

        await house.writer.run(invites)
        house.courier.wake()
        await house.settled()
        code = link_in(box)
        late = NOW.replace(month=12, day=2, hour=12, minute=29)
        entered = await house.writer.run(lambda u: enter(u, code, late))
    assert entered is not None


async def test_an_address_whose_mail_comes_back_is_written_to_no_more(tmp_path: Path) -> None:
    async with mail_server() as box, home(tmp_path, box) as (house, _):
        box.to_recipient = "550 5.1.1 unknown"
        await owes(house, Letter(Html("A"), priority=BROADCAST), "1")
        box.to_recipient = None
        person = await house.writer.run(lambda u: u.people.at("mail", KARI))
        assert person is not None
        shut = await house.writer.run(lambda u: u.people.addresses(person.id))
    assert ([one.door for one in shut if one.unreachable_since], box.came) == (["mail"], [])


@pytest.fixture
def unit() -> Iterator[Unit]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        prepare(opened)
        for file in sorted(MIGRATIONS.glob("*.sql")):
            opened.executescript(file.read_text(encoding="utf-8"))
        yield Unit(opened)


def ledger(mail: Limits) -> Ledger:
    pace = Pace(UNLIMITED, own={"mail": mail})
    return Ledger(MovableClock(NOW), lambda *_: None, Path(), pace, ("mail", "telegram"))


def waits(unit: Unit, door: str, many: int, priority: int = REMINDER) -> None:
    for number in range(many):
        unit.outbox.owe(
            Owed(door, str(number), f"{door}{number}", text="x", priority=priority), NOW
        )


def test_however_many_mails_wait_telegram_goes_on(unit: Unit) -> None:
    book = ledger(Limits(1e9, 1e9, 1e9, 1e9, at_once=1))
    waits(unit, "mail", 100)
    waits(unit, "telegram", 5, BROADCAST)
    first, _ = book.exchange((), 4, unit)
    second, _ = book.exchange((), 3, unit, at_work={"mail": 1})
    assert [row.door for row, _ in first] == ["mail", "telegram", "telegram", "telegram"]
    assert [row.door for row, _ in second] == ["telegram", "telegram"]


@pytest.mark.parametrize(("held", "other"), [("telegram", "mail"), ("mail", "telegram")])
def test_a_door_that_asks_for_a_pause_holds_no_other(unit: Unit, held: str, other: str) -> None:
    book = ledger(UNLIMITED)
    waits(unit, held, 50)
    waits(unit, other, 2, BROADCAST)
    ((row, _), *_), _ = book.exchange((), 1, unit)
    went, wait = book.exchange([Result(row, error=Flooded(7))], 4, unit)
    assert ([one.door for one, _ in went], 0 < wait <= 7) == ([other, other], True)


def test_what_waits_for_a_better_hour_holds_nothing_back_and_what_is_tried_again_does(
    unit: Unit,
) -> None:
    book, morning = ledger(UNLIMITED), NOW + timedelta(hours=18)
    for key, when in (("morning", morning), ("first", None), ("second", None)):
        unit.outbox.owe(Owed("telegram", "1", key, text=key, not_before=when), NOW)
    ((row, _),), _ = book.exchange((), 4, unit)
    went, _ = book.exchange([Result(row, error=NotSent(""))], 4, unit)
    assert (row.dedupe_key, went) == ("first", [])


def test_a_mail_server_that_is_away_costs_nobody_a_mail(unit: Unit) -> None:
    book = ledger(UNLIMITED)
    waits(unit, "mail", 1)
    ((row, _),), _ = book.exchange((), 4, unit)
    book.exchange([Result(row, error=NotSent(""))], 4, unit)
    found = unit.outbox.find(row.position)
    assert found is not None
    assert (found.state, found.tries) == ("waiting", 1)


HALF = "to send mail, set both MELLOM_SMTP_HOST and MELLOM_MAIL_FROM"


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ({"smtp_host": "mail.example"}, HALF),
        ({"mail_from": "a@b.example"}, HALF),
        ({"smtp_password": "s3cret"}, HALF),
        (
            {"smtp_host": "mail.example", "mail_from": "a@b.example", "smtp_user": "a"},
            "set both MELLOM_SMTP_USER and MELLOM_SMTP_PASSWORD (or _PASSWORD_FILE), or neither",
        ),
        (
            {"smtp_host": "mail.example", "mail_from": "a@b.example", "smtp_security": "none"},
            "MELLOM_SMTP_SECURITY=none is for a server on this machine alone: use starttls or tls",
        ),
        (
            {"smtp_password_file": "/nowhere/at/all"},
            "MELLOM_SMTP_PASSWORD_FILE: the file cannot be read: No such file or directory",
        ),
    ],
)
def test_mail_that_is_set_by_half_says_what_to_do(given: dict[str, str], trouble: str) -> None:
    with pytest.raises(Trouble, match="^" + trouble.replace("(", "\\(").replace(")", "\\)") + "$"):
        Settings.model_validate(given).mail()


def test_mail_is_set_by_a_host_and_a_sender_and_a_password_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(" s3cret\n", encoding="utf-8")
    given = {"smtp_host": "mail.example", "mail_from": "Mellom <a@b.example>", "smtp_user": "a"}
    smtp = Settings.model_validate({**given, "smtp_password_file": tmp_path / "secret"}).mail()
    assert smtp is not None
    assert smtp.password is not None
    assert (smtp.port, smtp.security, smtp.password.get_secret_value()) == (
        587,
        "starttls",
        "s3cret",
    )
    assert "s3cret" not in repr(smtp)
    assert Settings.model_validate({}).mail() is None


@pytest.mark.parametrize(
    "sender", ["mellom", "Mellom <mellom>", "a@b", "å@b.example", "a@b.c\nX: y"]
)
def test_a_sender_that_is_no_address_is_refused(sender: str) -> None:
    with pytest.raises(ValueError, match="it must read NAME <name@host>"):
        Settings.model_validate({"mail_from": sender})
