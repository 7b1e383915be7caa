"""Programme files with one fault each, and the sentence that it is told in."""

TOP = 'schema = 1\nid = "p"\nname = "P"\n'
SAMLING = '[[milestone]]\nid = "s1"\nkind = "samling"\ntitle = "Introduksjon"\n'


def question(body: str) -> str:
    return f'{TOP}[report]\ndays_before = 7\n[[report.question]]\nkey = "a"\nask = "?"\n{body}\n'


def score(labels: str) -> str:
    return f"{TOP}[report]\ndays_before = 7\nmeasures = true\n[report.score.labels]\n{labels}\n"


ONE_COMPLAINT = [
    (TOP + SAMLING + 'language = "nb"', ("gathering 1 («Introduksjon»): “language” belongs at the "
     "top of the file; move it above the first line with [ ]")),
    (TOP.replace("1", "2"), "“schema”: schema 2 is not known to this Mellom; write schema = 1"),
    (TOP.replace("schema = 1\n", ""), ("“schema” is missing; write schema = 1 at the top of the "
     "file")),
    (TOP + '[milestone]\nid = "a"', ("“milestone” must be a list of tables; "
     "write it with [[milestone]]")),
    (TOP + "[[teams]]", ("the rules for teams: “teams” must be a table; write it with single "
     "brackets, [teams]")),
    (TOP + "[teams]\nsize = 3", ("the rules for teams: “teams.size” must be a table; "
     "write it with single brackets, [teams.size]")),
    (TOP + "[teams]\nsize = { min = 7, max = 3 }", ("the rules for teams: max (3) is less than min "
     "(7); swap them")),
    (TOP + '[teams]\nfunctions = ["HR", "HR"]', ("the rules for teams: “HR” is in the list twice; "
     "take one out")),
    (TOP + "[report]\ndays_before = 0\nmeasures = true", ("the report, “days_before”: 0 is too "
     "little; write 1 or more")),
    (TOP + '[report]\ndays_before = "7"\nmeasures = true', ("the report, “days_before”: “7” is not "
     "a whole number; write it in digits, without quotation marks")),
    (TOP + "[report]\ndays_before = 7", ("the report: nothing is asked here; write at least "
     "one question under [[report.question]]")),
    (TOP + "[report]\ndays_before = 7\nmeasures = true\nattachments = 1", ("the report, "
     "“attachments”: “1” is neither true nor false; write true or false")),
    (score("6 = 'x'"), ("the report: “labels” names 6, which is no step from 0.5 to 5.0 in halves; "
     'write for instance "2.5"')),
    (score('"2,5" = "x"'), ("the report: “labels” names 2,5, which is no step from 0.5 to 5.0 in "
     'halves; write for instance "2.5"')),
    (score('"2.5" = ""'), ("the report, “labels”: the text is empty; write something, or take the "
     "key out")),
    (score("2 = 'x'\n'2.0' = 'y'"), ("the report, “labels”: “2.0” is in the list twice; take one "
     "out")),
    (TOP + "[report]\ndays_before = 7\nmeasures = true\nscore = { labels = 'x' }", ("the report: "
     "“report.score.labels” must be a table; write it with single brackets, "
     "[report.score.labels]")),
    (question('kind = "text"').replace('"a"', '"-a"'), ("question 1 in the report, “key”: “-a” "
     "begins with a hyphen, as Mellom's own keys do; begin with a letter or a digit")),
    (TOP + "[reflection]", ("the reflection: nothing is asked here; write at least one "
     "question under [[reflection.question]]")),
    (TOP + SAMLING.replace("samling", "frist") + '[report]\ndays_before = 7\nmeasures = true\n'
     'before = ["s1"]', ("the report: “before” names “s1”, which is a deadline; "
     "write the id of a gathering")),
    (TOP + SAMLING + "binding = true", ("gathering 1 («Introduksjon»): “binding” belongs to a "
     'deadline; write kind = "frist", or take it out')),
    (TOP + SAMLING + 'when = "2022-03-27T02:30"', ("gathering 1 («Introduksjon»): "
     "“2022-03-27T02:30” does not exist: the clock is put forward that night; "
     "choose another time")),
    (TOP + SAMLING + 'when = "2022-09-01T12:00/2022-09-02T13:00"\n[[milestone.agenda]]\n'
     'at = "2022-09-02T13:01"\nwhat = "Hjem"', ("gathering 1 («Introduksjon»), agenda item 1: "
     "2022-09-02T13:01 is outside 2022-09-01T12:00/2022-09-02T13:00; change one of them")),
    (TOP + SAMLING + 'when = "2022-09-01"\n[[milestone.agenda]]\nat = "2022-09-02T13:01"\n'
     'what = "Hjem"', ("gathering 1 («Introduksjon»), agenda item 1: 2022-09-02T13:01 is outside "
     "2022-09-01; change one of them")),
    (TOP + SAMLING.replace("samling", "workshop"), ("milestone 1 («Introduksjon»), “kind”: "
     "“workshop” is not known here; write one of samling, modul, fase, frist")),
    (TOP + SAMLING + 'note = { en = "Bring a pen" }', ("gathering 1 («Introduksjon»): “note” has "
     "no text in nb, the programme's own language; add one")),
    (TOP + SAMLING + 'note = { nb = "A", de = "B" }', ("gathering 1 («Introduksjon»), “note”: “de” "
     "is not a language here; write nb, nn or en")),
    (TOP + SAMLING + 'link = "kommune.no"', ("gathering 1 («Introduksjon»), “link”: “kommune.no” "
     "is not a link; write the whole address, from https://")),
    (TOP + '[reminders]\npauses = ["2023-07"]', ("the reminders, “pauses”, number 1: “2023-07” is "
     "not a span of days; write for instance 2023-07-03/2023-07-30")),
    (TOP + '[reminders]\nquiet = { from = "08:00", to = "08:00" }', ("the reminders: “quiet” is "
     "from 08:00 to 08:00, all day; make them differ")),
    (question('kind = "text"\nhelp = true'), ("question 1 in the report: “help” has no meaning in "
     "a question of kind text; take it out")),
    (question('kind = "choice"\noptions = ["Ja"]'), ("question 1 in the report: a question of kind "
     "choice needs at least two options; write for instance "
     'options = ["Ja", "Delvis", "Nei"]')),
    (question('kind = "choice"\noptions = ["Ja", "Ja"]'), ("question 1 in the report: “Ja” is in "
     "the list twice; take one out")),
    (question('kind = "choice"\noptions = [{key="a",text="A"},{key="a",text="B"}]'), ("question 1 "
     "in the report, option 2: “key” is “a”, and another has that already; give each its own")),
    (question('kind = "choice"\noptions = [{key="aaaaaaaaaaaaaaaaa",text="A"}, "B"]'), ("question "
     "1 in the report, option 1, “key”: “aaaaaaaaaaaaaaaaa” cannot be a key; write 1 to 16 small "
     "letters a–z, digits and hyphens")),
    (question('kind = "scale"\nmax = 99'), ("question 1 in the report: the scale is too long for "
     "buttons; write at most 11 steps")),
    (question('kind = "scale"\nmin = 0.5'), ("question 1 in the report: a scale has whole steps; "
     "write “min” and “max” as whole numbers")),
    (question('kind = "scale"\nlabels = { 6 = "X" }'), ("question 1 in the report: “labels” names "
     "6, which is no step of the scale from 1 to 5; mend it")),
    (question(""), 'question 1 in the report: “kind” is missing; write for instance kind = "text"'),
    ("schema = 1\nid = p", ("line 2: there is no valid value here; "
     "texts and dates stand between quotation marks")),
    ("schema = 1\n\nschema = 2", "line 3: this key or table stands twice; take one of them out"),
    ('schema = 1\nname = "P\n', ("line 2: a text begins here and never ends; "
     "write the missing quotation mark")),
    ("schema = 1\nname\n", ("line 2: this cannot be read as TOML; look for a missing quotation "
     "mark, bracket or = here or on the line above")),
    ("schema = [1,", ("line 1: there is no valid value here; "
     "texts and dates stand between quotation marks")),
]  # fmt: skip
