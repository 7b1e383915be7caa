"""What waits for the speaker, gathered from the rows and told."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.concerned import concerns
from handlers.flow.party import owing, party_of
from handlers.programme_file import Milestone, ProgrammeFile, reports_due
from handlers.status import plan, texts
from handlers.status.page import Page
from handlers.timeline import is_over
from handlers.turn import LEADERS, Turn
from storage.records import AnswerRow, Membership, Report, Role

COMERS: frozenset[Role] = frozenset({"participant", "facilitator"})


def show(turn: Turn, _rest: str = "") -> None:
    """Tell what waits for the speaker in the programme that they sit in."""
    programme = turn.programme
    if programme is None:
        turn.say(texts.no_programme(turn.tongue))
        return
    mine = turn.membership("participant")
    party = party_of(programme, mine) if mine else None
    begun = _begun(turn, programme, party) if party else {}
    reports = _reports(turn, programme, party) if party else []
    waiting = plan.waiting(
        programme,
        turn.now,
        delivered={one.milestone for one in reports if one.stands} if party else None,
        reflected=_reflected(turn, programme) if "participant" in turn.roles else None,
        begun=begun,
        signed_up=_signed_up(turn, programme) if turn.roles & COMERS else None,
    )
    waiting = _theirs(turn, programme, waiting)
    leads = bool(LEADERS & turn.roles)
    page = Page(
        programme,
        waiting,
        begun=begun,
        withdrawn=frozenset(one.milestone for one in reports if not one.stands),
        counts=_counts(turn, programme) if leads else (),
        several=len({one.programme for one in turn.memberships}) > 1,
        leads=leads,
    )
    turn.say(page.text(turn.tongue), page.buttons(turn.tongue))


def pressed(turn: Turn, _arguments: Sequence[str]) -> None:
    show(turn)


def _reports(turn: Turn, programme: ProgrammeFile, party: str) -> list[Report]:
    """What the party has delivered, also what it has withdrawn."""
    reports, owed = turn.unit.reports, reports_due(programme)
    found = (reports.of(programme.id, party, milestone.id) for milestone, _ in owed)
    return [one for one in found if one is not None]


def _reflected(turn: Turn, programme: ProgrammeFile) -> set[str]:
    assert turn.person is not None  # noqa: S101 - a participant is somebody
    done = turn.unit.reflections.of_person(turn.person.id)
    said = turn.unit.attendance.presences_of(turn.person.id)
    found = {(one.programme, one.milestone) for one in done}
    found |= {(one.programme, one.milestone) for one in said if one.state == "absent"}
    return {of for programme_id, of in found if programme_id == programme.id}


def _theirs(turn: Turn, programme: ProgrammeFile, found: plan.Waiting) -> plan.Waiting:
    """What concerns the speaker; what was over before they joined is not theirs to reflect on."""
    comers = [m for m in turn.memberships if m.programme == programme.id and m.role in COMERS]
    return replace(
        found,
        reflections=tuple(
            one
            for one in found.reflections
            if (me := turn.membership("participant")) and _was_there(programme, one, me)
        ),
        sign_ups=tuple(
            one
            for one in found.sign_ups
            if any(concerns(programme, one, member) for member in comers)
        ),
    )


def _was_there(programme: ProgrammeFile, one: Milestone, member: Membership) -> bool:
    return concerns(programme, one, member) and not is_over(programme, one, member.joined_at)


def _signed_up(turn: Turn, programme: ProgrammeFile) -> dict[str, str]:
    """For which days they have said whether they come; who does not know yet is still asked."""
    assert turn.person is not None  # noqa: S101 - who has a role is somebody
    said = turn.unit.attendance.sign_ups_of(turn.person.id)
    mine = (one for one in said if one.programme == programme.id and one.answer != "unsure")
    return {one.milestone: one.asked_for for one in mine}


def _begun(turn: Turn, programme: ProgrammeFile, party: str) -> dict[str, int]:
    """How many answers each open draft of a report holds, by milestone."""
    drafts = turn.unit.drafts
    return {
        draft.about: sum(_is_answer(one) for one in drafts.answers(draft.id))
        for draft in drafts.open_for(party)
        if draft.programme == programme.id and draft.form == "report"
    }


def _is_answer(row: AnswerRow) -> bool:
    """The sentence about a measure («-w3») belongs to the measure's answer."""
    return row.state != "open" and not row.key.startswith("-w")


def _counts(turn: Turn, programme: ProgrammeFile) -> tuple[plan.Count, ...]:
    every = turn.unit.reports.every(programme.id)
    delivered = {(one.milestone, one.party) for one in every if one.stands}
    return plan.counts(programme, turn.now, sorted(owing(turn.unit, programme)), delivered)
