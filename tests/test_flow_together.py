"""Two colleagues in one draft, in any order: nothing raises, no word is lost, it is sent once."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.flow_room import LEARNT, MORE, PACE, READY, FlowRoom, Shown, Talker

WORDS = (
    "skip", "back", "keep", "send", "stop", "where was i", "1", "2", "yes", "no", "change 1",
    "skip the rest", "delete the answer",
)  # fmt: skip
Deed = tuple[int, str, int]
DEEDS = st.tuples(
    st.integers(0, 1),
    st.sampled_from(
        ["begin", "write", "write", "tap", "tap", "tap", "tap", "old", "word", "edit", "paste"]
    ),
    st.integers(0, 999),
)


class Watched:
    """A room in which every event is held against what must always hold."""

    def __init__(self, folder: Path) -> None:
        self.room = FlowRoom(folder)
        self.room.rules.questions = (LEARNT, READY, MORE, PACE)
        self.room.rules.whole = True
        self.people = [self.room.member("Anna"), self.room.member("Bo")]
        self.written = 0
        self.seen: list[list[Shown]] = [[], []]

    def happens(self, deed: Deed) -> None:
        who, what, which = deed
        talker = self.people[who]
        kept, deliveries = self.kept(), len(self.room.delivered())
        was_open, asked = self.state(), self.asked(talker)
        text = self._do(talker, self.seen[who], what, which)
        self.seen[who] += [talker.before()] if talker.screen else []
        self._lost_nothing(deed, kept, text)
        if text is not None and what == "write" and asked == "learnt":
            assert text in self.kept(), deed
        more = len(self.room.delivered()) - deliveries
        assert (more, was_open, self.state()) == (1, "open", "finished") or more == 0, deed

    def _lost_nothing(self, deed: Deed, kept: dict[str, str], text: str | None) -> None:
        """A word goes only by one who wrote it or was shown it, and for another in its place."""
        now, shown = self.kept(), "\n".join(shown.text for shown in self.seen[deed[0]])
        for word, question in kept.items():
            if word in now:
                continue
            assert word in shown or word.endswith(f"-of-{self.people[deed[0]].key}."), (deed, word)
            if text is not None:
                assert now.get(text) == question, (deed, word)

    def _do(self, talker: Talker, seen: list[Shown], what: str, which: int) -> str | None:
        if what == "write":
            return self._write(talker)
        if what == "edit":
            return self._edit(talker, which)
        if what == "paste":
            self._paste(talker)
        elif what == "word":
            talker.says(WORDS[which % len(WORDS)])
        elif what == "begin":
            talker.says("/report")
        else:
            self._tap(talker, seen if what == "old" else talker.screen[-1:], which)
        return None

    def _write(self, talker: Talker) -> str:
        self.written += 1
        text = f"words-{self.written}-of-{talker.key}."
        talker.says(text)
        return text

    def _paste(self, talker: Talker) -> None:
        """Two answers under their headings, in one text."""
        words = [f"words-{self.written + n}-of-{talker.key}." for n in (1, 2)]
        self.written += 2
        talker.says(f"{LEARNT.text}\n{words[0]}\n{MORE.text}\n{words[1]}")

    def _edit(self, talker: Talker, which: int) -> str | None:
        if not talker.said:
            return None
        self.written += 1
        text = f"words-{self.written}-of-{talker.key}."
        talker.edits(talker.said[which % len(talker.said)], text)
        return text

    @staticmethod
    def _tap(talker: Talker, messages: Iterable[Shown], which: int) -> None:
        buttons = [(str(b.data), shown.id) for shown in messages for b in shown.buttons]
        if buttons:
            talker.presses(*buttons[which % len(buttons)])

    def kept(self) -> dict[str, str]:
        """Every word that stands in an answer or waits for a choice, with its question."""
        values = {str(value): key for key, (_, value) in self.room.answers().items()}
        values |= self.room.offered()
        return {value: key for value, key in values.items() if value.startswith("words-")}

    def asked(self, talker: Talker) -> str | None:
        with self.room.unit() as unit:
            seat = unit.drafts.seat("telegram", talker.key, talker.key)
            return seat.question if seat.draft else None

    def state(self) -> str | None:
        with self.room.unit() as unit:
            draft = unit.drafts.of("prove", "report", "team:prove/oslo", "samling-2")
            return draft.state if draft else None


@given(st.lists(DEEDS, min_size=5, max_size=30))
@example([(0, "begin", 0), (1, "begin", 0), (0, "write", 0), (1, "write", 0), (1, "word", 7)])
@example([(0, "begin", 0), (0, "write", 0), (1, "begin", 0), (1, "paste", 0), (0, "word", 1),
          (1, "word", 8)])  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_at_once_lose_no_word_and_send_once(deeds: list[Deed]) -> None:
    with TemporaryDirectory() as folder:
        watched = Watched(Path(folder))
        for deed in deeds:
            watched.happens(deed)


def test_two_fill_it_in_and_deliver_it_in_the_watched_room(tmp_path: Path) -> None:
    """The property has something to hold: this way through it ends in a delivery."""
    watched = Watched(tmp_path)
    for deed in [(0, "begin", 0), (0, "write", 0), (1, "begin", 0), (1, "word", 8)]:
        watched.happens(deed)
    for deed in [(1, "write", 0), (1, "word", 6), (1, "word", 3)]:
        watched.happens(deed)
    assert len(watched.room.delivered()) == 1
