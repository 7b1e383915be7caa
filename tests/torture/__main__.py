"""``python -m tests.torture``: R1 and R2 of the scoreboard, polling; 1 if anything was lost."""

import argparse
import random
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from pydantic import SecretStr

from bot.courier import SENDERS
from bot.settings import Settings
from handlers.join.codes import Code, codes
from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.migrate import migrate
from storage.unit import Unit, connect
from tests.bench.seed import JOINED, OVER
from tests.served import Served, stop_cleanly
from tests.torture.lives import born, killed, lived
from tests.torture.people import FIRST_USER, Crowd, Person
from tests.torture.verdict import Verdict, judge, states

SHORTEST, LONGEST = 0.06, 0.4
# About what Telegram takes to answer; a kill in between makes a repeat, as it would there.
TRAVEL = 0.03
LAST_LIFE = 120.0


def main() -> int:
    """Kill as often as was asked for, and tell in one line what was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--conversations", type=int, default=200)
    parser.add_argument("--seed", type=int, default=None, help="the dice (shown on standard error)")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns() % 1_000_000
    sys.stderr.write(f"seed {seed}\n")
    stop_cleanly()
    with tempfile.TemporaryDirectory() as folder, Served() as api:
        return _torture(api, Path(folder), asked.kills, asked.conversations, random.Random(seed))  # noqa: S311 - dice, no secret


def _torture(api: Served, folder: Path, kills: int, conversations: int, dice: random.Random) -> int:
    settings = Settings(
        telegram_token=SecretStr(api.token), telegram_api_url=api.url, data_dir=folder
    )
    open_to = _house(settings.database)
    people = [Person(FIRST_USER + n, open_to[n % len(open_to)]) for n in range(conversations)]
    crowd = Crowd(api, people, dice)
    crowd.meet()
    api.control("faults", method="sendMessage", kind="delay", arguments={"seconds": TRAVEL},
                times=None)  # fmt: skip
    for number in range(kills):
        crowd.start(1 + number * conversations * 10 // (kills * 9), time.monotonic())
        killed(born(settings), dice.uniform(SHORTEST, LONGEST), crowd.move)
        if (number + 1) % 100 == 0:
            sys.stderr.write(f"{number + 1} kills, {crowd.finished} conversations over\n")
    at_rest = _last_life(settings, crowd)
    verdict = judge(api, settings.database, people)
    _tell(verdict, kills, conversations)
    if not (verdict.is_good and at_rest):
        sys.stderr.write("\n".join((repr(verdict), *states(settings.database))) + "\n")
        return 1
    return 0


def _house(database: Path) -> list[Code]:
    """A house with a programme, and the code of each of its teams."""
    migrate(database)
    programme = read_programme(OVER.read_text(encoding="utf-8"))
    with closing(connect(database)) as connection:
        unit = Unit(connection)
        connection.execute("BEGIN IMMEDIATE")
        importing.apply(unit, programme, JOINED)
        made = codes(unit, programme.id, JOINED, None)
        connection.execute("COMMIT")
    return [one for one in made if one.role == "participant"]


def _last_life(settings: Settings, crowd: Crowd) -> bool:
    """Let everybody come to their end, and the program to its own; false if that took too long."""
    crowd.start(len(crowd.people), time.monotonic())

    def over() -> bool:
        return crowd.finished == len(crowd.people) and _is_quiet(settings.database)

    return lived(born(settings), over, crowd.move, LAST_LIFE)


def _is_quiet(database: Path) -> bool:
    with closing(connect(database, read_only=True)) as connection:
        unit = Unit(connection)
        waiting = connection.execute(
            "SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending')"
        ).fetchone()[0]
        return not (waiting or unit.inbox.how_many_new())


def _tell(verdict: Verdict, kills: int, conversations: int) -> None:
    a_kill = verdict.repeats / kills if kills else 0.0
    sys.stdout.write(
        f"{kills} SIGKILLs, {conversations} conversations: {verdict.answers_lost} answers lost, "
        f"{verdict.unsent} messages never sent, {a_kill:.2f} repeats per kill (bound {SENDERS})\n"
    )


if __name__ == "__main__":
    sys.exit(main())
