"""A programme file that uses every key once, for tests that walk through all of them."""

FULL = """
schema = 1
id = "alt"
name = { nb = "Alt", en = "All" }
language = "nb"
timezone = "Europe/Oslo"
organisers = ["Arrangør"]
subject_to_change = true
purpose = "Formål"
note = "Merk"

[privacy]
controller = "Kommunen"
contact = "post@kommune.example"
ground = "Oppgaven"
officer = "Ombudet"
retention = "Et halvt år"

[[contact]]
role = "prosjektleder"
name = "Kari"
reach = "kari@kommune.example"
about = "alt"

[[group]]
name = "styringsgruppe"
members = ["NTNU"]
note = "flere"

[teams]
size = { min = 3, max = 7, rule = "must" }
functions = ["leder", "mentor"]

[[team]]
id = "tromso-1"
name = "Tromsø"
municipality = "Tromsø"
language = "nn"
contact = "Per"
deputy = "Pål"
facilitator = "Siri"
functions = ["leder"]
aims = ["Et mål"]
telegram = false
withdrawn = true

[[team]]
id = "senja"
name = "Senja"

[[milestone]]
id = "samling-1"
kind = "samling"
title = "Introduksjon"
when = "2022-09-01T12:00/2022-09-02T13:00"
place = "Tromsø"
mode = "physical"
link = "https://kommune.example"
themes = ["Bli kjent", "Hva er mentor?"]
homework = "Undersøk"
materials = ["Ark"]
responsible = ["Tromsø"]
note = "Merk"
cancelled = false
without = ["thanks"]
sign_up_by = "2022-08-12"
[[milestone.agenda]]
at = "2022-09-01T12:00"
what = "Lunsj"
who = "Kokken"
[[milestone.agenda]]
at = "2022-09-02"
what = "Dag to"

[[milestone]]
id = "samling-2"
kind = "samling"
title = "Videre"
when = "2022-12"

[[milestone]]
id = "samling-3"
kind = "samling"
title = "Veien hjem"
when = "2023-04-26"
report_by = "2023-04-14"
cancelled = true
concerns = { teams = ["tromso-1"], functions = ["mentor"] }

[[milestone]]
id = "pamelding"
kind = "frist"
title = "Påmelding"
when = "2022-05-01"
binding = true

[report]
days_before = 7
before = ["samling-2", "samling-3"]
measures = true
attachments = true
[report.score]
labels = { "0.5" = "Påmeldt", 1 = { nb = "På plass", en = "In place" }, "2.5" = "Prøver ut" }
[[report.question]]
key = "laert"
ask = "Hva har dere lært?"
kind = "text"
optional = true
[[report.question]]
key = "valg"
ask = "Hvilket?"
kind = "choice"
options = ["Ja", { nb = "Nei", en = "No" }, { key = "vet-ikke", text = "Vet ikke" }]
[[report.question]]
key = "flere"
ask = "Hvilke?"
kind = "several"
options = ["Tid", "Penger"]
[[report.question]]
key = "skala"
ask = "Hvor langt?"
kind = "scale"
min = 1
max = 5
labels = { 1 = "start", 5 = "mål" }
[[report.question]]
key = "antall"
ask = "Hvor mange?"
kind = "number"
min = 0
max = 9.5
unit = "personer"
[[report.question]]
key = "hjelp"
ask = "Trenger dere hjelp?"
kind = "yesno"
help = true
[[report.question]]
key = "dag"
ask = "Når?"
kind = "date"

[reflection]
open_days = 7
anonymous = true
[[reflection.question]]
key = "tar-med"
ask = "Hva tar du med?"
kind = "text"

[samling]
presence = { text = "Er du her?" }
[samling.hold_date]
text = "Sett av dagen"
[samling.sign_up]
days_before = 21
ask_days_before = [14, "2 working days"]
binding = true
meals = ["lunch"]
overnight = false
allergies = "https://kommune.example/allergier"
text = "Hotellet bestilles av oss"
[samling.practicalities]
before = "3 working days"
text = "Vi ses"
[samling.thanks]
after = 2
text = "Takk"

[reminders]
hour = "13:30"
quiet = { from = "15:00", to = "09:00" }
samling_days_before = [14, 2]
module_days_before = [7]
deadline_days_before = [14, "2 working days"]
report_days_before = [7, 1]
report_days_after = ["2 working days"]
call_days_after = ["4 working days"]
date_months_before = [6, 3]
off = { christmas = true, easter = true, squeezed = true, common_holiday = [28, 29, 30] }
pauses = ["2023-07-03/2023-07-30"]
"""
