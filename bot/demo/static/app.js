// The page's wiring: the clock, whose phone is shown, the overview, and the language.

import { get, once } from "./api.js";
import { element } from "./bubble.js";
import { Overview } from "./overview.js";
import { Own } from "./own.js";
import { badge, People } from "./people.js";
import { Phone, tried } from "./phone.js";
import { ahead, hour, language, moment, setLanguage, setZone, t } from "./words.js";

const $ = (id) => document.getElementById(id);
const TONGUE = "mellom-tongue";
const OTHER = { nb: ["en", "English"], en: ["nb", "Norsk"] };
const CLOCK_MS = 30_000;
const GATHER_MS = 150;
const FEW = 2;

let stage = null;
let hint = () => [t("hint")];

const phone = new Phone({ told: look, arrived });
const people = new People($("people"), (person) => sit(person, { take: true }));
const overview = new Overview($("overview"), filled);
new Own((next) => begin(next, "own"));

const tell = (text) => ($("news").textContent = text);

/** Take over what is played now: its people, its overview, its first phone. */
function begin(next, focus) {
  people.forget();
  hint = () => [t("hint")];
  show(next);
  const first = people.find(stage.phone) ?? people.people[0];
  if (first) sit(first, { take: false });
  if (stage.overview) overview.begin();
  if (!focus) return;
  tell(t("shown", { name: named() }));
  $(focus).focus();
}

function sit(person, { take }) {
  fold(false);
  people.choose(person.key);
  phone.show(person, { take });
  news();
}

let looking = null;
let jumps = 0;

/** Read the stage soon, once for all that happens at the same time. */
function look() {
  looking ??= setTimeout(async () => {
    looking = null;
    const before = jumps;
    try {
      const seen = await get(`/api/stage?language=${language()}`);
      if (before === jumps) show(seen); // a look that began before a jump may end after it
    } catch {
      // The phone says when there is no contact; the next look comes by itself.
    }
  }, GATHER_MS);
}

function show(next) {
  stage = next;
  setZone(stage.zone);
  const [date, clock] = moment(stage.now);
  $("now").replaceChildren(element("span", "", date), " ", element("span", "hour", clock));
  $("now").dateTime = stage.now;
  $("phone-hour").textContent = hour(stage.now);
  $("programme").textContent = named();
  $("back").hidden = !stage.own;
  $("own").hidden = $("overview-side").hidden = !stage.overview;
  showNext(stage.next);
  $("hint").replaceChildren(...hint());
  const names = people.show(stage.people);
  if (names.length) tell(t("news", { names: names.join(", ") }));
  news();
}

const named = () => stage.programme[language()] ?? stage.programme.nb ?? "";

function news() {
  $("fold-badge").replaceChildren(...[people.waiting()].filter(Boolean).map(badge));
}

/** One line: how far ahead it is, and what it is; the moment itself for who hears the page. */
function showNext(next) {
  $("jump").disabled = !next;
  $("coming").textContent = t("over");
  if (!next) return;
  const when = element("b", "", ahead(stage.now, next.at));
  const exactly = element("span", "sr", ` (${moment(next.at).join(" ")})`);
  const sentence = element("span", "", next.sentence.charAt(0).toLowerCase() + next.sentence.slice(1));
  sentence.lang = next.language;
  $("coming").replaceChildren(when, ": ", sentence, exactly);
}

/** The clock has brought something to the phone that is shown. */
function arrived() {
  phone.ring();
  hint = () => [t("hint-answer")];
  $("hint").replaceChildren(...hint());
}

/** The organiser has got something new about these teams: say so, with the way there. */
function filled(names) {
  const said = () =>
    names.length > FEW ? t("overview-more", { count: names.length }) : t("overview-news", { names: names.join(", ") });
  hint = () => {
    const link = element("a", "", said());
    link.href = "#overview-side";
    return [link];
  };
  $("hint").replaceChildren(...hint());
  $("filled").textContent = said();
}

async function jump() {
  if ($("jump").getAttribute("aria-busy") === "true") return;
  $("jump").setAttribute("aria-busy", "true");
  $("coming").textContent = t("jumping");
  overview.settle();
  phone.wait();
  await tried(async () => {
    const next = await once(`/api/clock/next?language=${language()}`);
    jumps += 1;
    show(next);
    tell(t("arrivedAt", { moment: moment(stage.now).join(" ") }));
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
    show(await get(`/api/stage?language=${language()}`));
    sit(person, { take: true });
  });
}

async function goBack() {
  await tried(async () => begin(await once("/api/again"), "own"));
}

function fold(open) {
  $("fold").setAttribute("aria-expanded", String(open));
  $("people-body").hidden = !open;
}

function speak(tongue) {
  setLanguage(tongue);
  localStorage.setItem(TONGUE, language());
  [$("tongue").lang, $("tongue").textContent] = OTHER[language()];
  $("excel").href = `/api/overview.xlsx?language=${language()}`;
  if (!stage) return;
  show(stage);
  look();
  if (stage.overview) overview.speak();
}

$("jump").addEventListener("click", jump);
$("back").addEventListener("click", goBack);
$("newcomer").addEventListener("submit", addPerson);
$("fold").addEventListener("click", () => fold($("people-body").hidden));
$("tongue").addEventListener("click", () => {
  speak(OTHER[language()][0]);
  phone.speak(language());
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || $("people-body").hidden) return;
  fold(false);
  $("fold").focus();
});
document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest(".people")) fold(false);
});
setInterval(look, CLOCK_MS);
speak(localStorage.getItem(TONGUE) ?? "nb");
begin(await get(`/api/stage?language=${language()}`));
