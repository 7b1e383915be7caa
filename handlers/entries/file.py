"""A calendar file: of a person's programme, of single milestones, or of all their programmes."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from handlers.entries import texts
from handlers.entries.mine import Part, alone, part
from handlers.entries.words import in_one_line
from handlers.markup import safe
from handlers.programme_file import ProgrammeFile, milestone
from handlers.tongue import Tongue
from storage.records import Membership
from storage.unit import Unit

MIME = "text/calendar"
Method = Literal["PUBLISH", "REQUEST", "CANCEL"]

_UNSAFE = re.compile(r'[<>:"/\\|?*,\x00-\x1f\x7f]')
_LONGEST = 120  # bytes; file systems take 255


def calendar_file(  # noqa: PLR0913 - whose, of what, for whom
    unit: Unit,
    programme: ProgrammeFile,
    t: Tongue,
    now: datetime,
    *,
    member: Membership | None,
    only: str | Collection[str] | None = None,
) -> bytes:
    """A member's calendar of a programme, everybody's without a member; empty without an entry.

    ``only`` is a milestone's id, or several: those alone, without the deadlines that hang on them.
    A single one is written so that a calendar replaces what it holds already, and takes it out
    where it is cancelled or has no day any longer.
    """
    members = [member] if member else []
    return of_part(part(unit, programme, members, now), t, now, only)


def of_part(
    whole: Part, t: Tongue, now: datetime, only: str | Collection[str] | None = None
) -> bytes:
    """Write the same of entries that are known already."""
    from handlers.entries.write import written  # noqa: PLC0415 - icalendar is slow to load

    if only is None:
        return written([whole], t, "PUBLISH", _name(t, whole)) if whole.entries else b""
    found = alone(whole, {only} if isinstance(only, str) else set(only), now)
    return written([found], t, _method(found), None) if found.entries else b""


def feed(parts: Sequence[Part], t: Tongue) -> bytes:
    """Write all of somebody's programmes as one calendar, which is whole without any entry too."""
    from handlers.entries.write import written  # noqa: PLC0415 - as above

    name = _name(t, parts[0]) if len(parts) == 1 else in_one_line(texts.feed_name(t))
    return written(parts, t, "PUBLISH", name, is_feed=True)


def file_name(t: Tongue, programme: ProgrammeFile, only: str | None = None) -> str:
    """A name that every file system takes, with the milestone's title where it is one alone."""
    one = milestone(programme, only) if only else None
    title = t.pick(one.title if one else programme.name)
    kept = _UNSAFE.sub(" ", unicodedata.normalize("NFC", title))
    short = " ".join(kept.split()).encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"{in_one_line(texts.file_name(t, short))}.ics"


def _name(t: Tongue, whole: Part) -> str:
    return in_one_line(safe(t.pick(whole.programme.name)))


def _method(found: Part) -> Method:
    """What a calendar is to do: one entry replaces itself; several can only be put in."""
    if len(found.entries) > 1:
        return "PUBLISH"
    return "CANCEL" if found.entries[0].ended else "REQUEST"
