"""/signup and the buttons that ask whether somebody comes: the form begins, or is answered."""

from collections.abc import Sequence

from handlers.attendance import flow, record, samling, texts
from handlers.flow import talk
from handlers.flow import texts as flow_texts
from handlers.flow.form import Question
from handlers.flow.party import person_party
from handlers.flow.scene import Form, Scene
from handlers.markup import Button, bold, column, lines, paragraphs, plain
from handlers.programme_file import Milestone, ProgrammeFile, first_day, milestone
from handlers.timeline import in_time
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import AnswerRow, ProgrammeRow

OTHER = "other"
_ALONE = 1


def _ways(scene: Scene, question: Question) -> tuple[Button, ...]:
    """Beside the first question: to another samling, where there is one."""
    turn, programme = scene.turn, scene.programme
    if question.key != flow.COMES or len(_asked(turn, programme)) <= _ALONE:
        return ()
    other = texts.another_one(turn.tongue)
    return (Button(plain(other), turn.press("signup", "", OTHER)),)


FORM = Form(
    flow.KEY,
    flow.questions,
    flow.title,
    record.may,
    record.finished,
    review=False,
    ways=_ways,
    heard=record.heard,
)


def show(turn: Turn, _rest: str = "") -> None:
    """Begin the next sign-up that waits; where none does, tell what was answered."""
    programme = _place(turn)
    if programme is None:
        return
    asked = _asked(turn, programme)
    waiting = next((one for one in asked if _waits(turn, programme, one)), None)
    if waiting is not None:
        begin(turn, programme, waiting)
    elif asked:
        _answered(turn, programme, asked)
    else:
        turn.say(texts.nothing_to_answer(turn.tongue))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Begin a samling's sign-up, or take its first answer at once."""
    programme = _place(turn)
    if programme is None:
        return
    asked = _asked(turn, programme)
    one = milestone(programme, arguments[0]) if arguments else None
    if one is None and arguments[1:] == [OTHER] and asked:
        _choose(turn, asked)
        return
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
    before = record.standing(turn, programme, one)
    refused = flow.refusal(turn, programme, one) or record.bound(turn, programme, one, before)
    told = texts.you_answered(turn.tongue, record.summary(turn.tongue, before)) if before else None
    if refused is not None or turn.person is None:
        turn.say(paragraphs(refused or texts.no_programme(turn.tongue), told))
        return
    if told is not None:
        turn.say(told)
    talk.begin(turn, FORM, person_party(turn.person.id), flow.about(one))


def _answer(turn: Turn, programme: ProgrammeFile, one: Milestone, key: str) -> None:
    """Take the first answer from a button that stood in a reminder; go on with what hangs on it."""
    before = record.standing(turn, programme, one)
    same = before is not None and before.answer == flow.ANSWERS[key]
    refused = flow.refusal(turn, programme, one)
    if not same:
        refused = refused or record.bound(turn, programme, one, before)
    if refused is not None or turn.person is None or turn.programme_row is None:
        turn.say(refused or texts.no_programme(turn.tongue))
    elif _goes_on(turn, programme, one, key):
        pass
    elif same:
        _answered(turn, programme, [one])
    else:
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
    record.keep(turn, programme, one, {flow.COMES: key})
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


def _asked(turn: Turn, programme: ProgrammeFile) -> list[Milestone]:
    """The samlinger of which the speaker may say whether they come, the next one first."""
    return [
        one
        for one in in_time(programme)
        if samling.comes(programme, one, turn.memberships)
        and samling.asks_sign_up(programme, one, turn.now)
    ]


def _waits(turn: Turn, programme: ProgrammeFile, one: Milestone) -> bool:
    """Whether its answer is still to be given, or to be made whole."""
    said = record.standing(turn, programme, one)
    if said is None or said.answer == "unsure":
        return True
    return record.is_begun(programme, one, said, turn.tongue)


def _choose(turn: Turn, found: Sequence[Milestone]) -> None:
    t = turn.tongue
    buttons = (Button(_dated(t, one), turn.press("signup", one.id)) for one in found)
    turn.say(texts.which_one(t), column(*buttons))


def _dated(t: Tongue, one: Milestone) -> str:
    """The day first, for a long label is cut."""
    day, name = first_day(one.when), t.pick(one.title)
    return f"{t.day(day)}: {name}" if day else name


def _answered(turn: Turn, programme: ProgrammeFile, asked: Sequence[Milestone]) -> None:
    """What the speaker has answered of each, and the way to change it."""
    t = turn.tongue
    told, buttons = [], []
    for one in asked:
        said = record.standing(turn, programme, one)
        name = t.pick(one.title)
        told.append(lines(bold(name), t.when(one.when), record.summary(t, said) if said else None))
        label = flow_texts.change(t) if len(asked) == 1 else texts.change_of(t, name)
        buttons.append(Button(plain(label), turn.press("signup", one.id)))
    turn.say(paragraphs(texts.all_answered(t), *told), column(*buttons))
