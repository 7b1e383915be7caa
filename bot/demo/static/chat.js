// The log of one conversation: drawn whole when one sits down, then changed bit by bit.

import { bubble, element } from "./bubble.js";
import { day } from "./words.js";

const NEAR = 80;

export class Chat {
  /** `log` is the element with role="log"; `deeds` are what a bubble can ask for. */
  constructor(log, deeds) {
    this.log = log;
    this.deeds = deeds;
    this.messages = new Map();
    this.stuck = true;
    log.addEventListener("scroll", () => (this.stuck = this.#atBottom()));
    // When the box below grows, the last message stays in sight.
    new ResizeObserver(() => this.stuck && this.bottom()).observe(log);
    // So it does when a picture has come, which takes its place only then.
    log.addEventListener("load", () => this.stuck && this.bottom(), true);
  }

  /** Draw all of it without announcing it. */
  show(messages) {
    this.log.setAttribute("aria-live", "off");
    this.messages = new Map(messages.map((message) => [message.id, message]));
    this.log.replaceChildren();
    for (const message of messages) this.log.append(this.#drawn(message));
    this.#divide();
    this.bottom();
    // The browser tells what changed after this turn; what comes later is news.
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 200);
  }

  /** A message is new, or reads differently now. */
  put(message) {
    const follow = message.mine || this.stuck;
    const old = this.#turn(message.id);
    const focused = old?.contains(document.activeElement) ? document.activeElement : null;
    this.messages.set(message.id, message);
    const drawn = this.#drawn(message);
    if (old) old.replaceWith(drawn);
    else this.log.append(drawn);
    this.#divide();
    if (focused) this.#refocus(message.id, focused);
    if (follow) this.bottom();
  }

  remove(id) {
    const old = this.#turn(id);
    if (!old) return;
    if (old.contains(document.activeElement)) this.log.focus();
    this.messages.delete(id);
    old.remove();
    this.#divide();
  }

  /** The person's last message that can be edited, if there is one. */
  lastOwn() {
    const own = [...this.messages.values()].filter((m) => m.mine && !m.file && m.text !== "/start");
    return own.at(-1);
  }

  get empty() {
    return this.messages.size === 0;
  }

  focus(id) {
    document.getElementById(`message-${id}`)?.focus();
  }

  bottom() {
    this.stuck = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  #drawn(message) {
    const turn = bubble(message, this.deeds);
    turn.dataset.at = message.at;
    return turn;
  }

  #turn(id) {
    return document.getElementById(`message-${id}`)?.closest(".turn");
  }

  #atBottom() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  /** Keep the keyboard where it was when a bubble is drawn anew. */
  #refocus(id, focused) {
    const turn = this.#turn(id);
    const again = [...turn.querySelectorAll(".key")].find(
      (key) => focused.dataset.data && key.dataset.data === focused.dataset.data,
    );
    const next = again ?? turn.querySelector(focused.matches(".key") ? ".key" : ".edit");
    (next ?? turn.querySelector(".bubble")).focus({ preventScroll: true });
  }

  /** A line with the date before the first message of each day; those that stand stay. */
  #divide() {
    let last = null;
    for (const node of [...this.log.children]) {
      if (node.classList.contains("day")) {
        if (!node.nextElementSibling?.classList.contains("turn")) node.remove();
        continue;
      }
      const date = day(node.dataset.at);
      const before = node.previousElementSibling;
      const divided = before?.classList.contains("day");
      if (date !== last && !divided) node.before(element("p", "day", date));
      if (date === last && divided) before.remove();
      last = date;
    }
  }
}
