// The log of one conversation: drawn whole when one sits down, then changed bit by bit.

import { bubble, element } from "./bubble.js";
import { day } from "./words.js";

const NEAR = 80;
const GAP = 10;

export class Chat {
  /** `log` is the element with role="log"; `deeds` are what a bubble can ask for. */
  constructor(log, deeds) {
    this.log = log;
    this.deeds = deeds;
    this.messages = new Map();
    this.stuck = true;
    this.placed = 0;
    this.began = null;
    log.addEventListener("scroll", () => (this.stuck = this.#atBottom() || this.#asPlaced()));
    // Tab stops at what is in sight; one scrolls to the rest with the arrows.
    this.sight = new IntersectionObserver((turns) => turns.forEach(reach), { root: log });
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
    this.sight.disconnect();
    this.began = null;
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
    else {
      drawn.classList.add("arrives");
      if (message.mine) this.began = message.id;
      this.began ??= message.id;
      this.log.append(drawn);
    }
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

  /** The language that the house spoke last, if it has said anything. */
  get language() {
    return [...this.messages.values()].findLast((message) => !message.mine)?.language;
  }

  get empty() {
    return this.messages.size === 0;
  }

  /** What comes now answers something new. */
  asked() {
    this.began = null;
  }

  /** Show the end; but an answer that ends without buttons is to be read from its beginning. */
  bottom() {
    const { log } = this;
    const end = log.scrollHeight - log.clientHeight;
    const began = this.#turn(this.began);
    const last = [...this.messages.values()].at(-1);
    const whole = !began || last.buttons.length;
    this.stuck = true;
    log.scrollTop = whole ? end : Math.min(end, began.offsetTop - log.offsetTop - GAP);
    this.placed = log.scrollTop;
  }

  #drawn(message) {
    const turn = bubble(message, this.deeds);
    turn.dataset.at = message.at;
    this.sight.observe(turn);
    return turn;
  }

  #turn(id) {
    return document.getElementById(`message-${id}`)?.closest(".turn");
  }

  #asPlaced() {
    return Math.abs(this.log.scrollTop - this.placed) < 2;
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

function reach({ target, isIntersecting }) {
  for (const node of target.querySelectorAll("button, a")) node.tabIndex = isIntersecting ? 0 : -1;
}
