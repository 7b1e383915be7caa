// The page's own words, in bokmål and English, and how moments are written.

const WORDS = {
  nb: {
    title: "Mellom – prøv selv",
    skip: "Hopp til samtalen",
    demo: "prøv selv",
    clock: "Klokka i demoen:",
    jump: "Neste hendelse",
    jumping: "Klokka går …",
    over: "Programmet er over. Det kommer ikke mer.",
    arrivedAt: "Klokka er nå {moment}.",
    tongues: "Språk",
    people: "Prøv som",
    choose: "Velg en person",
    newcomer: "En ny person",
    add: "Legg til",
    "unread-one": "1 ny",
    "unread-more": "{count} nye",
    others: "{count} til andre",
    news: "Nytt til {names}.",
    chat: "Samtalen med Mellom",
    nobody: "Ingen er valgt ennå",
    sitting: "Du er {name}, {role}",
    welcome: "Her prøver du Mellom slik deltakerne møter det.",
    "welcome-how":
      "Velg hvem du vil være, og skriv som i en vanlig samtale. Når det ikke skjer mer, trykker du " +
      "«Neste hendelse», og klokka går dit. Ingenting herfra sendes til noen.",
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
    tooBig: "Fila er større enn 20 MB, så den kan ikke sendes.",
    lost: "Ingen kontakt med Mellom akkurat nå. Prøver igjen …",
  },
  en: {
    title: "Mellom – try it",
    skip: "Skip to the conversation",
    demo: "try it",
    clock: "The time in the demo:",
    jump: "Next happening",
    jumping: "Moving the clock …",
    over: "The programme is over. Nothing more will come.",
    arrivedAt: "It is now {moment}.",
    tongues: "Language",
    people: "Sit down as",
    choose: "Choose a person",
    newcomer: "A new person",
    add: "Add",
    "unread-one": "1 new",
    "unread-more": "{count} new",
    others: "{count} for others",
    news: "Something new for {names}.",
    chat: "The conversation with Mellom",
    nobody: "Nobody sits here yet",
    sitting: "You are {name}, {role}",
    welcome: "Try Mellom the way participants meet it.",
    "welcome-how":
      "Choose who you want to be, and write as in any conversation. When nothing more happens, press " +
      "“Next happening” and the clock goes there. Nothing is sent to anybody from here.",
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
  for (const node of document.querySelectorAll("[data-tongue]"))
    node.setAttribute("aria-pressed", String(node.dataset.tongue === tongue));
}

function written(iso, options) {
  return new Intl.DateTimeFormat(LOCALES[tongue], { timeZone: zone, ...options }).format(new Date(iso));
}

/** «10. september 2026», with the weekday before it. */
export const day = (iso) =>
  written(iso, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");

/** «13.30» in Norwegian, “13:30” in English. */
export function hour(iso) {
  const clock = written(iso, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return tongue === "en" ? clock : clock.replace(":", ".");
}

/** «torsdag 10. september 2026» and «kl. 13.30», to be kept whole on their lines. */
export const moment = (iso) =>
  tongue === "en" ? [`${day(iso)},`, hour(iso)] : [day(iso), `kl. ${hour(iso)}`];

/** A size in bytes, for people. */
export function size(bytes) {
  const [number, unit] =
    bytes < 1000 ? [bytes, "B"] : bytes < 1e6 ? [Math.round(bytes / 1e3), "kB"] : [bytes / 1e6, "MB"];
  return `${number.toLocaleString(LOCALES[tongue], { maximumFractionDigits: 1 })} ${unit}`;
}
