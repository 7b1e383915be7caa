"""``python -m tests.bench``: Mellom beside bare echo bots, in turns; a table, or ``--json``."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from statistics import median

from tests.bench.commits import Commits, commits
from tests.bench.contenders import BENCH_PYTHON, SENDERS, Contender, contenders
from tests.bench.measure import Measured, NotFinishedError, measure
from tests.served import stop_cleanly

UPDATES, USERS, ROUNDS, UNITS = 5000, 500, 3, 1000
QUICK = (1000, 100, 1, 200)
Runs = dict[Contender, list[Measured]]


def main() -> int:
    """Measure, print, and return the exit code: 1 if a contender did not finish."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer updates, one round")
    parser.add_argument("--rounds", type=int, default=None, help=f"how often each ({ROUNDS})")
    parser.add_argument("--only", default="", help="contenders whose names begin so")
    parser.add_argument("--json", action="store_true", help="print data for a program")
    asked = parser.parse_args()
    stop_cleanly()
    updates, users, rounds, units = QUICK if asked.quick else (UPDATES, USERS, ROUNDS, UNITS)
    chosen = [one for one in contenders() if one.name.startswith(asked.only)]
    try:
        runs = _in_turns(chosen, updates, users, asked.rounds or rounds)
    except NotFinishedError as failed:
        sys.stderr.write(f"not all was answered by {failed}\n")
        return 1
    cost = commits(units)
    medians = {one.name: _median(found) for one, found in runs.items()}
    told = _as_json(runs, medians, cost) if asked.json else _table(medians, cost, updates, users)
    sys.stdout.write(told + "\n")
    return 0


def _in_turns(chosen: list[Contender], updates: int, users: int, rounds: int) -> Runs:
    """A B C A B C …, so that what else the machine does meets everybody alike."""
    runs: Runs = {one: [] for one in chosen}
    for number in range(rounds):
        for one in chosen:
            found = measure(one, updates, users)
            runs[one].append(found)
            sys.stderr.write(f"round {number + 1}: {one.name}: {found.rate:.0f} updates a second\n")
    return runs


def _median(found: list[Measured]) -> Measured:
    return Measured(
        median(one.rate for one in found),
        median(one.ready for one in found),
        _known(one.peak for one in found),
        _known(one.busy for one in found),
    )


def _known(figures: Iterable[float | None]) -> float | None:
    told = [one for one in figures if one is not None]
    return median(told) if told else None


def _table(medians: dict[str, Measured], cost: Commits, updates: int, users: int) -> str:
    ours = next(iter(medians.values()))
    lines = [
        f"{updates} updates from {users} people, each answered by one message; medians.",
        "Mellom commits each update to disk before it is acknowledged (synchronous=FULL);",
        f"Telegram's pace is lifted, and it has {SENDERS} senders. The echo bots keep nothing.",
        "",
        " " * 36 + " updates/s  Mellom is   ready, s   CPU, s  peak, MiB",
    ]
    for name, one in medians.items():
        times = f"{ours.rate / one.rate:.2f} x"
        busy = "?" if one.busy is None else f"{one.busy:.1f}"
        peak = "?" if one.peak is None else f"{one.peak:.0f}"
        figures = f"{one.rate:10.0f} {times:>10} {one.ready:10.2f} {busy:>8} {peak:>10}"
        lines.append(f"{name:36} {figures}")
    gained = cost.alone / cost.together
    lines += ["", "A unit of work (an answered /help):"]
    lines += [f"  {cost.alone:.2f} ms in a commit of its own"]
    lines += [f"  {cost.together:.2f} ms where up to 64 share a commit ({gained:.1f} x)"]
    if not any(name.startswith("aiogram") for name in medians):
        lines.append(f"aiogram was not measured: {BENCH_PYTHON} names no Python (make bench does).")
    return "\n".join(lines)


def _as_json(runs: Runs, medians: dict[str, Measured], cost: Commits) -> str:
    ours = next(iter(medians.values()))
    found = {
        one.name: {
            "runs": [asdict(run) for run in every],
            "median": asdict(medians[one.name]),
            "ratio": ours.rate / medians[one.name].rate,
        }
        for one, every in runs.items()
    }
    return json.dumps({"contenders": found, "unit_ms": asdict(cost)}, indent=2)


if __name__ == "__main__":
    sys.exit(main())
