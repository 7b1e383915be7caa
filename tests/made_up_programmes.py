"""Programmes that hypothesis makes up, with every key of a programme file."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from handlers.programme_file import ProgrammeFile
from handlers.programme_file.read import read_tables

Tables = dict[str, Any]
_LETTERS = "aBæØ å«»='\"•-–[]{}<>&#;:,.!?01\n"
_FIRST = date(2027, 1, 11)

words = st.text(_LETTERS, min_size=1, max_size=12).filter(lambda said: bool(said.strip()))
texts = words | st.fixed_dictionaries({"nn": words}, optional={"nb": words, "en": words})
lists = st.lists(texts, max_size=3)
flags = st.booleans()
counts = st.integers(1, 99)
offsets = st.lists(
    counts | st.just("2 working days") | st.just("1 working day"), max_size=3, unique=True
)
ids = st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)
keys = st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True)
clocks = st.sampled_from(["09:30", "00:00", "23:59"])
whens = st.sampled_from(
    ["", "2027-02", "2027 vår", "vinter", "--02-29", "--04-01", "2027-01-14", "1950-03-01",
     "2027-01-14T00:00", "2027-01-14T12:00", "2027-01-14T22:00/2027-01-15T00:00",
     "2027-01-14T12:00/2027-01-14T13:05", "2027-01-14/2027-01-16", "1901-01-01T08:00"]
)  # fmt: skip


def some(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Tables]:
    return st.fixed_dictionaries({}, optional=optional)


@st.composite
def questions(draw: st.DrawFn, *, help_: bool) -> Tables:
    kind = draw(st.sampled_from(["text", "choice", "several", "scale", "number", "yesno", "date"]))
    found: Tables = {"kind": kind, "ask": draw(texts), "key": draw(keys), "optional": draw(flags)}
    match kind:
        case "choice" | "several":
            option: st.SearchStrategy[Tables] = st.fixed_dictionaries({"key": keys, "text": texts})
            found["options"] = draw(
                st.lists(option, min_size=2, max_size=3, unique_by=lambda one: one["key"])
            )
        case "scale":
            found |= {"min": 0, "max": 4, "labels": draw(some(**{"0": texts, "4": texts}))}
        case "number":
            found |= draw(some(min=st.sampled_from([0, -3, 0.5]), max=st.just(9.25), unit=texts))
        case "yesno" if help_:
            found["help"] = draw(flags)
    return found


def asked(*, help_: bool) -> st.SearchStrategy[list[Tables]]:
    one = questions(help_=help_)
    return st.lists(one, min_size=1, max_size=3, unique_by=lambda question: question["key"])


@st.composite
def milestones(draw: st.DrawFn, teams: list[str], functions: list[Any]) -> list[Tables]:
    day, found = _FIRST, []
    for known in draw(st.lists(ids, max_size=3, unique=True)):
        item: Tables = {"id": known, "title": draw(texts)}
        item |= draw(
            some(
                place=texts, mode=st.sampled_from(["physical", "digital", "hybrid"]),
                link=st.just("https://x.example/a?b=c"), themes=lists, homework=texts,
                materials=lists, responsible=lists, binding=flags, note=texts, cancelled=flags,
            )
        )  # fmt: skip
        day += timedelta(days=draw(st.integers(0, 40)))
        item["kind"] = draw(st.sampled_from(["samling", "modul", "fase", "frist"]))
        dated = f"{day}" if item["kind"] == "samling" else draw(whens)
        item["when"] = draw(st.sampled_from(["", dated]))
        where = st.lists(st.sampled_from(teams), unique=True) if teams else st.just([])
        whom = st.lists(st.sampled_from(functions), max_size=1) if functions else st.just([])
        item |= draw(some(concerns=some(teams=where, functions=whom)))
        point = st.fixed_dictionaries({"what": texts}, optional={"who": texts})
        item["agenda"] = [{**one, "at": item["when"]} for one in draw(st.lists(point, max_size=2))]
        found.append(item)
    return found


@st.composite
def programmes(draw: st.DrawFn) -> ProgrammeFile:
    """One that is valid, in nynorsk, so that every text by language has that."""
    functions = draw(st.lists(words, max_size=2, unique_by=str.strip))
    of_teams = some(
        municipality=words, language=st.sampled_from(["nb", "nn", "en"]), contact=words,
        deputy=words, facilitator=words, functions=lists, aims=lists, telegram=flags,
        withdrawn=flags,
    )  # fmt: skip
    teams = [
        {"id": known, "name": draw(texts), **draw(of_teams)}
        for known in draw(st.lists(ids, max_size=3, unique=True))
    ]
    size = st.just({"min": 2, "max": 5, "rule": "must"})
    found: Tables = {
        "schema": 1, "id": draw(ids), "name": draw(texts), "language": "nn", "team": teams,
        "milestone": draw(milestones([one["id"] for one in teams], functions)),
        "contact": draw(st.lists(some(name=words, reach=texts, about=texts), max_size=2)),
        "group": draw(st.lists(some(members=lists, note=texts), max_size=2)),
    }  # fmt: skip
    for one in found["contact"]:
        one["role"] = draw(texts)
    for one in found["group"]:
        one["name"] = draw(texts)
    if draw(flags) or functions:
        found["teams"] = {"functions": functions, **draw(some(size=size))}
    privacy = {"controller": texts, "contact": texts, "ground": texts}
    report = {"days_before": counts, "question": asked(help_=True)}
    before = st.just([one["id"] for one in found["milestone"] if one["kind"] != "frist"])
    labels: st.SearchStrategy[Tables]
    labels = st.just({}) | st.just({"0.5": "så vidt", "3.0": {"nn": "på veg", "en": "on the way"}})
    found |= draw(
        some(
            organisers=lists, purpose=texts, note=texts, subject_to_change=flags,
            privacy=st.fixed_dictionaries(privacy, optional={"officer": texts, "retention": texts}),
            report=st.fixed_dictionaries(
                report,
                optional={"measures": flags, "attachments": flags, "before": before | st.just([]),
                          "score": st.fixed_dictionaries({}, optional={"labels": labels})},
            ),
            reflection=st.fixed_dictionaries(
                {"question": asked(help_=False)}, optional={"open_days": counts, "anonymous": flags}
            ),
            samling=gatherings(),
            reminders=reminders(),
        )
    )  # fmt: skip
    return read_tables(found)


def gatherings() -> st.SearchStrategy[Tables]:
    step = some(text=texts)
    days = st.sampled_from([3, "2 working days"])
    sign_up = st.fixed_dictionaries(
        {"days_before": counts},
        optional={
            "ask_days_before": offsets, "binding": flags, "overnight": flags, "text": texts,
            "meals": st.sampled_from([[], ["lunch"], ["dinner", "lunch"]]),
            "allergies": st.just("https://x.example"),
        },
    )  # fmt: skip
    return some(
        hold_date=step, sign_up=sign_up, practicalities=some(before=days, text=texts),
        presence=step, thanks=some(after=days, text=texts),
    )  # fmt: skip


def reminders() -> st.SearchStrategy[Tables]:
    weeks = st.lists(st.integers(1, 53), max_size=4, unique=True)
    spans = st.sampled_from(["2027-03-01/2027-03-07", "2027-05-18", "1900-01-01/1900-01-02"])
    return some(
        hour=st.just("12:05"), quiet=st.just({"from": "17:00", "to": "07:30"}),
        samling_days_before=offsets, module_days_before=offsets, deadline_days_before=offsets,
        report_days_before=offsets, report_days_after=offsets, call_days_after=offsets,
        date_months_before=st.lists(st.integers(1, 24), max_size=3, unique=True),
        off=some(christmas=flags, easter=flags, squeezed=flags, common_holiday=weeks),
        pauses=st.lists(spans, max_size=2),
    )  # fmt: skip
