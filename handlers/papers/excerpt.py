"""A long text on one short line."""


def excerpt(text: str, longest: int) -> str:
    """The text on one line, cut at a word and ended by «…» if it has more characters than this."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[:longest]
    return f"{cut.rpartition(' ')[0] or cut}…"
