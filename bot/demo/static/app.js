// The page's wiring: who sits, what comes from the server, and what is done.

import { act, get, once, Refused, upload } from "./api.js";
import { element } from "./bubble.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { badge, People } from "./people.js";
import { moment, setLanguage, setZone, t } from "./words.js";

const $ = (id) => document.getElementById(id);
const TONGUE = "mellom-tongue";
const CLOCK_MS = 30_000;
const GATHER_MS = 150;
const narrow = matchMedia("(max-width: 47.99rem)");

let stage = null;
let stream = null;
let menu = [];

const chat = new Chat($("log"), {
  say: (text) => deed("say", { text }),
  edit: (message) => composer.edit(message),
  press,
});
const people = new People($("people"), sit);
const composer = new Composer({
  say: (text) => deed("say", { text }),
  edit: (message, text) => deed("edit", { message, text }),
  upload: (file, caption) => tried(() => upload(people.current, file, caption)),
  editLast: () => chat.lastOwn() && composer.edit(chat.lastOwn()),
  trouble: (key) => trouble(t(key)),
});

function trouble(text) {
  $("trouble").textContent = text;
}

/** Run one deed; true when the house has it. */
async function tried(run) {
  trouble("");
  $("toast").textContent = "";
  try {
    await run();
    return true;
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
    trouble(t(error.status === 409 ? "stale" : error.status === 413 ? "tooBig" : "notSent"));
    return false;
  }
}

const deed = (name, values) => tried(() => act(people.current, name, values));

async function press(message, data, button) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  await deed("press", { message, data });
  button.removeAttribute("aria-busy");
}

/** Sit down as somebody: their conversation, from now on. */
function sit(person) {
  stream?.close();
  people.choose(person.key);
  composer.reset();
  trouble("");
  $("toast").textContent = "";
  sitting();
  fold(!narrow.matches);
  listen(person.key);
}

function sitting() {
  const person = people.find(people.current);
  $("sitting").textContent = person ? t("sitting", person) : t("nobody");
  $("fold-text").textContent = person ? person.name : t("choose");
  if (!person) return;
  $("welcome").replaceChildren(element("p", "", t("before-start", person)));
}

function listen(key) {
  let first = true;
  stream = new EventSource(`/api/people/${encodeURIComponent(key)}/stream`);
  const on = (name, use) => stream.addEventListener(name, (event) => use(JSON.parse(event.data)));
  on("snapshot", (whole) => {
    trouble("");
    chat.show(whole.messages);
    offer(whole.menu);
    begun();
    if (first) (chat.empty ? $("start-button") : $("box")).focus({ preventScroll: narrow.matches });
    first = false;
  });
  on("message", (message) => {
    chat.put(message);
    begun();
    look();
  });
  on("gone", (id) => {
    chat.remove(id);
    begun();
  });
  on("menu", offer);
  on("toast", (text) => ($("toast").textContent = text));
  on("stage", look);
  stream.addEventListener("error", () => trouble(t("lost")));
}

function offer(commands) {
  menu = commands;
  composer.offer(menu, people.find(people.current)?.language ?? "nb");
}

/** Before the first message there is only «Start», as behind a deep link. */
function begun() {
  const focused = document.activeElement === $("start-button");
  $("welcome").hidden = !chat.empty;
  $("log").tabIndex = chat.empty ? -1 : 0;
  $("start").hidden = !chat.empty;
  $("composer").hidden = chat.empty;
  chat.bottom();
  if (focused && !chat.empty) $("box").focus();
}

let looking = null;
let jumps = 0;

/** Read the stage soon, once for all that happens at the same time. */
function look() {
  looking ??= setTimeout(async () => {
    looking = null;
    const before = jumps;
    try {
      const seen = await get("/api/stage");
      if (before === jumps) show(seen); // a look that began before a jump may end after it
    } catch {
      // The stream says when there is no contact; the next look comes by itself.
    }
  }, GATHER_MS);
}

function show(next) {
  stage = next;
  setZone(stage.zone);
  const [date, clock] = moment(stage.now);
  $("now").replaceChildren(element("span", "", date), " ", element("span", "", clock));
  $("now").dateTime = stage.now;
  showNext(stage.next);
  const names = people.show(stage.people);
  if (names.length) $("news").textContent = t("news", { names: names.join(", ") });
  $("fold-badge").replaceChildren(...[people.waiting()].filter(Boolean).map(badge));
}

function showNext(next) {
  $("jump").disabled = !next;
  $("coming").textContent = t("over");
  if (!next) return;
  const sentence = element("span", "", next.sentence);
  sentence.lang = next.language;
  $("coming").replaceChildren(element("span", "", moment(next.at).join(" ")), " ", sentence);
}

async function jump() {
  if ($("jump").getAttribute("aria-busy") === "true") return;
  $("jump").setAttribute("aria-busy", "true");
  $("coming").textContent = t("jumping");
  await tried(async () => {
    const next = await once("/api/clock/next");
    jumps += 1;
    show(next);
    $("news").textContent = t("arrivedAt", { moment: moment(stage.now).join(" ") });
  });
  $("jump").removeAttribute("aria-busy");
  if (stage) show(stage);
}

async function addPerson(event) {
  event.preventDefault();
  const name = $("newcomer-name").value.trim();
  if (!name) return;
  await tried(async () => {
    const person = await once("/api/people", { name });
    $("newcomer-name").value = "";
    show(await get("/api/stage"));
    sit(person);
  });
}

function fold(open) {
  $("fold").setAttribute("aria-expanded", String(open));
  $("people-body").hidden = !open;
}

function speak(tongue) {
  setLanguage(tongue);
  localStorage.setItem(TONGUE, tongue);
  if (stage) show(stage);
  sitting();
  composer.translate();
  chat.show([...chat.messages.values()]);
}

$("jump").addEventListener("click", jump);
$("newcomer").addEventListener("submit", addPerson);
$("fold").addEventListener("click", () => fold($("people-body").hidden));
$("start-button").addEventListener("click", () => deed("say", { start: true }));
for (const button of document.querySelectorAll("[data-tongue]"))
  button.addEventListener("click", () => speak(button.dataset.tongue));
narrow.addEventListener("change", () => fold(!narrow.matches || !people.current));
setInterval(look, CLOCK_MS);
speak(localStorage.getItem(TONGUE) ?? "nb");
look();
