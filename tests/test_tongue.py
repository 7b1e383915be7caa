"""What Mellom says reads as a Norwegian, or a Briton, would write it."""

from datetime import date, datetime, time
from io import BytesIO

import pytest

from handlers.markup import Html, bold
from handlers.tongue import Tongue, tongue, translations
from handlers.when import At, Days, InSeason, Month, Unset, When, Yearly

NB, EN, NN = tongue("nb"), tongue("en"), tongue("nn")
NOON = datetime(2022, 9, 1, 12, 0)  # noqa: DTZ001 (wall clock in the programme's zone)
ONE = datetime(2022, 9, 2, 13, 0)  # noqa: DTZ001
# Said through a name, so that the extraction does not take it for a sentence of Mellom's.
UNKNOWN = "Nobody translated {name} <i>yet</i>"


@pytest.mark.parametrize(
    ("when", "norwegian", "english"),
    [
        (At(NOON), "torsdag 1. september kl. 12.00", "Thursday 1 September at 12:00"),
        (At(NOON, NOON), "torsdag 1. september kl. 12.00", "Thursday 1 September at 12:00"),
        (
            At(NOON, NOON.replace(hour=15, minute=5)),
            "torsdag 1. september kl. 12.00–15.05",
            "Thursday 1 September, 12:00–15:05",
        ),
        (
            At(NOON, ONE),
            "torsdag 1. september kl. 12.00 – fredag 2. september kl. 13.00",
            "Thursday 1 September at 12:00 – Friday 2 September at 13:00",
        ),
        (
            Days(date(2026, 3, 4), date(2026, 3, 4)),
            "onsdag 4. mars 2026",
            "Wednesday 4 March 2026",
        ),
        (Days(NOON.date(), ONE.date()), "1.–2. september 2022", "1–2 September 2022"),
        (
            Days(date(2022, 8, 31), date(2022, 9, 2)),
            "31. august – 2. september 2022",
            "31 August – 2 September 2022",
        ),
        (
            Days(date(2022, 12, 31), date(2023, 1, 2)),
            "31. desember 2022 – 2. januar 2023",
            "31 December 2022 – 2 January 2023",
        ),
        (Month(2022, 12), "desember 2022, dato kommer", "December 2022, date to come"),
        (InSeason("spring", 2023), "våren 2023", "spring 2023"),
        (InSeason("summer", 2023), "sommeren 2023", "summer 2023"),
        (InSeason("autumn"), "høsten", "autumn"),
        (InSeason("winter"), "vinteren", "winter"),
        (Yearly(4, 1), "hver 1. april", "every 1 April"),
        (Yearly(2, 29), "hver 29. februar", "every 29 February"),
        (Unset(), "dato kommer", "date to come"),
    ],
)
def test_when_is_said_as_precisely_as_it_is_known(when: When, norwegian: str, english: str) -> None:
    assert (NB.when(when), EN.when(when)) == (norwegian, english)
    assert isinstance(NB.when(when), Html)


def test_a_year_is_said_where_it_is_wanted() -> None:
    assert NB.day(ONE.date()) == "fredag 2. september"
    assert NB.day(ONE.date(), year=True) == "fredag 2. september 2022"
    assert NB.moment(ONE) == "fredag 2. september kl. 13.00"
    assert NB.when(At(ONE), year=True) == "fredag 2. september 2022 kl. 13.00"
    assert EN.moment(ONE, year=True) == "Friday 2 September 2022 at 13:00"


def test_a_time_of_day_and_a_month_stand_alone() -> None:
    assert (NB.clock(time(8, 5)), EN.clock(time(8, 5))) == ("08.05", "08:05")
    assert (NB.month(2022, 12), EN.month(2022, 12)) == ("desember 2022", "December 2022")


def test_a_list_is_joined_as_in_a_sentence_and_escaped() -> None:
    assert NB.listed(["a", "b", "c"]) == "a, b og c"
    assert EN.listed(["a", "b", "c"]) == "a, b and c"
    assert NB.listed(iter(["<a>", bold("{b}")])) == "&lt;a&gt; og <b>{b}</b>"
    assert [NB.listed([]), NB.listed(["a"])] == ["", "a"]


def test_a_number_is_grouped_as_the_reader_expects() -> None:
    assert (NB.number(12345.5), EN.number(12345.5)) == ("12\N{NO-BREAK SPACE}345,5", "12,345.5")


def test_what_is_filled_in_is_escaped_and_what_was_built_stands() -> None:
    name = "<b>{x}</b> & \N{RIGHT-TO-LEFT OVERRIDE}co"
    assert EN.say(UNKNOWN, name=name) == (
        "Nobody translated &lt;b&gt;{x}&lt;/b&gt; &amp; co <i>yet</i>"
    )
    assert EN.say(UNKNOWN, name=bold("Kari")) == "Nobody translated <b>Kari</b> <i>yet</i>"


def test_a_message_without_a_translation_is_said_in_english() -> None:
    assert NB.say(UNKNOWN, name="Kari") == "Nobody translated Kari <i>yet</i>"
    assert NB.many("{n} new {x}", "{n} new {x}s", 1, x="thing") == "1 new thing"
    assert NB.many("{n} new {x}", "{n} new {x}s", 1234, x="thing") == (
        "1\N{NO-BREAK SPACE}234 new things"
    )


def test_none_is_as_many() -> None:
    assert [EN.many("one", "{n} of them", n) for n in (0, 1, 2)] == [
        "0 of them",
        "one",
        "2 of them",
    ]


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        *[(code, "nb") for code in ("nb", "nb-NO", "no", "da", "sv", "se")],
        ("NN_no", "nn"),
        *[(code, "en") for code in ("en", "en-US", "de", "", "../nb")],
    ],
)
def test_every_language_that_a_door_may_name_is_answered(asked: str, spoken: str) -> None:
    assert tongue(asked) == Tongue(spoken)
    assert tongue(asked) is tongue(spoken)


def test_nynorsk_is_spoken_with_its_own_words_and_weekdays() -> None:
    assert NN.when(Unset()) == "dato kjem"
    assert NN.day(date(2026, 3, 2)) == "måndag 2. mars"
    assert NN.pick({"nb": "hva", "nn": "kva"}) == "kva"


def test_a_text_is_picked_in_the_nearest_language() -> None:
    both = {"nb": "uke", "en": "week"}
    assert [t.pick(both) for t in (NB, NN, EN)] == ["uke", "uke", "week"]
    assert [t.pick("as it is") for t in (NB, NN, EN)] == ["as it is"] * 3
    assert EN.pick({"se": "vahkku"}) == "vahkku"
    assert NB.pick({"nb": "", "en": "week"}) == "week"
    assert NB.pick({}) == ""


def test_a_translation_counts_when_it_is_finished() -> None:
    catalogue = """
        msgid "whole"
        msgstr "hel"

        msgid "empty"
        msgstr ""

        #, fuzzy
        msgid "fuzzy"
        msgstr "uviss"

        msgid "one"
        msgid_plural "{n} of them"
        msgstr[0] "en"
        msgstr[1] "{n} av dem"

        msgid "half"
        msgid_plural "{n} halves"
        msgstr[0] "halv"
        msgstr[1] ""
    """
    assert translations(BytesIO(catalogue.encode()), "nb") == {
        "whole": ("hel",),
        "one": ("en", "{n} av dem"),
    }
