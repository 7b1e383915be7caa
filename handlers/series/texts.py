"""Every sentence about the programme as an Excel file, a typed function each."""

from handlers.markup import Html, joined, lines
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("The programme and its people as an Excel file")


def how_it_works(t: Tongue) -> Html:
    return lines(
        t.say("Programme, gatherings, teams, people and questions stand in one Excel file."),
        t.say(
            "Fill it in or change it, and send it back here. I show what changes before I do it."
        ),
    )


def empty(t: Tongue) -> Html:
    """On the button for an empty file."""
    return t.say("New series of gatherings (empty file)")


def as_it_stands(t: Tongue) -> Html:
    """On the button for the file as it stands."""
    return t.say("The programme as it stands now")


def template_name(t: Tongue) -> str:
    return "ny-samlingsrekke.xlsx" if t.language != "en" else "new-series.xlsx"


def the_template(t: Tongue) -> Html:
    return lines(
        t.say("Here is the file. Begin on the first sheet; it says what goes where."),
        t.say("The grey examples show how. Send the file back here when you are ready."),
    )


def the_file(t: Tongue, name: str) -> Html:
    return lines(
        t.say("{name} as it stands now.", name=name),
        t.say("Change what you want, and send the file back here: I show what changes first."),
    )


def is_coming(t: Tongue) -> Html:
    return t.say("The file is coming.")


def is_read(t: Tongue) -> Html:
    return t.say("Thank you. I am reading the file.")


def too_large(t: Tongue) -> Html:
    return t.say("That file is over 5 MB. Take out pictures, save it, and send it again.")


def cannot_be_read(t: Tongue) -> Html:
    return t.say(
        "I could not read the file. Save it as an Excel workbook (.xlsx), and send it again."
    )


def is_no_series(t: Tongue) -> Html:
    return lines(
        t.say("This Excel file is not a series of gatherings, so I have left it alone."),
        t.say("An empty one to fill in: write «ny samlingsrekke»."),
        t.say("To send it to the participants: write /broadcast first, then send the file."),
    )


def has_mistakes(t: Tongue, n: int) -> Html:
    return t.many(
        "There is {n} thing to mend in the file. Nothing has changed yet.",
        "There are {n} things to mend in the file. Nothing has changed yet.",
        n,
    )


def point(text: object) -> Html:
    """A line of a list."""
    return joined(" ", ("•", text))


def and_more(t: Tongue, n: int) -> Html:
    return t.many("and {n} more", "and {n} more", n)


def mend_and_send(t: Tongue) -> Html:
    return t.say("Mend it in the file and send it again.")


def not_yours(t: Tongue) -> Html:
    return t.say(
        "Another programme here has the same id, and you do not lead it. Clear the id in the sheet "
        "with the programme, and send the file again."
    )


def no_controller(t: Tongue) -> Html:
    return t.say(
        "Fill in who is the controller, whom to contact about it, and the legal ground, in the "
        "sheet with the programme. People are told it before they begin."
    )


def stands_already(t: Tongue, name: str) -> Html:
    return t.say(
        "The file says just what stands already for {name}. Nothing has changed.", name=name
    )


def would_begin(t: Tongue, name: str) -> Html:
    return t.say("New: {name}", name=name)


def would_change(t: Tongue, name: str) -> Html:
    return t.say("This changes in {name}:", name=name)


def new_programme(t: Tongue, samlinger: int, teams: int) -> Html:
    return joined(
        ", ",
        (
            t.many("{n} gathering", "{n} gatherings", samlinger),
            t.many("{n} team", "{n} teams", teams),
        ),
    )


def team_goes(t: Tongue, team: str, members: int) -> Html:
    return t.many(
        "The team {team} is withdrawn, and has {n} member. What it delivered stays.",
        "The team {team} is withdrawn, and has {n} members. What it delivered stays.",
        members,
        team=team,
    )


def new_people(t: Tongue, n: int) -> Html:
    return t.many("{n} new person is entered.", "{n} new people are entered.", n)


def people_entered(t: Tongue, n: int) -> Html:
    return t.many("{n} new person has been entered.", "{n} new people have been entered.", n)


def get_mail(t: Tongue, n: int) -> Html:
    return t.many(
        "{n} of them gets an invitation by e-mail.", "{n} of them get an invitation by e-mail.", n
    )


def changed_people(t: Tongue, n: int) -> Html:
    return t.many("{n} person is changed.", "{n} people are changed.", n)


def people_changed(t: Tongue, n: int) -> Html:
    return t.many("{n} person has been changed.", "{n} people have been changed.", n)


def not_read(t: Tongue) -> Html:
    return t.say("This in the file counts for nothing:")


def stay(t: Tongue, n: int) -> Html:
    return t.many(
        "{n} who takes part is not in the file, and stays.",
        "{n} who take part are not in the file, and stay.",
        n,
    )


def decide_themselves(t: Tongue, n: int) -> Html:
    return t.many(
        "{n} has come in already, and changes their e-mail themselves.",
        "{n} have come in already, and change their e-mail themselves.",
        n,
    )


def address_taken(t: Tongue, mail: str) -> Html:
    return t.say("{mail} belongs to somebody else here: each person needs their own.", mail=mail)


def ask(t: Tongue) -> Html:
    return t.say("Shall I do it?")


def yes(t: Tongue) -> Html:
    return t.say("Yes, do it")


def no(t: Tongue) -> Html:
    return t.say("No, leave it")


def is_done(t: Tongue, name: str) -> Html:
    return t.say("Done: {name} is as in the file.", name=name)


def what_next(t: Tongue) -> Html:
    return t.say("Invitations to print or send: /invite. The teams: /teams.")


def nothing_changed(t: Tongue) -> Html:
    return t.say("All right. Nothing has changed.")


def is_gone(t: Tongue) -> Html:
    return t.say(
        "That file is no longer here: it has been dealt with, or a newer one was sent. "
        "To change something, send a file again."
    )


def moved_on(t: Tongue) -> Html:
    return t.say(
        "Somebody has changed the programme meanwhile. Send the file again, and I show what it "
        "changes now."
    )


def in_private(t: Tongue) -> Html:
    return t.say("I do this in a conversation with you alone: write to me there.")


def only_organisers(t: Tongue) -> Html:
    return t.say("Only the organisers of a series of gatherings can do this.")
