"""R1 and R2, small: `make torture` does the same a thousand times."""

import re
import subprocess
import sys

from bot.courier import SENDERS
from tests.served import ROOT


def test_twenty_kills_lose_no_answer_and_no_message() -> None:
    # A process of its own: lives are forked, and a test run may hold threads.
    command = [sys.executable, "-m", "tests.torture", "--kills", "20", "--conversations", "20"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    told = re.fullmatch(
        r"20 SIGKILLs, 20 conversations: 0 answers lost, 0 messages never sent, "
        r"(\d+\.\d\d) repeats per kill \(bound (\d+)\)\n",
        done.stdout,
    )
    assert done.returncode == 0, done.stderr
    assert told is not None, done.stdout
    assert float(told[1]) <= SENDERS == int(told[2])
