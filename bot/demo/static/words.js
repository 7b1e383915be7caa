// The page's own words, in bokmål and English, and how moments are written.

const WORDS = {
  nb: {
    title: "Mellom – prøv selv",
    skip: "Hopp til samtalen",
    clock: "Klokka i demoen:",
    jump: "Neste hendelse",
    jumping: "Klokka går …",
    over: "Programmet er over. Det kommer ikke mer.",
    today: "i dag {hour}",
    tomorrow: "i morgen {hour}",
    days: "om {count} dager",
    weeks: "om {count} uker",
    arrivedAt: "Klokka er nå {moment}.",
    hint: "Trykk på knappen, og se hva som kommer på telefonen.",
    "hint-answer": "Svar på telefonen, og se hva arrangøren får vite.",
    people: "Vis en annen telefon",
    newcomer: "En ny person",
    add: "Legg til",
    "unread-one": "1 ny",
    "unread-more": "{count} nye",
    news: "Nytt til {names}.",
    overview: "Det arrangøren ser",
    "overview-how": "Fylles av det som svares på telefonene.",
    "overview-empty": "Oversikten hentes …",
    "overview-news": "Nytt i oversikten: {names}.",
    "overview-more": "Nytt i oversikten om {count} team.",
    fresh: "ny",
    excel: "Åpne i Excel",
    chat: "Samtalen med",
    nobody: "Ingen er valgt ennå",
    "before-start": "{name} har ikke begynt ennå. «Start» gjør det samme som en invitasjonslenke.",
    commands: "Kommandoer",
    menu: "Meny",
    attach: "Fil",
    box: "Melding",
    send: "Send",
    save: "Lagre",
    how: "Enter sender. Skift og Enter gir ny linje. Pil opp i et tomt felt endrer din siste melding.",
    cancel: "Avbryt",
    edit: "Rediger",
    editOf: "Rediger meldingen «{text}»",
    editing: "Du redigerer: {text}",
    attached: "Vedlegg: {name}",
    edited: "redigert",
    you: "Du:",
    house: "Mellom:",
    reaction: "Mellom reagerte med {emoji}",
    download: "Last ned",
    picture: "Bilde: {name}",
    notSent: "Det ble ikke sendt. Det du skrev, står fortsatt i feltet. Prøv en gang til.",
    stale: "Knappen gjelder ikke lenger.",
    tooBig: "Filen er større enn 20 MB, så den kan ikke sendes.",
    lost: "Ingen kontakt med Mellom akkurat nå. Prøver igjen …",
    back: "Tilbake til eksemplet",
    own: "Prøv med egne datoer",
    "own-what":
      "Nettverket ditt, med de samme spørsmålene som i eksemplet. Det teamene har svart, er " +
      "oppdiktet. Ingenting lagres, og ingenting sendes ut.",
    "own-name": "Navnet på nettverket",
    "own-name-example": "Læringsnettverk for mentorordning",
    "own-dates": "Tre samlinger",
    "own-first": "Første",
    "own-second": "Andre",
    "own-third": "Tredje",
    "own-teams": "Team, ett på hver linje",
    "own-teams-example": "Hjemmetjenesten\nSykehjemmet\nBo og habilitering\nHelsestasjonen",
    "own-go": "Vis mitt nettverk",
    "own-going": "Bygger nettverket …",
    "own-failed": "Det gikk ikke. Det du skrev, står her fortsatt. Prøv en gang til.",
    shown: "Nå vises «{name}».",
  },
  en: {
    title: "Mellom – try it",
    skip: "Skip to the conversation",
    clock: "The time in the demo:",
    jump: "Next happening",
    jumping: "Moving the clock …",
    over: "The programme is over. Nothing more will come.",
    today: "today at {hour}",
    tomorrow: "tomorrow at {hour}",
    days: "in {count} days",
    weeks: "in {count} weeks",
    arrivedAt: "It is now {moment}.",
    hint: "Press the button, and see what comes on the phone.",
    "hint-answer": "Answer on the phone, and see what the organiser learns.",
    people: "Show another phone",
    newcomer: "A new person",
    add: "Add",
    "unread-one": "1 new",
    "unread-more": "{count} new",
    news: "Something new for {names}.",
    overview: "What the organiser sees",
    "overview-how": "Filled by what is answered on the phones.",
    "overview-empty": "Fetching the overview …",
    "overview-news": "New in the overview: {names}.",
    "overview-more": "New in the overview about {count} teams.",
    fresh: "new",
    excel: "Open in Excel",
    chat: "The conversation with",
    nobody: "Nobody sits here yet",
    "before-start": "{name} has not begun yet. “Start” does what an invitation link does.",
    commands: "Commands",
    menu: "Menu",
    attach: "File",
    box: "Message",
    send: "Send",
    save: "Save",
    how: "Enter sends. Shift and Enter make a new line. Arrow up in an empty box edits your last message.",
    cancel: "Cancel",
    edit: "Edit",
    editOf: "Edit the message “{text}”",
    editing: "You are editing: {text}",
    attached: "Attached: {name}",
    edited: "edited",
    you: "You:",
    house: "Mellom:",
    reaction: "Mellom reacted with {emoji}",
    download: "Download",
    picture: "Picture: {name}",
    notSent: "It was not sent. What you wrote is still in the box. Try once more.",
    stale: "That button is no longer in use.",
    tooBig: "The file is larger than 20 MB, so it cannot be sent.",
    lost: "No contact with Mellom just now. Trying again …",
    back: "Back to the example",
    own: "Try your own dates",
    "own-what":
      "Your network, with the questions of the example. What the teams have answered is made up. " +
      "Nothing is kept, and nothing is sent to anybody.",
    "own-name": "The network’s name",
    "own-name-example": "Learning network for mentors",
    "own-dates": "Three gatherings",
    "own-first": "First",
    "own-second": "Second",
    "own-third": "Third",
    "own-teams": "Teams, one a line",
    "own-teams-example": "Home care\nNursing home\nSupported living\nPublic health clinic",
    "own-go": "Show my network",
    "own-going": "Building the network …",
    "own-failed": "That did not work. What you wrote is still here. Try once more.",
    shown: "This is now “{name}”.",
  },
};

const LOCALES = { nb: "nb-NO", en: "en-GB" };
let tongue = "nb";
let zone = "Europe/Oslo";

export const language = () => tongue;

export function setZone(name) {
  zone = name;
}

export function t(key, values = {}) {
  return WORDS[tongue][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Speak another language from now on, and say again all that stands in the page's own markup. */
export function setLanguage(name) {
  tongue = name in WORDS ? name : "nb";
  document.documentElement.lang = tongue;
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-placeholder]"))
    node.placeholder = t(node.dataset.tPlaceholder);
}

function written(iso, options) {
  return new Intl.DateTimeFormat(LOCALES[tongue], { timeZone: zone, ...options }).format(new Date(iso));
}

/** What somebody is in the programme, in the page's language; and which language that became. */
export const roleOf = (person) =>
  person?.roles?.[tongue] ? [person.roles[tongue], tongue] : [person?.role, person?.language ?? ""];

/** «10. september 2026», with the weekday before it. */
export const day = (iso) =>
  written(iso, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");

/** «13.30» in Norwegian, “13:30” in English. */
export function hour(iso) {
  const clock = written(iso, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return tongue === "en" ? clock : clock.replace(":", ".");
}

/** «torsdag 10. september 2026» and «kl. 13.30», to be kept whole on their lines. */
export const moment = (iso) => [tongue === "en" ? `${day(iso)},` : day(iso), clock(iso)];

const clock = (iso) => (tongue === "en" ? hour(iso) : `kl. ${hour(iso)}`);

const MS_A_DAY = 86_400_000;
const FEW_DAYS = 28;

/** The day of a moment in the programme's zone, as a number of days. */
function dayNumber(iso) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(iso));
  return Date.parse(parts) / MS_A_DAY;
}

/** «i dag kl. 13.30», «i morgen …», «om 5 dager», «om 9 uker»: how far one moment is from another. */
export function ahead(from, to) {
  const days = dayNumber(to) - dayNumber(from);
  if (days < 2) return t(days < 1 ? "today" : "tomorrow", { hour: clock(to) });
  return days < FEW_DAYS
    ? t("days", { count: days })
    : t("weeks", { count: Math.round(days / 7) });
}

/** A size in bytes, for people. */
export function size(bytes) {
  const [number, unit] =
    bytes < 1000 ? [bytes, "B"] : bytes < 1e6 ? [Math.round(bytes / 1e3), "kB"] : [bytes / 1e6, "MB"];
  return `${number.toLocaleString(LOCALES[tongue], { maximumFractionDigits: 1 })} ${unit}`;
}
