// The phone: whose it is, their conversation as it comes, and what they do in it.

import { act, Refused, upload } from "./api.js";
import { element } from "./bubble.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { language, roleOf, t } from "./words.js";

const $ = (id) => document.getElementById(id);
const TOAST_MS = 4000;
const SPOKEN = { nb: "/bokmål", en: "/english" };

let fading = null;

export class Phone {
  /** `told()` is called when something came or went; `arrived()` when the clock brought it. */
  constructor({ told, arrived }) {
    this.told = told;
    this.arrived = arrived;
    this.person = null;
    this.waits = false;
    this.stream = null;
    this.chat = new Chat($("log"), {
      say: (text) => this.#deed("say", { text }),
      edit: (message) => this.composer.edit(message),
      press: (message, data, button) => this.#press(message, data, button),
    });
    this.composer = new Composer({
      say: (text) => this.#deed("say", { text }),
      edit: (message, text) => this.#deed("edit", { message, text }),
      upload: (file, caption) => tried(() => upload(this.person.key, file, caption)),
      editLast: () => this.chat.lastOwn() && this.composer.edit(this.chat.lastOwn()),
      trouble: (key) => trouble(t(key)),
    });
    $("start-button").addEventListener("click", () => this.#deed("say", { start: true }));
    $("phone").addEventListener("animationend", (event) => event.target.classList.remove("rings"));
  }

  /** Show somebody's conversation from now on; `take` gives them the keyboard too. */
  show(person, { take }) {
    this.stream?.close();
    this.person = person;
    this.waits = false;
    this.composer.reset();
    trouble("");
    this.name();
    this.#listen(person.key, take);
  }

  /** Say whose phone it is, in the page's language. */
  name() {
    const { person } = this;
    $("sitting").textContent = person?.name ?? t("nobody");
    const [role, spoken] = roleOf(person);
    $("sitting-role").textContent = [role, person?.team].filter(Boolean).join(" · ");
    $("sitting-role").lang = spoken;
    $("welcome").replaceChildren(person ? element("p", "", t("before-start", person)) : "");
  }

  /** Draw all anew in the page's language, and ask the house to speak it too. */
  speak(tongue) {
    this.name();
    this.composer.translate();
    this.chat.show([...this.chat.messages.values()]);
    this.#agree(tongue);
  }

  /** Stir a little, as a phone does when something comes. */
  ring() {
    $("phone").classList.add("rings");
  }

  /** The clock is moved: what comes then is to be read from its beginning. */
  wait() {
    this.waits = true;
    this.chat.asked();
  }

  /** Ask for the page's language, unless it is spoken, or nothing has been said at all. */
  #agree(tongue) {
    if (this.person && !this.chat.empty && this.chat.language !== tongue)
      this.#deed("say", { text: SPOKEN[tongue] });
  }

  #deed(name, values) {
    this.waits = false;
    return tried(() => act(this.person.key, name, values));
  }

  async #press(message, data, button) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    this.chat.asked();
    await this.#deed("press", { message, data });
    button.removeAttribute("aria-busy");
  }

  #listen(key, take) {
    let first = true;
    this.stream = new EventSource(`/api/people/${encodeURIComponent(key)}/stream`);
    const on = (name, use) =>
      this.stream.addEventListener(name, (event) => use(JSON.parse(event.data)));
    on("snapshot", (whole) => {
      trouble("");
      this.chat.show(whole.messages);
      this.#offer(whole.menu);
      this.#begun();
      if (first && language() === "en") this.#agree("en");
      if (first && take) (this.chat.empty ? $("start-button") : $("box")).focus({ preventScroll: true });
      first = false;
    });
    on("message", (message) => {
      this.chat.put(message);
      this.#begun();
      if (this.waits && !message.mine) this.arrived();
      this.told();
    });
    on("gone", (id) => {
      this.chat.remove(id);
      this.#begun();
    });
    on("menu", (commands) => this.#offer(commands));
    on("toast", toast);
    on("stage", () => this.told());
    this.stream.addEventListener("error", () => trouble(t("lost")));
  }

  #offer(commands) {
    this.composer.offer(commands, this.person.language);
  }

  /** Before the first message there is only «Start», as behind a deep link. */
  #begun() {
    const focused = document.activeElement === $("start-button");
    const { empty } = this.chat;
    $("welcome").hidden = !empty;
    $("log").tabIndex = empty ? -1 : 0;
    $("start").hidden = !empty;
    $("composer").hidden = empty;
    if (focused && !empty) $("box").focus({ preventScroll: true });
  }
}

function trouble(text) {
  $("trouble").textContent = text;
  toast("");
}

/** The small answer to a tap, for a while. */
function toast(text) {
  clearTimeout(fading);
  $("toast").textContent = text;
  if (text) fading = setTimeout(() => toast(""), TOAST_MS);
}

/** Run one deed; true when the house has it. */
export async function tried(run) {
  trouble("");
  try {
    await run();
    return true;
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
    trouble(t(error.status === 409 ? "stale" : error.status === 413 ? "tooBig" : "notSent"));
    return false;
  }
}
