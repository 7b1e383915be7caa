"""Every sentence of the reflection, a typed function each."""

from handlers.markup import Html, bold, lines, paragraphs
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("After the gathering")


def title(t: Tongue, milestone: str) -> Html:
    return t.say("Your reflection after «{title}»", title=milestone)


# What is promised, before the first question


def unsigned(t: Tongue, *, page: bool) -> Html:
    """Nothing but what the code keeps, and what it cannot promise; ``page``: they sit there."""
    return paragraphs(
        bold(t.say("Your answers are anonymous")),
        lines(
            t.say("That you have answered is kept apart from what you wrote."),
            t.say("With the text stands no name, no team and no time."),
            t.say("It is shown when at least four have answered."),
            t.say("Once it is sent, you can neither change it nor take it back."),
        ),
        t.say(
            "Until you send it, your draft is kept under your name, so that you can continue "
            "later. Whoever runs this service can technically see it until then. Write nothing "
            "that shows who you are."
        )
        if page
        else t.say(
            "Until you send it, your draft is kept under your name, so that you can continue "
            "later. Telegram, and whoever runs this service, can technically see messages. Write "
            "nothing that shows who you are."
        ),
    )


def signed(t: Tongue) -> Html:
    return t.say(
        "Your answers are kept with your name, and the organisers can read them. You can change "
        "them until it closes."
    )


# Opening one


def no_programme(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


def no_reflections(t: Tongue, programme: str) -> Html:
    return t.say("Nobody is asked to reflect in {programme}.", programme=programme)


def for_participants(t: Tongue) -> Html:
    return t.say("The reflection is for the participants.")


def not_asked(t: Tongue) -> Html:
    return t.say("The programme does not ask for that reflection any longer.")


def not_open(t: Tongue, milestone: str) -> Html:
    return t.say("The reflection after «{title}» is not open yet.", title=milestone)


def closed(t: Tongue, milestone: str, day: str) -> Html:
    return t.say("The reflection after «{title}» was open until {day}.", title=milestone, day=day)


def opens(t: Tongue, milestone: str, day: str) -> Html:
    return t.say("The next, after «{title}», opens {day}.", title=milestone, day=day)


def nothing_waits(t: Tongue) -> Html:
    return t.say("No reflection waits for you.")


def which_one(t: Tongue) -> Html:
    return t.say("Which gathering do you want to reflect on?")


# Done


def see(t: Tongue) -> Html:
    """On the button that shows what one has answered."""
    return t.say("See the answers")


def thanks_unsigned(t: Tongue) -> Html:
    return lines(
        bold(t.say("Thank you for reflecting!")),
        t.say("Your draft is deleted, and the text stands without your name."),
        t.say("If you want, you can delete your messages here in the chat, too."),
    )


def thanks_signed(t: Tongue) -> Html:
    return bold(t.say("Thank you for reflecting!"))


def thanks_for_change(t: Tongue) -> Html:
    return bold(t.say("Thank you! Your reflection is changed."))


def already_unsigned(t: Tongue) -> Html:
    return t.say(
        "You have reflected on this gathering already, thank you! Since the answers are anonymous, "
        "they cannot be found again or changed."
    )


def already_signed(t: Tongue) -> Html:
    return t.say("You have reflected on this gathering already, thank you!")


# Who was not there


def only_alone(t: Tongue) -> Html:
    return t.say("Let us do that in a chat with me alone.")


def not_been(t: Tongue) -> Html:
    return t.say("That gathering has not been held.")


def noted_as_absent(t: Tongue, milestone: str) -> Html:
    return t.say(
        "Thank you for telling. You were not at «{title}», so I do not ask you to reflect on it.",
        title=milestone,
    )


def was_there_after_all(t: Tongue) -> Html:
    """On a button."""
    return t.say("I was there after all")


def noted_as_there(t: Tongue) -> Html:
    return t.say("Noted: you were there.")


def begin(t: Tongue) -> Html:
    """On the button that opens the reflection."""
    return t.say("Write a reflection")


def was_there_and_reflected(t: Tongue) -> Html:
    return t.say("You have reflected on that gathering already, so I leave it at that. Thank you!")


def not_said(t: Tongue) -> Html:
    """To somebody who takes back what they never said."""
    return t.say("You have not said that you were away, so nothing was changed.")
