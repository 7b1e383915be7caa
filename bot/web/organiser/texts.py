"""What the organisers' pages say around what they show."""

from handlers.markup import Html
from handlers.tongue import Tongue


def needs_you(t: Tongue) -> Html:
    """Over who asks for help."""
    return t.say("Need you now")


def answers(t: Tongue) -> Html:
    """What the matrix is called to those who hear it."""
    return t.say("Answers, team by team")


def team(t: Tongue) -> Html:
    return t.say("Team")


def name(t: Tongue) -> Html:
    return t.say("Name")


def asks_for_help(t: Tongue) -> Html:
    """A small mark beside a team's name."""
    return t.say("asks for help")


def all_of_it(t: Tongue) -> Html:
    """After an answer that is cut: opens the whole."""
    return t.say("read all")


def less(t: Tongue) -> Html:
    """Closes it again."""
    return t.say("show less")


def measures(t: Tongue) -> Html:
    return t.say("Measures")


def towards(t: Tongue, aim: str) -> Html:
    """Under a measure: the aim that it is for."""
    return t.say("Aim: {aim}", aim=aim)


def changed(t: Tongue) -> Html:
    return t.say("Changed since last time")


def taking_part(t: Tongue) -> Html:
    return t.say("Taking part")


def reflections(t: Tongue) -> Html:
    return t.say("After the last gathering")


def may_be_shared(t: Tongue) -> Html:
    return t.say("May be shared")


def many_answers(t: Tongue, n: int) -> Html:
    return t.many("{n} answer", "{n} answers", n)


def nobody_yet(t: Tongue) -> Html:
    """In the place of a matrix without a row."""
    return t.say("Nobody has delivered yet.")


# Around the pages


def overview(t: Tongue) -> Html:
    return t.say("Overview")


def teams(t: Tongue) -> Html:
    return t.say("Teams")


def ahead(t: Tongue) -> Html:
    """The way to what is sent in the days to come."""
    return t.say("What is sent")


def files(t: Tongue) -> Html:
    return t.say("Files")


def pages_of(t: Tongue) -> Html:
    """What the list of a programme's pages is called to those who hear it."""
    return t.say("Pages of the programme")


def your_programmes(t: Tongue) -> Html:
    return t.say("Your programmes")


def other_rounds(t: Tongue) -> Html:
    """Before the rounds there are to choose among."""
    return t.say("Reports before")


def something_new(t: Tongue) -> Html:
    """Above an overview that has been open for a while."""
    return t.say("Something is new since you opened the page.")


def show_it(t: Tongue) -> Html:
    """On the link that draws the page anew."""
    return t.say("Show it")


# Teams


def municipality(t: Tongue) -> Html:
    return t.say("Municipality")


def members(t: Tongue) -> Html:
    return t.say("Participants")


def contact(t: Tongue) -> Html:
    return t.say("Contact person")


def deputy(t: Tongue, name: str) -> Html:
    return t.say("deputy: {name}", name=name)


def facilitator(t: Tongue) -> Html:
    return t.say("Facilitator")


def not_in_yet(t: Tongue, n: int) -> Html:
    """Of those whom an organiser has entered."""
    return t.many("{n} not in yet", "{n} not in yet", n)


def not_reached(t: Tongue, n: int) -> Html:
    return t.many("{n} not reached", "{n} not reached", n)


def without_telegram(t: Tongue) -> Html:
    return t.say("without Telegram")


def withdrawn(t: Tongue) -> Html:
    return t.say("not taking part any more")


def change_teams(t: Tongue) -> Html:
    return t.say(
        "To change a team, or to invite to it, write {command} in the conversation.",
        command="/team" if t.language != "en" else "/teams",
    )


# What is sent


def next_two_weeks(t: Tongue) -> Html:
    return t.say("This is sent in the next two weeks")


def how_it_is_reckoned(t: Tongue) -> Html:
    return t.say(
        "As it will be if nobody does anything until then: who has delivered or signed up is not "
        "reminded of it. What is for one person on one day comes in one message. How many is "
        "shown, never who."
    )


def nothing_is_sent(t: Tongue) -> Html:
    return t.say("Nothing is sent in the next two weeks.")


def change_is_told(t: Tongue, title: str) -> Html:
    """What waits to be told of a milestone."""
    return t.say("The change of “{title}” is told", title=title)


def to_people(t: Tongue, n: int) -> Html:
    return t.many("to {n} person", "to {n} people", n)


def without_either(t: Tongue, n: int) -> Html:
    return t.many(
        "{n} has neither Telegram nor e-mail: the organisers get the text to pass on.",
        "{n} have neither Telegram nor e-mail: the organisers get the text to pass on.",
        n,
    )


def on_its_way(t: Tongue) -> Html:
    return t.say("On its way now")


def message_on_its_way(t: Tongue, sent: int, every: int) -> Html:
    return t.say(
        "A message to many: {sent} of {every} sent", sent=t.number(sent), every=t.number(every)
    )


# Files


def the_matrix(t: Tongue) -> Html:
    return t.say("The matrix in Excel")


def about_the_matrix(t: Tongue) -> Html:
    return t.say("Overview, every answer in full, measures, and what may be shared.")


def the_programme(t: Tongue) -> Html:
    return t.say("The programme in Excel")


def about_the_programme(t: Tongue) -> Html:
    return t.say("Gatherings, deadlines, teams, people and questions: change it, and send it back.")


def the_attendance(t: Tongue) -> Html:
    return t.say("Who comes, in Excel")


def about_the_attendance(t: Tongue) -> Html:
    return t.say("The numbers for meals and beds, and the names of those who have answered.")


def the_invitations(t: Tongue) -> Html:
    return t.say("Invitations to print")


def about_the_invitations(t: Tongue) -> Html:
    return t.say("An A4 page a team: what this is, a QR code and a link, as one PDF.")


def the_mails(t: Tongue) -> Html:
    return t.say("Invitations to paste into e-mails")


def about_the_mails(t: Tongue) -> Html:
    return t.say("A text a team, as one Word file.")


def the_invitation(t: Tongue) -> Html:
    """Of one team."""
    return t.say("Invitation")


def as_pdf(t: Tongue) -> Html:
    """On the link to it."""
    return t.say("A4 page (PDF)")


def keep_it_safe(t: Tongue) -> Html:
    return t.say(
        "The files hold what people wrote, and names: keep them where only those who need them can "
        "read them."
    )


def download(t: Tongue) -> Html:
    return t.say("Download")


def send_it_back(t: Tongue) -> Html:
    return t.say("Send an Excel file back")


def is_no_workbook(t: Tongue) -> Html:
    return t.say("This is not an Excel file (.xlsx). Nothing has been sent.")


def what_comes_of_it(t: Tongue) -> Html:
    return t.say(
        "Choose the file, or drop it on the field. You see what would change in the conversation, "
        "and nothing is changed before you say yes."
    )


def the_file(t: Tongue) -> Html:
    return t.say("Excel file (.xlsx)")


def send(t: Tongue) -> Html:
    return t.say("Send")
