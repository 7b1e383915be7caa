"""Every sentence of help and of what cannot be done, a typed function each."""

from handlers.markup import Html, bold
from handlers.tongue import Tongue


def help_summary(t: Tongue) -> Html:
    """What /help is for, in the menu."""
    return t.say("What I can do for you")


def cancel_summary(t: Tongue) -> Html:
    return t.say("Continue later; what you wrote is kept")


def language_summary(t: Tongue) -> Html:
    return t.say("Choose your language")


# Help


def help_heading(t: Tongue) -> Html:
    return bold(t.say("This you can do here"))


def help_status(t: Tongue) -> Html:
    return t.say("/status – what waits for you")


def help_programme(t: Tongue) -> Html:
    return t.say("/programme – dates, places and themes")


def help_report(t: Tongue) -> Html:
    return t.say("/report – your team's report before the next gathering")


def help_own_report(t: Tongue) -> Html:
    """The same, where people take part alone."""
    return t.say("/report – your report before the next time")


def help_reflect(t: Tongue) -> Html:
    return t.say("/reflect – what you take with you after a gathering")


def help_measures(t: Tongue) -> Html:
    return t.say("/measures – aims and measures, as they stand now")


def help_template(t: Tongue) -> Html:
    return t.say("/template – the report as a Word form, to fill in and send back here")


def help_sign_up(t: Tongue) -> Html:
    return t.say("/signup – whether you come to the next gathering")


def help_attendance(t: Tongue) -> Html:
    return t.say("/attendance – who comes to a gathering, and the code word for the day")


def help_calendar(t: Tongue) -> Html:
    return t.say("/calendar – the dates in your own calendar")


def help_teams(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("/invite – people and invitations to send or to print")
    return t.say("/teams and /invite – teams and their people, and invitations to send or to print")


def help_own_team(t: Tongue) -> Html:
    """To whoever speaks for a team."""
    return t.say("/teams – who is in your team, and to say that somebody has left")


def help_series(t: Tongue) -> Html:
    return t.say("/series – the programme and its people as an Excel file, out and in")


def help_page(t: Tongue) -> Html:
    return t.say("/page – the same as a page in a browser")


def help_change(t: Tongue) -> Html:
    return t.say("/change – a new date or place, or a gathering that is cancelled")


def help_reminders(t: Tongue) -> Html:
    return t.say("/settings, /pause and /why – your reminders: when, and why you got one")


def help_ask(t: Tongue) -> Html:
    return t.say("/ask – ask your facilitator")


def help_answer(t: Tongue) -> Html:
    """The same, to those who are asked."""
    return t.say("/ask – who has asked for help, and waits for an answer")


def help_for_teams(t: Tongue) -> Html:
    return t.say("/report – write a report on behalf of a team")


def help_assess(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("/assess – say how far a participant has come")
    return t.say("/assess – say how far a team has come")


def help_summary_line(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("/summary – how many have delivered, and what they write")
    return t.say("/summary – who has delivered, and what the teams write")


def help_broadcast(t: Tongue) -> Html:
    return t.say("/broadcast – a message to many; or send me the text or the PDF at once")


def help_data(t: Tongue) -> Html:
    return t.say("/mydata – what is kept about you; /forget erases it")


def help_language(t: Tongue) -> Html:
    return t.say("/language – bokmål, nynorsk or English")


def help_cancel(t: Tongue) -> Html:
    return t.say("/cancel – continue later, in the middle of anything; what you wrote is kept")


def without_slash(t: Tongue) -> Html:
    return t.say("The word alone is enough: you may write it without the slash.")


def not_joined(t: Tongue) -> Html:
    return t.say(
        "I am Mellom, and I help people who meet at gatherings with the work in between. To begin "
        "I need a code or a link, and you get it from the organiser of your programme. Open the "
        "link, or send me the code here."
    )


# What does not fit


def lost(t: Tongue) -> Html:
    return t.say("I did not understand that. Here is what you can do:")


def lost_not_joined(t: Tongue) -> Html:
    return t.say(
        "I did not understand that. To begin I need a code or a link, and you get it from the "
        "organiser of your programme. Open the link, or send me the code here."
    )


def cannot_keep(t: Tongue) -> Html:
    return t.say(
        "I cannot read photos, voice messages or files, so I have not kept it. Please write it "
        "as a text instead."
    )


def not_yours(t: Tongue) -> Html:
    return t.say("That is for others in the programme. /help shows what you can do here.")


def not_yours_not_joined(t: Tongue) -> Html:
    return t.say(
        "That is for those who have joined a programme. To join, open the link that you got from "
        "the organiser, or send me the code."
    )


def old_button(t: Tongue) -> Html:
    return t.say("That button is old, and does nothing any more. Nothing was changed.")


def apologise(t: Tongue) -> Html:
    return t.say(
        "Something went wrong at my end, and what you sent could not take effect. It is kept, and "
        "those who run me can see that it happened. Please try again, perhaps in another way."
    )


def what_waits(t: Tongue) -> Html:
    """On the button that shows the status."""
    return t.say("What waits for me")


# Leaving


def left(t: Tongue) -> Html:
    return t.say("Left, and nothing was sent.")


def nothing_open(t: Tongue) -> Html:
    return t.say("You have nothing open, so there is nothing to leave.")


# Language


def which_language(t: Tongue) -> Html:
    return t.say("Which language do you want to read?")


def language_chosen(t: Tongue) -> Html:
    """Said in the language that was chosen."""
    return t.say("From now on I write English to you.")


def language_later(t: Tongue) -> Html:
    return t.say("Until you have joined I follow your phone's language. Then you can choose.")
