"""Who asks for help, in a report or outside it; those who wait come first."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from handlers.flow.readers import YES
from handlers.programme_file import ProgrammeFile, help_keys, is_for_individuals, zone
from handlers.summary import rounds
from handlers.summary.material import Delivered, Material
from handlers.summary.values import Plea, Row
from handlers.tongue import tongue
from storage.records import Plea as Call
from storage.records import ReportAnswer

ANSWERED_FOR = timedelta(days=14)
"""How long a call outside the reports is still told of, once it is answered."""
_HOUSE = "-help"


def pleas(material: Material, rows: Sequence[Row]) -> tuple[Plea, ...]:
    """Who asks for help: in this round, in the one before and not heard of since, or outside both.

    Of people who take part alone only this round counts: an older plea would tell that they
    have not delivered since.
    """
    found = [plea for row in rows if row.owes for plea in _of(material, row)]
    return tuple(sorted(found, key=lambda plea: plea.answered_on is not None))


def _of(material: Material, row: Row) -> Iterator[Plea]:
    yield from _in_report(material, row)
    mine = [call for call in material.calls if call.party == row.party]
    for about in dict.fromkeys(call.about for call in mine):
        if _stands_alone(material, row.party, about):
            yield from _outside(material, row, [one for one in mine if one.about == about])


def _in_report(material: Material, row: Row) -> Iterator[Plea]:
    one = _latest(material, row.party)
    if one is None or material.before is None:
        return
    is_old = one.report.milestone != material.before.id
    title = _title(material.programme, one.report.milestone) if is_old else None
    milestone = one.report.milestone
    answered = _answered(
        [c for c in material.calls if (c.party, c.about) == (row.party, milestone)]
    )
    if is_old and answered:
        return
    keys = {_HOUSE, *help_keys(material.programme)}
    for place, answer in enumerate(one.answers):
        if answer.key in keys and answer.value == YES:
            reason = _reason(material.programme, one.answers, place)
            question, words = (reason.wording, reason.shown) if reason else (answer.wording, "")
            day = _day(material, answered) if answered else None
            yield Plea(row.party, row.name, question, words, title, answered_on=day)


def _latest(material: Material, party: str) -> Delivered | None:
    """The party's report of this round, else a team's of the round before."""
    return material.first(party, _looked_at(material)[:2])


def _title(programme: ProgrammeFile, milestone: str) -> str:
    titles = {one.id: one.title for one in programme.milestone}
    return tongue(programme.language).pick(titles[milestone])


def _reason(
    programme: ProgrammeFile, answers: Sequence[ReportAnswer], place: int
) -> ReportAnswer | None:
    """Their own words nearest to the asking: what came right after it, else the last before.

    The house asks what the help is about itself, so that nothing before it is taken for that.
    """
    kinds = {one.key: one.kind for one in programme.report.question} if programme.report else {}
    before = [] if answers[place].key == _HOUSE else answers[:place]
    near = [*answers[place + 1 : place + 2], *reversed(before)]
    free = (one for one in near if _is_own_words(one, kinds.get(one.key, "text")))
    return next(free, None)


def _is_own_words(answer: ReportAnswer, kind: str) -> bool:
    """A question that stands in the file no more is read as a text."""
    is_asked = answer.key == f"{_HOUSE}what" or not answer.key.startswith("-")
    return is_asked and kind == "text" and bool(answer.value)


# Calls


def _stands_alone(material: Material, party: str, about: str) -> bool:
    """Whether no report says more of a call: it is about none, or none came since.

    Of people who take part alone only this round counts here too.
    """
    if about not in {one.id for one in material.programme.milestone}:
        return True
    looked_at = _looked_at(material)
    since = looked_at[: looked_at.index(about) + 1] if about in looked_at else []
    return bool(since) and material.first(party, since) is None


def _looked_at(material: Material) -> list[str]:
    """This round and those before it, the nearest first."""
    if material.before is None:
        return []
    alone = is_for_individuals(material.programme)
    older = [] if alone else rounds.earlier(material.programme, material.before)
    return [material.before.id, *older]


def _outside(material: Material, row: Row, calls: Sequence[Call]) -> Iterator[Plea]:
    """One plea for all that a party called about one thing, as long as it is worth a line."""
    answered = _answered(calls)
    if answered and material.now - answered > ANSWERED_FOR:
        return
    waiting = [one for one in calls if one.answered_at is None]
    asked = waiting[0] if waiting else calls[-1]
    yield Plea(
        party=row.party,
        name=row.name,
        question="",
        words="",
        before=None,
        asked_on=_day(material, asked.raised_at),
        answered_on=_day(material, answered) if answered else None,
    )


def _answered(calls: Sequence[Call]) -> datetime | None:
    """When the last of the calls was answered; None while one waits, or if there are none."""
    answers = [one.answered_at for one in calls if one.answered_at is not None]
    return max(answers) if answers and len(answers) == len(calls) else None


def _day(material: Material, moment: datetime) -> date:
    return moment.astimezone(zone(material.programme)).date()
