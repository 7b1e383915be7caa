"""No national number is kept, and nothing else is taken for one.

A constructed number may belong to someone: the only ones written here are NAV's synthetic three.
All others are made while the tests run, and stand behind ``Hidden`` so that no failure prints them.
"""

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from handlers.screen import MARK, Json, holds_mark, screen_payload, screen_text

SYNTHETIC = ("13527248013", "10915596784", "68467038838")
GAPS = (
    " ",
    "-",
    ".",
    "\u00a0",
    "\u202f",
    "\u2009",
    " - ",
    "\u2011",
    "\u2013",
    "\u00ad",
    "\n",
    ". ",
)
# Where a number may be parted: after which of its digits.
PARTINGS = ((), (6,), (2, 4, 6), (6, 9), (2, 4, 6, 9), (4, 6))
ZEROS = ("0", "\N{FULLWIDTH DIGIT ZERO}", "\N{ARABIC-INDIC DIGIT ZERO}", "\U0001d7d8")
WORDS = ("", "Fnr: ", "1. ", "Møte 12.03.26, ", "(", "😀", "a", "to stk à 100 kr: ")
# No example is kept on disk or printed as a number.
silently = settings(database=None, print_blob=False, max_examples=400, deadline=None)


class Hidden:
    """A text that shows itself to no log and no failing test."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "<hidden>"


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def is_taken_out(hidden: Hidden, before: str = "", after: str = "") -> bool:
    marks = MARK * units(hidden.text)
    return screen_text(before + hidden.text + after) == (before + marks + after, 1)


def is_left(*texts: Hidden) -> bool:
    return all(screen_text(hidden.text) == (hidden.text, 0) for hidden in texts)


def are_taken_out(several: list[Hidden], between: str) -> bool:
    marks = between.join(MARK * units(hidden.text) for hidden in several)
    return screen_text(between.join(hidden.text for hidden in several)) == (marks, len(several))


@st.composite
def numbers(draw: st.DrawFn) -> Hidden:
    """A valid number of any kind, under either rule: control digits are solved for, not checked."""
    day = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    kind = draw(st.sampled_from(((0, 0), (40, 0), (0, 40), (0, 80), (40, 40), (40, 80))))
    head = f"{day.day + kind[0]:02}{day.month + kind[1]:02}{day:%y}{draw(st.integers(0, 999)):03}"
    rest = draw(st.sampled_from((0, 0, 0, 1, 2, 3)))
    for weights, remainder in (("376189452", rest), ("5432765432", 0)):
        total = sum(int(w) * int(d) for w, d in zip(weights, head, strict=True))
        control = (remainder - total) % 11
        assume(control < 10)
        head += str(control)
    return Hidden(head)


@st.composite
def written(draw: st.DrawFn) -> Hidden:
    """A valid number as somebody may write it."""
    plain = draw(numbers()).text
    zero = ord(draw(st.sampled_from(ZEROS)))
    parting = draw(st.sampled_from(PARTINGS))
    text = ""
    for place, digit in enumerate(plain):
        text += draw(st.sampled_from(GAPS)) if place in parting else ""
        text += chr(zero + int(digit))
    return Hidden(text)


@pytest.mark.parametrize("number", SYNTHETIC)
@pytest.mark.parametrize("gap", ["", *GAPS])
def test_a_synthetic_number_is_taken_out(number: str, gap: str) -> None:
    written_ = f"{number[:6]}{gap}{number[6:]}"
    assert screen_text(f"Hun er {written_}!") == (f"Hun er {MARK * units(written_)}!", 1)


def test_a_number_that_begins_inside_a_likely_one_is_taken_out() -> None:
    text = "99 135272480 13"
    assert screen_text(text) == (f"99 {MARK * 12}", 1)


@silently
@given(written(), st.sampled_from(WORDS), st.sampled_from(("", ".", ", tlf 91234567", "kr", " 😀")))
def test_every_number_is_taken_out_however_it_is_written(
    hidden: Hidden, before: str, after: str
) -> None:
    assert is_taken_out(hidden, before, after)


@silently
@given(st.lists(written(), min_size=2, max_size=4), st.sampled_from((" ", "\n", ", ", " og ", "-")))
def test_every_number_of_a_list_is_taken_out(several: list[Hidden], between: str) -> None:
    assert are_taken_out(several, between)


@silently
@given(written(), st.text(max_size=30), st.text(max_size=30))
def test_to_screen_twice_changes_nothing_and_lengths_stay(
    hidden: Hidden, before: str, after: str
) -> None:
    text = Hidden(before + hidden.text + after)
    once = Hidden(screen_text(text.text)[0])
    assert is_left(once)
    assert units(once.text) == units(text.text)


@silently
@given(numbers(), st.integers(0, 9), st.integers(0, 10), st.integers(1, 9))
def test_a_number_with_a_wrong_digit_is_mostly_left(
    hidden: Hidden, digit: int, place: int, step: int
) -> None:
    """One wrong digit always breaks the last remainder, since 11 is a prime."""
    assume(place < 10 or digit)
    wrong = (int(hidden.text[place]) + step) % 10
    assert is_left(Hidden(hidden.text[:place] + str(wrong) + hidden.text[place + 1 :]))


@silently
@given(numbers(), st.integers(0, 9))
def test_digits_on_either_side_make_it_another_number(hidden: Hidden, digit: int) -> None:
    around = (f"{digit}{hidden.text}", f"{hidden.text}{digit}", f"+{hidden.text}", hidden.text * 2)
    assert is_left(*map(Hidden, around))


@silently
@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 999))
def test_what_has_no_possible_date_is_left(day: int, month: int, year: int, rest: int) -> None:
    months = {*range(1, 13), *range(41, 53), *range(81, 93)}
    assume(day % 40 == 0 or day > 71 or 31 < day < 41 or month not in months)
    heads = [f"{day:02}{month:02}{year:02}{rest:03}{end:02}" for end in range(100)]
    assert is_left(*map(Hidden, heads))


@pytest.mark.parametrize(
    ("head", "possible"),
    [("290200", True), ("290204", True), ("290201", False), ("300200", False), ("310400", False),
     ("690200", True), ("694200", True), ("298200", True), ("310500", True), ("000100", False),
     ("400100", False), ("720100", False), ("011300", False), ("014000", False), ("019300", False)],
)  # fmt: skip
def test_a_date_must_be_possible_in_some_century(head: str, possible: bool) -> None:  # noqa: FBT001
    found = sum(screen_text(f"{head}{rest:05}")[1] for rest in range(0, 100_000, 7))
    assert (found > 0) is possible


def test_a_number_of_2032_is_found_at_the_rate_that_was_measured() -> None:
    """Four remainders of eleven, and one of eleven: 3.3 % of what has a possible date."""
    found = sum(screen_text(f"010190{rest:05}")[1] for rest in range(100_000))
    assert 3000 < found < 3600


FORMATS = (
    *("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%y kl. %H.%M", "%d.%m.%Y %H:%M"),
    *("%Y-%m-%dT%H:%M:%S", "%d.%m.%y %H.%M", "%H.%M-%H.%M", "%Y%m%d", "%d%m%Y", "%d%m%y"),
)
PHONES: tuple[Callable[[str], str], ...] = (
    lambda n: n,
    lambda n: f"{n[:3]} {n[3:5]} {n[5:]}",
    lambda n: f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
    lambda n: f"+47{n}",
    lambda n: f"+47 {n[:3]} {n[3:5]} {n[5:]}",
    lambda n: f"+47 {n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
    lambda n: f"+47\u00a0{n}",
    lambda n: f"0047{n}",
    lambda n: f"0047 {n}",
    lambda n: f"47 {n[:3]} {n[3:5]} {n[5:]}",
    lambda n: f"+46 {n[:2]} {n[2:5]} {n[5:]} 00",
    lambda n: f"+467{n}",
)


@silently
@given(st.datetimes(), st.sampled_from(FORMATS), st.datetimes(), st.sampled_from(FORMATS))
def test_dates_and_times_are_left(one: date, form: str, other: date, other_form: str) -> None:
    text = f"Samling {one.strftime(form)} til {other.strftime(other_form)}"
    assert is_left(Hidden(text))


@silently
@given(st.integers(20_000_000, 99_999_999), st.integers(0, len(PHONES) - 1))
def test_telephone_numbers_are_left(number: int, form: int) -> None:
    phone = PHONES[form](str(number))
    assert is_left(Hidden(f"Ring {phone} før kl. 15.00, eller {phone}"))


def in_thousands(amount: int, gap: str) -> Hidden:
    return Hidden(f"Det koster kr {amount:,}".replace(",", gap) + ",50 eks. mva")


@silently
@given(
    st.integers(0, 10**13).map(
        lambda amount: [in_thousands(amount, gap) for gap in (" ", "\u00a0", "\u202f", ".", ",")]
    )
)
def test_sums_of_money_are_left(written_: list[Hidden]) -> None:
    assert is_left(*written_)


@silently
@given(st.integers(10**11, 10**24).map(str).map(Hidden))
def test_numbers_of_twelve_digits_or_more_are_left(hidden: Hidden) -> None:
    digits = hidden.text
    fours = " ".join(digits[i : i + 4] for i in range(0, 16, 4))
    assert is_left(Hidden(f"DUF {digits[:12]}, sak {digits[:6]}-{digits[6:12]}"))
    assert is_left(Hidden(f"ordre {digits}, kort {fours}"))


def test_a_long_text_is_screened_in_no_time_and_in_linear_time() -> None:
    def seconds(text: str) -> float:
        def once() -> float:
            start = time.perf_counter()
            screen_text(text)
            return time.perf_counter() - start

        return min(once() for _ in range(10))

    assert seconds(("Vi har snakket med alle i teamet. " * 200)[:4096]) < 0.001
    for hostile in ("1", "01 ", "01   ", "010203045 67 ", "01.0"):
        assert seconds((hostile * 4096)[:4096]) < 0.02
        assert seconds(hostile * 4_000) < 40 * max(seconds(hostile * 500), 0.00005)


def test_every_text_in_a_payload_is_screened_and_what_a_door_wants_back_is_left() -> None:
    number, marks = SYNTHETIC[0], MARK * 11
    payload: Json = {
        "update_id": int(number),
        "message": {
            "text": f"to {number}",
            "from": {"id": 7, "first_name": number, "is_bot": False},
            "entities": [{"type": "text_link", "url": f"https://x.no/{number}", "offset": 1.5}],
            "document": {"file_id": number, "file_unique_id": number, "file_name": number},
            "reply_to_message": {"caption": [number, None], "id": {"text": number}},
        },
        "callback_query": {"id": number, "data": number, "chat_instance": "1"},
        "web_app_data": {"data": number},
        number: True,
    }
    assert screen_payload(payload) == (
        {
            "update_id": int(number),
            "message": {
                "text": f"to {marks}",
                "from": {"id": 7, "first_name": marks, "is_bot": False},
                "entities": [{"type": "text_link", "url": f"https://x.no/{marks}", "offset": 1.5}],
                "document": {"file_id": number, "file_unique_id": number, "file_name": marks},
                "reply_to_message": {"caption": [marks, None], "id": {"text": marks}},
            },
            "callback_query": {"id": number, "data": number, "chat_instance": "1"},
            "web_app_data": {"data": marks},
            number: True,
        },
        7,
    )


def test_the_payload_that_came_in_is_not_changed() -> None:
    payload: Json = {"text": SYNTHETIC[0]}
    screen_payload(payload)
    assert payload == {"text": SYNTHETIC[0]}


def test_marks_are_known_again_and_a_single_block_is_a_persons_own() -> None:
    assert holds_mark(screen_text(f"a {SYNTHETIC[0]}")[0])
    assert not holds_mark(f"a {MARK * 3}")
