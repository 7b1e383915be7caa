"""``python -m tests.bench``: Mellom beside bare echo bots, in turns; a table, or ``--json``."""

import argparse
import json
import sys
from dataclasses import asdict
from statistics import median

from tests.bench.commits import Commits, commits
from tests.bench.contenders import BENCH_PYTHON, SENDERS, Contender, contenders
from tests.bench.measure import Measured, NotFinishedError, measure

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
    updates, users, rounds, units = QUICK if asked.quick else (UPDATES, USERS, ROUNDS, UNITS)
    chosen = [one for one in contenders() if one.name.startswith(asked.only)]
    try:
        runs = _in_turns(chosen, updates, users, asked.rounds or rounds)
    except NotFinishedError as failed:
        sys.stderr.write(f"not all was answered by {failed}\n")
        return 1
    cost = commits(units)
    medians = {one.name: _median(found) for one, found in runs.items()}
    print(_as_json(runs, medians, cost) if asked.json else _table(medians, cost, updates, users))
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
    peaks = [one.peak for one in found if one.peak is not None]
    return Measured(
        median(one.rate for one in found),
        median(one.ready for one in found),
        median(peaks) if peaks else None,
    )


def _table(medians: dict[str, Measured], cost: Commits, updates: int, users: int) -> str:
    ours = next(iter(medians.values()))
    lines = [
        f"{updates} updates from {users} people, each answered by one message; medians.",
        f"Mellom: each update on disk before it is acknowledged (synchronous=FULL), "
        f"Telegram's pace lifted, {SENDERS} senders. The echo bots keep nothing.",
        "",
        f"{'':36} {'updates/s':>10} {'Mellom is':>10} {'ready, s':>10} {'peak, MiB':>10}",
    ]
    for name, one in medians.items():
        times = f"{ours.rate / one.rate:.2f} x"
        peak = "?" if one.peak is None else f"{one.peak:.0f}"
        lines.append(f"{name:36} {one.rate:10.0f} {times:>10} {one.ready:10.2f} {peak:>10}")
    lines += [
        "",
        f"A unit (an answered /help): {cost.alone:.2f} ms in a commit of its own, "
        f"{cost.together:.2f} ms with up to 64 to a commit ({cost.alone / cost.together:.1f} x).",
    ]
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
