"""Fills in any form as a person would, by typing alone or by buttons wherever there are any."""

from tests.room import Sitter

STEERING = {
    "New measure",
    "Back", "Skip", "Continue", "Continue later", "Keep the answer", "Done choosing",
    "Skip the rest", "Delete the answer", "All in one text",
}  # fmt: skip


def answers_all(sitter: Sitter, *, typing: bool) -> None:
    """Answer until the page before sending is shown."""
    for _ in range(40):
        if "Send" in sitter.last.labels:
            return
        _answer(sitter, typing=typing)
    raise AssertionError(f"no end: {sitter.last.text} {sitter.last.labels}")


def sends(sitter: Sitter, *, typing: bool) -> None:
    sitter.says("send") if typing else sitter.taps("Send")


def _answer(sitter: Sitter, *, typing: bool) -> None:
    options = [label for label in sitter.last.labels if label not in STEERING]
    if not options:
        sitter.says(_typed(sitter.last.text))
    elif "Done choosing" in sitter.last.labels and typing:
        sitter.says("1, 2")
    elif "Done choosing" in sitter.last.labels:
        for label in (*options[:2], "Done choosing"):
            sitter.taps(label)
    elif typing:
        sitter.says(options[-1])
    else:
        sitter.taps(options[-1])


def _typed(question: str) -> str:
    if "Write a date" in question:
        return "1.2.2027"
    return "3" if "Answer with a number" in question else "We tried something."
