"""/signup and the buttons that ask whether somebody comes: the form begins, or is answered."""

from collections.abc import Sequence

from handlers.attendance import flow, record, samling, texts
from handlers.attendance.press import press
from handlers.flow import talk
from handlers.flow import texts as flow_texts
from handlers.flow.party import person_party
from handlers.flow.scene import Form
from handlers.markup import Button, Html, bold, column, lines, paragraphs, plain
from handlers.programme_file import Milestone, ProgrammeFile, milestone, samlinger
from handlers.turn import Turn
from storage.records import AnswerRow, ProgrammeRow

FORM = Form(flow.KEY, flow.questions, flow.title, flow.may, record.finished, review=False)


def show(turn: Turn, _rest: str = "") -> None:
    """Begin the sign-up that waits; ask which, if several do; else tell what was answered."""
    programme = _place(turn)
    if programme is None:
        return
    asked = [one for one in samlinger(programme) if _is_asked(turn, programme, one)]
    waiting = [one for one in asked if record.standing(turn, programme, one) is None]
    if len(waiting) == 1:
        begin(turn, programme, waiting[0])
    elif waiting:
        _choose(turn, texts.which_one(turn.tongue), waiting)
    elif asked:
        _answered(turn, programme, asked)
    else:
        turn.say(texts.nothing_to_answer(turn.tongue))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Begin a samling's sign-up, or take its first answer at once."""
    programme = _place(turn)
    if programme is None:
        return
    one = milestone(programme, arguments[0]) if arguments else None
    if one is None:
        show(turn)
        return
    match arguments:
        case [_, key] if key in flow.ANSWERS:
            _answer(turn, programme, one, key)
        case _:
            begin(turn, programme, one)


def begin(turn: Turn, programme: ProgrammeFile, one: Milestone) -> None:
    """Ask, above it what was answered before."""
    refused = flow.refusal(turn, programme, one)
    before = record.standing(turn, programme, one)
    if refused is not None or turn.person is None:
        told = (
            texts.you_answered(turn.tongue, record.summary(turn.tongue, before)) if before else ""
        )
        turn.say(paragraphs(refused or texts.no_programme(turn.tongue), told))
        return
    if before is not None:
        turn.say(texts.you_answered(turn.tongue, record.summary(turn.tongue, before)))
    talk.begin(turn, FORM, person_party(turn.person.id), flow.about(one))


def _answer(turn: Turn, programme: ProgrammeFile, one: Milestone, key: str) -> None:
    """Take the first answer from a button that stood in a reminder; go on with what hangs on it."""
    refused = flow.refusal(turn, programme, one)
    if refused is not None or turn.person is None or turn.programme_row is None:
        turn.say(refused or texts.no_programme(turn.tongue))
        return
    before = record.standing(turn, programme, one)
    if before is not None and before.answer == flow.ANSWERS[key]:
        _answered(turn, programme, [one])
    elif not _goes_on(turn, programme, one, key):
        _begin_with(turn, turn.programme_row, programme, one, key)


def _goes_on(turn: Turn, programme: ProgrammeFile, one: Milestone, key: str) -> bool:
    """Whether that answer begins what is under way: then it is shown where it stands."""
    party = person_party(turn.person.id) if turn.person else ""
    drafts = turn.unit.drafts
    found = drafts.of(programme.id, FORM.key, party, flow.about(one))
    rows = drafts.answers(found.id) if found else []
    if not any((row.key, row.state, row.value) == (flow.COMES, "given", key) for row in rows):
        return False
    talk.begin(turn, FORM, party, flow.about(one))
    return True


def _begin_with(
    turn: Turn, row: ProgrammeRow, programme: ProgrammeFile, one: Milestone, key: str
) -> None:
    assert turn.person is not None  # noqa: S101 - one of those who come is somebody
    record.drop_drafts(turn, programme, one)
    if len(flow.asking(programme, one, turn.tongue)({flow.COMES: key})) == 1:
        record.record(turn, programme, one, {flow.COMES: key})
        return
    party = person_party(turn.person.id)
    draft = turn.unit.drafts.start(
        row.id, row.version, FORM.key, party, flow.about(one), turn.person.id, turn.now
    )
    at = turn.event.said_at
    turn.unit.drafts.put(
        AnswerRow(draft.id, flow.COMES, "given", key, 1, turn.person.id, at), turn.now
    )
    turn.nod.text = plain(texts.answer(turn.tongue, flow.ANSWERS[key]))
    talk.begin(turn, FORM, party, flow.about(one))


def _place(turn: Turn) -> ProgrammeFile | None:
    """The programme in which the speaker may answer; None once they are told why not."""
    t, programme = turn.tongue, turn.programme
    if not turn.event.private:
        turn.say(texts.only_alone(t))
        return None
    if programme is None:
        turn.say(texts.no_programme(t))
        return None
    if not samling.COMERS & turn.roles:
        turn.say(texts.not_for_you(t))
        return None
    return programme


def _is_asked(turn: Turn, programme: ProgrammeFile, one: Milestone) -> bool:
    return samling.comes(programme, one, turn.memberships) and samling.asks_sign_up(
        programme, one, turn.now
    )


def _choose(turn: Turn, lead: Html, found: Sequence[Milestone]) -> None:
    t = turn.tongue
    turn.say(
        lead, column(*(Button(t.pick(one.title), press(turn, "signup", one.id)) for one in found))
    )


def _answered(turn: Turn, programme: ProgrammeFile, asked: Sequence[Milestone]) -> None:
    """What the speaker has answered of each, and the way to change it."""
    t = turn.tongue
    told, buttons = [], []
    for one in asked:
        said = record.standing(turn, programme, one)
        name = t.pick(one.title)
        told.append(lines(bold(name), t.when(one.when), record.summary(t, said) if said else None))
        label = flow_texts.change(t) if len(asked) == 1 else texts.change_of(t, name)
        buttons.append(Button(plain(label), press(turn, "signup", one.id)))
    turn.say(paragraphs(texts.all_answered(t), *told), column(*buttons))
