"""A link that opens Outlook on the web with an entry filled in, to be saved there."""

from datetime import UTC, datetime, timedelta
from typing import assert_never
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from handlers.entries import Lived, Part, location, summary
from handlers.entries.words import address
from handlers.programme_file import instant
from handlers.tongue import Tongue
from handlers.when import At, Days

_PAGE = "https://outlook.office.com/calendar/0/deeplink/compose"
_LONGEST = 200  # letters of each text: a link is cut by what carries it


def compose_link(t: Tongue, part: Part, one: Lived) -> str:
    """The address of Microsoft's page; what is in it goes to Microsoft when it is opened."""
    body = [t.pick(part.programme.name)]
    if one.entry.milestone.link:
        body.append(address(one.entry.milestone.link))
    asked = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": summary(t, part, one)[:_LONGEST],
        **_times(one, ZoneInfo(part.programme.timezone)),
        "location": location(t, one)[:_LONGEST],
        "body": " · ".join(body)[: 2 * _LONGEST],
    }
    return f"{_PAGE}?{urlencode(asked)}"


def _times(one: Lived, there: ZoneInfo) -> dict[str, str]:
    match one.entry.when:
        case At(start, end):
            return {
                "startdt": _written(instant(start, there)),
                "enddt": _written(instant(end or start, there)),
            }
        case Days(first, last):
            after = last + timedelta(days=1)
            return {"startdt": f"{first}", "enddt": f"{after}", "allday": "true"}
        case _:
            assert_never(one.entry.when)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
