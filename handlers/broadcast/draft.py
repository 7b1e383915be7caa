"""A broadcast before it goes out: shown as it will be, asked about, changed."""

from handlers.broadcast import texts
from handlers.broadcast.audience import out_of_reach, recipients, sender_of
from handlers.broadcast.compile import Sender, letter, room_for
from handlers.markup import Button, Html, Keyboard, column, lines, paragraphs, utf16_length
from handlers.post import Letter, post
from handlers.programme_file import ProgrammeFile, load
from handlers.turn import Turn
from storage.records import Broadcast, File
from storage.shelves.outbox import Owed

FETCH = "fetch"  # the kind of task that brings a file home


def propose(turn: Turn, text: str, file: File | None = None, message: str | None = None) -> None:
    """Keep a text (plain) or a file as a draft, show it as recipients will see it, and ask.

    ``message`` is the sender's own, so that an edit of it changes the draft. Only for one who
    leads the programme they sit in.
    """
    programme, me = turn.programme, turn.person
    sender = sender_of(turn.unit, programme, me.id) if programme and me else None
    if programme is None or me is None or sender is None:
        turn.say(texts.not_leading(turn.tongue))
        return
    if not recipients(turn.unit, programme.id, me.id, "all"):
        turn.say(texts.nobody(turn.tongue))
        return
    if not _fits(turn, sender, text, file):
        return
    if file is not None:
        turn.unit.files.add(file, turn.now)
        turn.unit.tasks.add(f"fetch:{file.id}", FETCH, file.id, turn.now)
    held = file.id if file else None
    draft = turn.unit.broadcasts.add(programme.id, me.id, "all", text, held, turn.now)
    shown = Letter(_preview(turn, sender, text, file), about=f"preview:{draft}")
    key = _key(turn, message) if message else f"preview:{draft}"
    post(turn.unit, turn.address, shown, key, turn.tongue.language, turn.now)
    ask(turn, draft, programme, texts.whom(turn.tongue))


def ask(turn: Turn, draft: str, programme: ProgrammeFile, words: Html) -> None:
    """Ask to whom, with how many they are."""
    me = turn.person.id if turn.person else ""
    everybody = len(recipients(turn.unit, programme.id, me, "all"))
    mine = len(recipients(turn.unit, programme.id, me, "mine"))
    choices = [Button(texts.to_all(turn.tongue, everybody), f"broadcast:to:{draft}:all")]
    if mine:
        choices.append(Button(texts.to_mine(turn.tongue, mine), f"broadcast:to:{draft}:mine"))
    turn.say(words, column(*choices, Button(texts.no(turn.tongue), f"broadcast:no:{draft}")))


def ask_surely(turn: Turn, draft: Broadcast, audience: str) -> None:
    """Say how many get it and how many cannot be reached, and ask for the last word."""
    t, me = turn.tongue, draft.by or ""
    people = recipients(turn.unit, draft.programme, me, audience)
    if not people:
        turn.say(texts.nobody_there(t))
        return
    missed, neither = out_of_reach(turn.unit, draft.programme, people)
    sure: Keyboard = column(
        Button(texts.yes(t), f"broadcast:go:{draft.id}:{audience}"),
        Button(texts.no(t), f"broadcast:no:{draft.id}"),
    )
    unreached = lines(
        texts.out_of_reach(t, missed) if missed else None,
        texts.have_neither(t, neither) if neither else None,
    )
    turn.say(paragraphs(texts.send_now(t, len(people)), unreached), sure)


def change(turn: Turn, message: str, text: str) -> bool:
    """Let an edit of the sender's message change its draft; false if it made none."""
    shown = turn.unit.outbox.keyed(_key(turn, message))
    draft = turn.unit.broadcasts.find(shown.about.removeprefix("preview:")) if shown else None
    if shown is None or draft is None or turn.person is None or draft.by != turn.person.id:
        return False
    if draft.state != "draft":
        is_out = draft.state != "dropped"
        turn.say(
            texts.too_late_to_change(turn.tongue) if is_out else texts.was_dropped(turn.tongue)
        )
        return True
    programme = programme_of(turn, draft)
    sender = sender_of(turn.unit, programme, draft.by) if programme else None
    file = turn.unit.files.find(draft.file) if draft.file else None
    if programme is None or sender is None:
        turn.say(texts.not_leading(turn.tongue))
    elif _fits(turn, sender, text, file):
        turn.unit.broadcasts.reword(draft.id, text)
        _show_again(turn, shown.position, _preview(turn, sender, text, file))
        ask(turn, draft.id, programme, texts.changed(turn.tongue))
    return True


def programme_of(turn: Turn, draft: Broadcast) -> ProgrammeFile | None:
    """The programme that a broadcast is in, whatever the speaker sits in now."""
    row = turn.unit.programmes.find(draft.programme)
    return load(row.body) if row else None


def _fits(turn: Turn, sender: Sender, text: str, file: File | None) -> bool:
    room = room_for(sender, file.name if file else None)
    if utf16_length(text.strip()) <= room:
        return True
    turn.say(texts.too_long(turn.tongue, room))
    return False


def _preview(turn: Turn, sender: Sender, text: str, file: File | None) -> Html:
    return letter(turn.tongue, sender, text, file.name if file else None)


def _key(turn: Turn, message: str) -> str:
    """Whose message, so that an edit of it finds its preview again."""
    return f"preview:{turn.address.door}:{turn.address.key}:{message}"


def _show_again(turn: Turn, row: int, text: Html) -> None:
    edit = Owed(
        turn.address.door,
        turn.address.key,
        f"{turn.event.source}:{turn.event.update}:preview",
        text=text,
        verb="edit",
        language=turn.tongue.language,
        target_row=row,
    )
    turn.unit.outbox.owe(edit, turn.now)
