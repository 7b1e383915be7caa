"""What waits for somebody, as one message with its buttons; no rows are read here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from handlers.markup import Button, Html, column, joined, lines, paragraphs, plain, safe
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    is_for_individuals,
    reflection_closes,
    sign_up_due,
    zone,
)
from handlers.status import texts
from handlers.status.plan import Count, Waiting
from handlers.tongue import Tongue
from handlers.waiting import OpenReport


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a status says; ``several`` names the programme.

    ``begun`` counts the answers that are kept, by milestone. How many are left only the form knows:
    one answer can lead to another question.
    """

    programme: ProgrammeFile
    waiting: Waiting
    begun: Mapping[str, int] = field(default_factory=dict)
    withdrawn: Collection[str] = ()
    counts: Sequence[Count] = ()
    several: bool = False
    leads: bool = False

    def text(self, t: Tongue) -> Html:
        waiting = self.waiting
        theirs = [_report(t, self, one) for one in waiting.reports]
        theirs += [_reflection(t, self.programme, one) for one in waiting.reflections]
        theirs += [_sign_up(t, self.programme, one) for one in waiting.sign_ups]
        done = [texts.delivered(t, t.pick(one.title)) for one in waiting.delivered]
        name = t.pick(self.programme.name)
        return paragraphs(
            lines(texts.heading(t), texts.programme(t, name) if self.several else ""),
            *(theirs or ([] if self.counts else [texts.nothing(t)])),
            *done,
            lines(*(_count(t, self.programme, one) for one in self.counts)),
            _samling(t, waiting.samling) if waiting.samling else "",
        )

    def buttons(self, t: Tongue) -> tuple[tuple[Button, ...], ...]:
        waiting = self.waiting
        reports = [one.milestone for one in waiting.reports]
        return column(
            *(_button(t, _to_report(t, self, one), "report", one, reports) for one in reports),
            *(
                _button(t, texts.reflect(t), "reflect", one, waiting.reflections)
                for one in waiting.reflections
            ),
            *(
                _button(t, texts.say_whether(t), "signup", one, waiting.sign_ups)
                for one in waiting.sign_ups
            ),
            *([Button(plain(texts.sum_up(t)), "summary:")] if self.leads else []),
        )


def _report(t: Tongue, page: Page, one: OpenReport) -> Html:
    due = one.due.astimezone(zone(page.programme)).date() if one.due else None
    return lines(
        texts.report(t, t.pick(one.milestone.title), due),
        texts.overdue(t) if one.overdue else "",
        _progress(t, page, one.milestone.id),
    )


def _progress(t: Tongue, page: Page, milestone: str) -> Html:
    if milestone in page.withdrawn:
        return texts.withdrawn(t)
    given = page.begun.get(milestone)
    return texts.not_begun(t) if given is None else texts.answers_so_far(t, given)


def _reflection(t: Tongue, programme: ProgrammeFile, one: Milestone) -> Html:
    closes = reflection_closes(programme, one)
    assert closes is not None  # noqa: S101 - it is open, so it has an end
    last = closes.astimezone(zone(programme)).date()
    return texts.reflection(t, t.pick(one.title), last)


def _sign_up(t: Tongue, programme: ProgrammeFile, one: Milestone) -> Html:
    due = sign_up_due(programme, one)
    assert due is not None  # noqa: S101 - people are asked, until a day
    return texts.sign_up(t, t.pick(one.title), due.astimezone(zone(programme)).date())


def _count(t: Tongue, programme: ProgrammeFile, one: Count) -> Html:
    said = texts.people_delivered if is_for_individuals(programme) else texts.teams_delivered
    return said(t, t.pick(one.milestone.title), one.delivered, one.of)


def _samling(t: Tongue, one: Milestone) -> Html:
    where = [safe(t.pick(one.place)) if one.place else "", texts.mode(t, one.mode or "")]
    return texts.samling(t, t.pick(one.title), one.when, joined(", ", where))


def _to_report(t: Tongue, page: Page, one: Milestone) -> Html:
    is_there = one.id in page.begun or one.id in page.withdrawn
    return texts.go_on_with_report(t) if is_there else texts.write_report(t)


def _button(
    t: Tongue, label: Html, word: str, one: Milestone, among: Sequence[Milestone]
) -> Button:
    """Each button of a kind says which one, where there are several: typing it is enough, too."""
    named = texts.named(t, label, t.pick(one.title)) if len(among) > 1 else label
    return Button(plain(named), f"{word}:{one.id}")
