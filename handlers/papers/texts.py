"""Every word on a paper, a typed function each."""

from datetime import date, datetime

from handlers.markup import Html
from handlers.tongue import Tongue

# The head


def report_before(t: Tongue, before: str) -> Html:
    """The paper's title."""
    return t.say("The report before {before}", before=before)


def gathering(t: Tongue, number: int) -> Html:
    return t.say("gathering {number}", number=t.number(number))


def programme(t: Tongue) -> Html:
    return t.say("Programme")


def team(t: Tongue) -> Html:
    return t.say("Team")


def participant(t: Tongue) -> Html:
    """The same, where people take part alone."""
    return t.say("Participant")


def municipality(t: Tongue) -> Html:
    return t.say("Municipality")


def before(t: Tongue) -> Html:
    return t.say("Before")


def due(t: Tongue) -> Html:
    return t.say("Deadline")


def delivered(t: Tongue) -> Html:
    return t.say("Delivered")


def changed(t: Tongue) -> Html:
    return t.say("Changed")


def withdrawn(t: Tongue) -> Html:
    return t.say("Withdrawn")


def version(t: Tongue, number: int, at: datetime) -> Html:
    return t.say(
        "{moment}, version {number}", moment=t.moment(at, year=True), number=t.number(number)
    )


def remark(t: Tongue) -> Html:
    return t.say("Remark")


def late(t: Tongue) -> Html:
    return t.say("delivered after the deadline")


def on_behalf(t: Tongue) -> Html:
    return t.say("delivered on the team's behalf")


def on_my_behalf(t: Tongue) -> Html:
    """The same, of one person."""
    return t.say("delivered on the participant's behalf")


def no_longer_stands(t: Tongue) -> Html:
    return t.say("This report was withdrawn and no longer stands.")


# What it says


def aims_and_measures(t: Tongue) -> Html:
    return t.say("Aims and measures")


def aim(t: Tongue, wording: str) -> Html:
    return t.say("Aim: {wording}", wording=wording)


def attainment(t: Tongue, state: str) -> Html:
    return t.say("How far: {state}", state=state)


def of_no_aim(t: Tongue) -> Html:
    return t.say("Measures that belong to no aim")


def measure(t: Tongue) -> Html:
    return t.say("Measure")


def state(t: Tongue) -> Html:
    return t.say("How it goes")


def note(t: Tongue) -> Html:
    return t.say("Comment")


def measure_due(t: Tongue) -> Html:
    return t.say("Due")


def responsible(t: Tongue) -> Html:
    return t.say("Responsible")


def questions(t: Tongue) -> Html:
    return t.say("Questions and answers")


def help_wanted(t: Tongue) -> Html:
    return t.say("Help")


def score(t: Tongue) -> Html:
    return t.say("How far the team has come")


def my_score(t: Tongue) -> Html:
    """The same, of one person."""
    return t.say("How far the participant has come")


def shared(t: Tongue) -> Html:
    return t.say("Others may read the answers to")


def attachments(t: Tongue) -> Html:
    return t.say("Attachments")


def unanswered(t: Tongue) -> Html:
    return t.say("not answered")


def short_day(t: Tongue, day: date) -> str:
    """A day in a narrow column («24.11.2022», "24/11/2022")."""
    return f"{day:%d/%m/%Y}" if t.language == "en" else f"{day:%d.%m.%Y}"


# The foot


def page_of(t: Tongue, page: str, pages: str) -> Html:
    return t.say("page {page} of {pages}", page=page, pages=pages)


def fingerprint(t: Tongue, digits: str) -> Html:
    return t.say("Made by Mellom. The content's fingerprint (SHA-256): {digits}", digits=digits)


# Files and the messages that bring them


def report_file(t: Tongue, party: str, before: str, day: date) -> Html:
    return t.say(
        "Report {party} – before {before} – {day}", party=party, before=before, day=day.isoformat()
    )


def picture_file(t: Tongue, before: str) -> Html:
    return t.say("How it goes – before {before}", before=before)


def the_file(t: Tongue, title: str) -> Html:
    """Beside a report that is sent as a file."""
    return t.say("The report before «{title}», for your own records.", title=title)


def files_are_coming(t: Tongue) -> Html:
    return t.say("The files are being made. They come here in a moment.")


def the_picture(t: Tongue) -> Html:
    """Beside a picture whose words were said before it."""
    return t.say("The same as a picture.")


# The picture


def last_time(t: Tongue) -> Html:
    return t.say("Last time")


def now(t: Tongue) -> Html:
    return t.say("Now")


def network(t: Tongue) -> Html:
    """All that have delivered, taken together."""
    return t.say("All who have delivered")


def measures(t: Tongue) -> Html:
    """Over the bars."""
    return t.say("Your measures")


def since_last(t: Tongue) -> Html:
    return t.say("Since last time")


def where_you_stand(t: Tongue) -> Html:
    """The same, the first time."""
    return t.say("Where you stand")


def bar(t: Tongue, name: str, counts: str) -> Html:
    """One bar of the picture in words."""
    return t.say("{name}: {counts}", name=name, counts=counts)


def changed_state(t: Tongue, measure: str, last: str, now: str) -> Html:
    return t.say("{measure}: {now} (was: {last})", measure=measure, now=now, last=last)


def also_changed(t: Tongue) -> Html:
    return t.say("Changed since last time:")


def shared_by_others(t: Tongue) -> Html:
    return t.say("Shared by others")


def somebody(t: Tongue) -> Html:
    return t.say("A participant")


def finished(t: Tongue) -> Html:
    return t.say("Finished since last time:")


def finished_first(t: Tongue) -> Html:
    """The same, the first time."""
    return t.say("Finished:")


def reached(t: Tongue) -> Html:
    return t.say("Aims reached:")


def and_more(t: Tongue, number: int) -> Html:
    return t.many("and {n} more", "and {n} more", number)


def teams_delivered(t: Tongue, delivered: int, of: int) -> Html:
    return t.many(
        "{delivered} of {n} team has delivered.",
        "{delivered} of {n} teams have delivered.",
        of,
        delivered=t.number(delivered),
    )


def people_delivered(t: Tongue, delivered: int, of: int) -> Html:
    return t.many(
        "{delivered} of {n} participant has delivered.",
        "{delivered} of {n} participants have delivered.",
        of,
        delivered=t.number(delivered),
    )
