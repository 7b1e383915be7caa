"""A unit of work: every shelf, within one transaction that somebody else begins and ends."""

import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

from storage.shelves.attendance import Attendance
from storage.shelves.broadcasts import Broadcasts
from storage.shelves.deeds import Deeds
from storage.shelves.drafts import Drafts
from storage.shelves.files import Files
from storage.shelves.help import Help
from storage.shelves.house import House
from storage.shelves.inbox import Inbox
from storage.shelves.invitations import Invitations
from storage.shelves.measures import Measures
from storage.shelves.notices import Notices
from storage.shelves.outbox import Outbox
from storage.shelves.people import People
from storage.shelves.preferences import Preferences
from storage.shelves.programmes import Programmes
from storage.shelves.pushes import Pushes
from storage.shelves.reflections import Reflections
from storage.shelves.reports import Reports
from storage.shelves.tasks import Tasks
from storage.shelves.traces import Traces
from storage.shelves.visits import Visits

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
BUSY_MILLISECONDS = 10_000


def random_id() -> str:
    """Make an id of 80 random bits in sixteen letters, ordered by nothing."""
    number = secrets.randbits(80)
    return "".join(_LETTERS[(number >> shift) & 31] for shift in range(0, 80, 5))


class Unit:
    """What a handler remembers with; it keeps nothing unless the transaction commits."""

    def __init__(
        self, connection: sqlite3.Connection, new_id: Callable[[], str] = random_id
    ) -> None:
        """Stand every shelf on ``connection``; ``new_id`` makes ids, seeded in tests."""
        self.new_id = new_id
        self.house = House(connection, new_id)
        self.programmes = Programmes(connection, new_id)
        self.people = People(connection, new_id)
        self.invitations = Invitations(connection, new_id)
        self.visits = Visits(connection, new_id)
        self.drafts = Drafts(connection, new_id)
        self.reports = Reports(connection, new_id)
        self.measures = Measures(connection, new_id)
        self.help = Help(connection, new_id)
        self.reflections = Reflections(connection, new_id)
        self.attendance = Attendance(connection, new_id)
        self.preferences = Preferences(connection, new_id)
        self.notices = Notices(connection, new_id)
        self.broadcasts = Broadcasts(connection, new_id)
        self.files = Files(connection, new_id)
        self.inbox = Inbox(connection, new_id)
        self.outbox = Outbox(connection, new_id)
        self.pushes = Pushes(connection, new_id)
        self.tasks = Tasks(connection, new_id)
        self.deeds = Deeds(connection, new_id)
        self.traces = Traces(connection, new_id)


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the database as the house needs it: durable, strict, and in nobody else's hands.

    ``synchronous=FULL`` is what keeps a commit through a power cut in WAL mode; transactions
    are begun and ended by whoever runs units, never by the driver.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    prepare(connection)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Set what holds for every connection."""
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA journal_size_limit = 16777216")
