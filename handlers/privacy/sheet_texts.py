"""The headings of the file on what is held on a person: of each place, and of each column."""

from collections.abc import Mapping

from handlers.markup import Html
from handlers.tongue import Tongue


def title(t: Tongue) -> Html:
    return t.say("What Mellom keeps about you")


def about(t: Tongue) -> Html:
    return t.say(
        "An empty list means that nothing is kept there. Times are in UTC. Anonymous reflections "
        "are not here, since nobody can tell which are yours. Backups may hold older versions."
    )


def made(t: Tongue) -> Html:
    return t.say("Made at")


def headings(t: Tongue) -> Mapping[str, Html]:
    """By the name of the table."""
    return {
        "person": t.say("You"),
        "address": t.say("Where you are reached"),
        "pass": t.say("Links that let you in"),
        "session": t.say("Where you are signed in"),
        "mail_claim": t.say("E-mail addresses that you have not confirmed yet"),
        "proposal": t.say("Files with a programme that you sent and have not said yes to"),
        "membership": t.say("Your places in programmes"),
        "preference": t.say("How you want to be reminded"),
        "sign_up": t.say("Gatherings that you have signed up for, or not"),
        "presence": t.say("Gatherings that you were at, or not"),
        "notice": t.say("Changes that you made in the programme"),
        "seat": t.say("Where you are in a conversation"),
        "draft": t.say("Forms that you began, or that are yours alone"),
        "answer": t.say("Answers that you gave in forms"),
        "answer_message": t.say("Which of your messages held an answer"),
        "offer": t.say("What you wrote while someone else answered the same"),
        "report": t.say("Reports that are yours alone"),
        "report_version": t.say("Reports that you delivered, and when"),
        "report_answer": t.say("Answers in the reports that are yours alone"),
        "aim": t.say("Aims that are yours alone"),
        "measure": t.say("Measures that are yours alone"),
        "work_change": t.say("Changes of aims and measures that are yours, or made by you"),
        "plea": t.say("Calls for help that are yours, or answered by you"),
        "assessment": t.say("How far you, or those whom you guide, are thought to have come"),
        "attachment": t.say("Files that you added to a report"),
        "reflected": t.say("Gatherings that you have reflected on"),
        "signed_reflection": t.say("Reflections with your name"),
        "broadcast": t.say("Messages that you sent to many"),
        "file": t.say("Files that you sent to many"),
        "push": t.say("Days on which you got a reminder"),
        "push_part": t.say("What you were reminded of"),
        "deed": t.say("The log of what you did"),
        "guess": t.say("When you tried a code that did not work"),
        "inbox": t.say("Your messages as they came, the last 7 days"),
        "outbox": t.say("My messages to you, the last 30 days"),
    }


def columns(t: Tongue) -> Mapping[str, Html]:
    """By the name of the column, the same in every table."""
    return _who_and_where(t) | _what(t) | _when(t)


def _who_and_where(t: Tongue) -> dict[str, Html]:
    return {
        "id": t.say("Id"),
        "name": t.say("Name"),
        "language": t.say("Language"),
        "door": t.say("Channel"),
        "key": t.say("Your id there"),
        "programme": t.say("Programme"),
        "role": t.say("Role"),
        "team": t.say("Team"),
        "job": t.say("Function"),
        "duty": t.say("Speaks for the team"),
        "listed": t.say("Entered by an organiser"),
        "mail": t.say("E-mail"),
        "label": t.say("Browser"),
        "party": t.say("On behalf of"),
        "milestone": t.say("Milestone"),
        "audience": t.say("To whom"),
        "by_you": t.say("By you"),
        "answered_by_you": t.say("Answered by you"),
        "on_behalf": t.say("On behalf of a team"),
    }


def _what(t: Tongue) -> dict[str, Html]:
    return {
        "draft": t.say("Form's id"),
        "form": t.say("Form"),
        "question": t.say("Question"),
        "wording": t.say("Question as it was asked"),
        "value": t.say("Answer"),
        "shown": t.say("Answer as it is shown"),
        "waiting": t.say("Waits for"),
        "state": t.say("State"),
        "message": t.say("Message's id"),
        "version": t.say("Version"),
        "sort": t.say("About what"),
        "number": t.say("Number"),
        "words": t.say("Words"),
        "note": t.say("Sentence"),
        "due": t.say("Due"),
        "responsible": t.say("Responsible"),
        "given": t.say("Set by the programme"),
        "was": t.say("Before"),
        "became": t.say("After"),
        "score": t.say("Score"),
        "lunch": t.say("Lunch"),
        "dinner": t.say("Dinner"),
        "overnight": t.say("Overnight stay"),
        "late": t.say("After the deadline"),
        "text": t.say("Text"),
        "payload": t.say("Message"),
        "verb": t.say("What I did"),
        "mime": t.say("Kind of file"),
        "size": t.say("Bytes"),
        "kind": t.say("Kind"),
        "occasion": t.say("Occasion"),
        "what": t.say("What"),
        "about": t.say("About"),
    }


def _when(t: Tongue) -> dict[str, Html]:
    return {
        "at": t.say("When"),
        "created_at": t.say("Begun at"),
        "joined_at": t.say("Joined at"),
        "unreachable_since": t.say("Not reached since"),
        "started_at": t.say("Started at"),
        "changed_at": t.say("Changed at"),
        "said_at": t.say("Said at"),
        "delivered_at": t.say("Delivered at"),
        "confirmed_at": t.say("Confirmed at"),
        "added_at": t.say("Added at"),
        "withdrawn_at": t.say("Withdrawn at"),
        "closed_at": t.say("Closed at"),
        "raised_at": t.say("Asked at"),
        "answered_at": t.say("Answered at"),
        "talked_at": t.say("Talked about at"),
        "hour": t.say("Hour"),
        "days": t.say("Days"),
        "paused_until": t.say("Paused until"),
        "of_day": t.say("Of which day"),
        "snoozed_until": t.say("Put off until"),
        "local_date": t.say("Day"),
        "made_at": t.say("Made at"),
        "received_at": t.say("Received at"),
        "expires_at": t.say("Good until"),
        "used_at": t.say("Used at"),
        "seen_at": t.say("Last used at"),
        "ended_at": t.say("Sent at"),
    }
