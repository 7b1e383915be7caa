"""Every sentence of joining, a typed function each."""

from datetime import date

from handlers.markup import Html, bold, lines
from handlers.tongue import Tongue
from handlers.when import When

_LANGUAGES = {"en": "English", "nb": "Bokmål", "nn": "Nynorsk"}

# Codes


def need_a_code(t: Tongue) -> Html:
    return t.say(
        "Hello! I am Mellom. I help people who meet at gatherings with the work in between.\n\n"
        "To join I need your code. Open the link that you were given, or send me the code here. "
        "If you have none, ask those who arrange your programme."
    )


def wrong_code(t: Tongue) -> Html:
    """The same for a code that is wrong, too old or used: nothing is given away."""
    return t.say(
        "I cannot let anyone in with that code: it may be mistyped, too old, or used already. "
        "Copy it once more, or ask whoever gave it to you for a new one."
    )


def locked(t: Tongue, until: str) -> Html:
    return t.say(
        "That was too many codes that did not work. I look at no more codes from you until "
        "{until}, not even right ones. Ask whoever gave you the code for help in the meantime.",
        until=until,
    )


def too_many(t: Tongue) -> Html:
    return t.say("Very many codes are being tried just now. Try again in a minute.")


def only_alone(t: Tongue) -> Html:
    return t.say("You join in a chat with me alone, so that nobody else sees your code.")


# The phone


def welcome(t: Tongue, programme: str) -> Html:
    return t.say("Welcome to {programme}!", programme=bold(programme))


def welcome_team(t: Tongue, programme: str, team: str) -> Html:
    return t.say(
        "Welcome to {programme}, and to the team {team}!",
        programme=bold(programme),
        team=bold(team),
    )


def welcome_organiser(t: Tongue, programme: str) -> Html:
    return t.say("Welcome to {programme}, as an organiser!", programme=bold(programme))


def welcome_facilitator(t: Tongue, programme: str) -> Html:
    return t.say("Welcome to {programme}, as a facilitator!", programme=bold(programme))


def ask_phone(t: Tongue) -> Html:
    return t.say("One question first: may this phone have Telegram?")


def work_phone(t: Tongue) -> Html:
    return t.say(
        "Is it a work phone, or does it have your employer's e-mail or Teams? Then you must not "
        "use Telegram on it unless your employer has said yes."
    )


def choose_one(t: Tongue) -> Html:
    """After what is none of the answers."""
    return t.say("Choose one of these, so that I know whether we can go on here.")


def phone_is_private(t: Tongue) -> Html:
    return t.say("Yes, it is private")


def phone_is_allowed(t: Tongue) -> Html:
    return t.say("Yes, my employer allows it")


def phone_may_not(t: Tongue) -> Html:
    return t.say("No")


def then_not(t: Tongue, whom: Html | None) -> Html:
    """What to do instead, and that nothing is kept."""
    said = t.say(
        "Then we stop here, and that is quite all right. I have kept nothing about you. "
        "You can take part all the same, without Telegram."
    )
    return lines(said, ask_them(t, whom))


def ask_them(t: Tongue, whom: Html | None) -> Html:
    if whom is None:
        return t.say("Ask whoever gave you the code.")
    return t.say("Ask {whom}.", whom=whom)


def other_language(language: str) -> Html:
    """On the button that changes the language: in that language itself."""
    return Html(_LANGUAGES[language])


def language_is(t: Tongue) -> Html:
    return t.say("From now on I write English to you.")


# What is kept


def before_you_begin(t: Tongue) -> Html:
    return t.say("Good. Before you tell me anything:")


def what_is_kept(t: Tongue, *, alone: bool) -> Html:
    """Five lines before anything about a person is kept; ``alone``: there are no teams."""
    team = t.say("• What a team delivers can be read by the team, the organisers and facilitators.")
    mine = t.say("• What you deliver can be read by the organisers and facilitators.")
    return lines(
        t.say("• I keep your name, your function if you tell it, and what you answer here."),
        mine if alone else team,
        t.say("• Never write about single persons or patients, and never a national number."),
        t.say("• You do not have to answer in your spare time."),
        t.say("• /privacy tells you more, and with /forget you leave and are erased."),
    )


def ask_name(t: Tongue) -> Html:
    return t.say("What is your name?")


def name_hint(t: Tongue) -> Html:
    return t.say("Choose the name, or write another.")


def no_name(t: Tongue) -> Html:
    return t.say("I see no name there. Write the name that the others know you by.")


def long_name(t: Tongue, limit: int) -> Html:
    return t.say("That is too long for a name here. Use at most {limit} letters.", limit=limit)


def not_as_a_name(t: Tongue) -> Html:
    """A language was written where a name was asked for."""
    return t.say("To change the language, write /bokmål, /nynorsk or /english. What is your name?")


def ask_job(t: Tongue) -> Html:
    return t.say("What is your function? You may leave it out.")


def job_hint(t: Tongue) -> Html:
    return t.say("Choose one, or write your own.")


def title(t: Tongue) -> Html:
    return t.say("Joining")


# Done


def joined(t: Tongue, name: str) -> Html:
    return t.say("Thank you, {name}. You are in!", name=name)


def already_in(t: Tongue, programme: str) -> Html:
    return t.say("You are in {programme}.", programme=bold(programme))


def may_leave(t: Tongue) -> Html:
    """To somebody who is in, and finds that the phone may not have Telegram after all."""
    return t.say(
        "You are in already, and what you have told me is kept. If this phone may not have "
        "Telegram, write /forget: then you leave, and are erased here."
    )


def already_in_team(t: Tongue, programme: str, team: str) -> Html:
    return t.say(
        "You are in {programme}, in the team {team}.",
        programme=bold(programme),
        team=bold(team),
    )


def may_lead(t: Tongue) -> Html:
    return t.say(
        "With /summary you see where the teams stand, and with /broadcast you write to everybody."
    )


def reminders(t: Tongue) -> Html:
    return t.say("I remind you of what comes, at most once a day. With /settings you choose when.")


def outside_size(t: Tongue, now: int, least: int, most: int) -> Html:
    return t.many(
        "Your team now has {n} member here; it is meant to have {least} to {most}.",
        "Your team now has {n} members here; it is meant to have {least} to {most}.",
        now,
        least=least,
        most=most,
    )


def full(t: Tongue, team: str, most: int, whom: Html | None) -> Html:
    said = t.many(
        "The team {team} is full: it can have {n} member. I have kept nothing of this.",
        "The team {team} is full: it can have {n} members. I have kept nothing of this.",
        most,
        team=bold(team),
    )
    return lines(said, ask_them(t, whom))


def no_longer(t: Tongue, whom: Html | None) -> Html:
    said = t.say("That code no longer opens anything, so you could not join with it.")
    return lines(said, ask_them(t, whom))


# Moving


def ask_move(t: Tongue, old: str, new: str) -> Html:
    return t.say(
        "You are in the team {old}. Do you want to move to the team {new}?",
        old=bold(old),
        new=bold(new),
    )


def move(t: Tongue) -> Html:
    return t.say("Yes, move me")


def stay(t: Tongue) -> Html:
    return t.say("No, I stay")


def moved(t: Tongue, team: str) -> Html:
    return t.say("You are in the team {team} now.", team=bold(team))


def stayed(t: Tongue) -> Html:
    return t.say("Then you stay where you are.")


# What comes next


def comes_next(t: Tongue) -> Html:
    return t.say("What comes next:")


def milestone(t: Tongue, title: str, when: When, place: str | None) -> Html:
    said = t.when(when, year=True)
    if place is None:
        return t.say("• {title}: {when}", title=title, when=said)
    return t.say("• {title}: {when}, {place}", title=title, when=said, place=place)


def report_due(t: Tongue, title: str, day: date) -> Html:
    said = t.day(day, year=True)
    return t.say("• The report before «{title}» is due {day}.", title=title, day=said)


def may_change(t: Tongue) -> Html:
    return t.say("Dates may change.")


def nothing_dated(t: Tongue) -> Html:
    return t.say("There is no date for what comes next yet. I will tell you.")


# In the list of commands


def start_summary(t: Tongue) -> Html:
    return t.say("Join a programme with a code")


def language_summary(t: Tongue) -> Html:
    return t.say("Write this language to me")
