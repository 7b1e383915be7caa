"""The people of a workbook: who they are, and what does not go together."""

import re
from collections.abc import Hashable, Iterator

from handlers.programme_file.phrases import Phrase, phrase
from handlers.workbook import fault_texts
from handlers.workbook import file_texts as texts
from handlers.workbook.cells import shown
from handlers.workbook.findings import Findings, Line, Spot
from handlers.workbook.scope import folded
from handlers.workbook.tables import Tables
from handlers.workbook.values import Listed

PEOPLE = "people"
_MAIL = re.compile(r"[^@\s,;:<>()\"]{1,64}@[^@\s,;:<>()\"]+\.[^@\s,;:<>()\".]{2,}")


def people_of(
    rows: list[tuple[Line, Tables]], found: Findings, *, in_teams: bool
) -> tuple[Listed, ...]:
    """Everybody in the list; ``in_teams``: a participant has a team."""
    people = [_listed(item) for _, item in rows]
    met: dict[Hashable, int] = {}
    for number, ((line, item), one) in enumerate(zip(rows, people, strict=True)):
        wrong = (*_name(item), *_mail(one), *_place(one, in_teams=in_teams), *_again(one, met))
        for column, what in wrong:
            if not found.is_blamed((PEOPLE, number, column)):
                found.blame(_to_blame(line, column, found), what)
        _keep(one, met, line.spot.row)
    return tuple(people)


def _to_blame(line: Line, column: str, found: Findings) -> Spot:
    """The cell that is wrong: the team's, where that was only an example's."""
    team = line.under(("team",))
    return team if column == "duty" and team in found.examples else line.under((column,))


def _listed(item: Tables) -> Listed:
    mail = item.get("mail")
    return Listed(
        str(item.get("name", "")),
        item.get("role", "participant"),
        item.get("team"),
        mail.casefold().removeprefix("mailto:").strip() if mail else None,
        item.get("job"),
        item.get("duty"),
    )


def _name(item: Tables) -> Iterator[tuple[str, Phrase]]:
    if not item.get("name"):
        yield "name", phrase(fault_texts.empty)
    elif "@" in item["name"]:
        yield "name", phrase(texts.mail_for_a_name)


def _mail(one: Listed) -> Iterator[tuple[str, Phrase]]:
    if one.mail is not None and not _MAIL.fullmatch(one.mail):
        yield "mail", phrase(texts.bad_mail, shown(one.mail))


def _place(one: Listed, *, in_teams: bool) -> Iterator[tuple[str, Phrase]]:
    if in_teams and one.role == "participant" and one.team is None:
        yield "team", phrase(texts.no_team)
    if one.duty is not None and (one.role != "participant" or one.team is None):
        yield "duty", phrase(texts.no_duty)


def _keys(one: Listed) -> Iterator[tuple[str, Hashable]]:
    """What only one row may have, by the column that is to blame."""
    if one.mail is not None:
        yield "mail", ("mail", one.mail)
    else:
        yield "name", ("name", folded(one.name), one.team, one.role)
    if one.duty is not None and one.team is not None:
        yield "duty", ("duty", one.team, one.duty)


_AGAIN = {"mail": texts.same_mail, "name": texts.same_person, "duty": texts.same_duty}


def _again(one: Listed, met: dict[Hashable, int]) -> Iterator[tuple[str, Phrase]]:
    for column, key in _keys(one):
        if key in met and (column != "name" or one.name):
            yield column, phrase(_AGAIN[column], met[key])


def _keep(one: Listed, met: dict[Hashable, int], row: int) -> None:
    for _, key in _keys(one):
        met.setdefault(key, row)
