"""A completed reflection is kept: with its name, or so that nothing is left of whose it was."""

from datetime import timedelta

from handlers import moot
from handlers.flow import texts as flow_texts
from handlers.flow.asking import as_kept
from handlers.flow.position import Position
from handlers.flow.scene import Scene
from handlers.markup import Button, column, plain
from handlers.reflect import texts
from handlers.reflect.flow import asked_in
from handlers.tongue import tongue
from handlers.turn import Turn
from storage.records import Draft, Reflection

# What was said before the draft began may have come in first, or by a clock that differs.
_MARGIN = timedelta(days=1)


def unsigned(scene: Scene, position: Position) -> None:
    """Keep the texts apart from the person, and leave no other trace of them in any table.

    No deed is noted either: it would say when.
    """
    turn, draft = scene.turn, scene.draft
    turn.unit.reflections.keep_unsigned(scene.programme.id, _said(scene, position))
    _mark(scene)
    forget_words(turn, draft)
    turn.say(texts.thanks_unsigned(turn.tongue))


def forget_words(turn: Turn, draft: Draft) -> None:
    """Drop a draft with its answers, and blank what the speaker wrote on the way."""
    unit, address = turn.unit, turn.address
    unit.drafts.drop(draft.id)
    unit.inbox.blank_since(address.door, address.key, draft.started_at - _MARGIN)
    unit.inbox.blank_one(turn.event.source, turn.event.update)
    # The log of the database itself still has it, until it is cut.
    unit.house.want_wipe()


def signed(scene: Scene, position: Position) -> None:
    """Keep the texts with their name, in the place of what the person said before."""
    turn, programme, about = scene.turn, scene.programme, scene.draft.about
    assert turn.person is not None  # noqa: S101 - the form lets nobody else in
    first = not turn.unit.reflections.marked(programme.id, about, turn.person.id)
    mine = turn.membership("participant")
    turn.unit.reflections.take_signed_out(programme.id, about, turn.person.id)
    turn.unit.reflections.keep_signed(
        programme.id, turn.person.id, mine.team if mine else None, _said(scene, position)
    )
    _mark(scene)
    turn.note("reflect", about)
    said = texts.thanks_signed if first else texts.thanks_for_change
    see = Button(plain(texts.see(turn.tongue)), f"reflect:see:{about}")
    change = Button(plain(flow_texts.change(turn.tongue)), f"reflect:change:{about}")
    turn.say(said(turn.tongue), column(see, change))


def _mark(scene: Scene) -> None:
    turn, programme, about = scene.turn, scene.programme, scene.draft.about
    assert turn.person is not None  # noqa: S101 - the form lets nobody else in
    turn.unit.reflections.mark(programme.id, about, turn.person.id)
    moot.reflected(turn.unit, programme.id, turn.person.id, about, turn.now)


def _said(scene: Scene, position: Position) -> list[Reflection]:
    """What was answered, in the programme's language; what was skipped is not kept."""
    t = tongue(scene.programme.language)
    kept = as_kept(asked_in(scene.programme, t, scene.turn.now), position, t)
    about = scene.draft.about
    return [Reflection(about, one.key, one.wording, one.shown) for one in kept if one.value]
