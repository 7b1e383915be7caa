"""Reading several things written at once, one on each line."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.flow.form import Refusal
from handlers.flow.readers import Text
from handlers.flow.words import folded, unlisted
from handlers.markup import Html
from handlers.report import texts
from handlers.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Lines:
    """Reads one thing a line, without bullets; at most ``most`` of at most ``limit`` characters."""

    most: int
    limit: int

    def __call__(self, said: str, t: Tongue) -> str:
        """The lines that hold something, each once; Refusal for none, too many, or too long."""
        found = {folded(one): one for line in said.splitlines() if (one := unlisted(line))}
        whole = Text(self.most * (self.limit + 1))("\n".join(found.values()), t)
        if len(found) > self.most:
            raise Refusal(texts.too_many_lines(t, len(found), self.most))
        longest = max(map(len, found.values()))
        if longest > self.limit:
            raise Refusal(texts.too_long_line(t, longest, self.limit))
        return whole

    def hint(self, t: Tongue) -> Html:
        return texts.lines_hint(t, self.most, self.limit)


def fresh(value: str | None, standing: Iterable[str]) -> tuple[str, ...]:
    """The lines of a canonical answer that do not stand already, however they are written."""
    there = {folded(one) for one in standing}
    return tuple(line for line in (value or "").splitlines() if folded(line) not in there)


def key_of(line: str) -> str:
    """Eight letters that stand for a line as long as it is worded so."""
    return f"{zlib.crc32(folded(line).encode()):08x}"
