// What the organiser sees, kept up to date, with a mark and a word at what has just come.

import { get } from "./api.js";
import { element } from "./bubble.js";
import { language, t } from "./words.js";

const ROOM = 96;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Overview {
  /** `place` holds it; `news(names)` is called with the teams about which something is new. */
  constructor(place, news) {
    this.place = place;
    this.news = news;
    this.html = "";
    this.seen = new Map();
    this.fresh = new Set();
    this.stream = null;
    this.reading = Promise.resolve();
    this.sight = 0;
  }

  /** Begin anew with whatever is played now: nothing of it is news. */
  begin() {
    this.stream?.close();
    this.fresh.clear();
    this.#forget();
    this.stream = new EventSource("/api/overview/stream");
    this.stream.addEventListener("changed", () => this.read());
  }

  /** What was new is so no longer. */
  settle() {
    this.fresh.clear();
    for (const node of this.place.querySelectorAll(".is-new")) unmark(node);
  }

  /** Read it in another language: that is no news either. */
  speak() {
    this.#forget();
    this.read();
  }

  /** Read it as it is now; two readings never overlap. */
  read() {
    this.reading = this.reading.then(() => this.#read());
  }

  #forget() {
    this.sight += 1;
    this.html = "";
    this.seen.clear();
  }

  async #read() {
    const { sight } = this;
    try {
      const { html } = await get(`/api/overview?language=${language()}`);
      if (sight === this.sight && html !== this.html) this.#show(html);
    } catch {
      // The phone says when there is no contact; the stream comes back by itself.
    }
  }

  #show(html) {
    this.html = html;
    const open = [...this.place.querySelectorAll("details")].map((one) => one.open);
    const across = [...this.place.querySelectorAll("[tabindex]")].map((one) => one.scrollLeft);
    // Our own server's fragment, every text in it escaped; the page's rules let no script in it run.
    const drawn = new DOMParser().parseFromString(html, "text/html");
    const before = this.place.querySelectorAll("details").length;
    const high = this.place.scrollTop;
    this.place.replaceChildren(...drawn.body.childNodes);
    const folds = this.place.querySelectorAll("details");
    if (folds.length === before) folds.forEach((one, number) => (one.open = open[number]));
    this.place.querySelectorAll("[tabindex]").forEach((one, n) => (one.scrollLeft = across[n] ?? 0));
    this.place.scrollTop = high;
    this.#compare();
  }

  /** Mark what has another version than when it was last seen; the first sight is not news. */
  #compare() {
    const first = this.seen.size === 0;
    const names = new Set();
    for (const node of this.place.querySelectorAll("[data-party][data-version]")) {
      const key = `${node.tagName} ${node.dataset.party}`;
      const { version } = node.dataset;
      if (!first && this.seen.get(key) !== version) {
        this.fresh.add(key);
        names.add(nameIn(node)?.textContent ?? "");
      }
      this.seen.set(key, version);
      if (this.fresh.has(key)) mark(node);
    }
    if (!names.size) return;
    this.#reveal(this.place.querySelector(".is-new"));
    this.news([...names]);
  }

  /** Bring what is new into sight, where the overview scrolls by itself. */
  #reveal(node) {
    const { top } = node.getBoundingClientRect();
    const frame = this.place.getBoundingClientRect();
    if (top < frame.top || top > frame.bottom - ROOM)
      this.place.scrollBy({ top: top - frame.top - ROOM, behavior: calm.matches ? "auto" : "smooth" });
  }
}

const nameIn = (node) => node.querySelector("strong, .o-team");

function mark(node) {
  node.classList.add("is-new");
  nameIn(node)?.append(" ", element("span", "new-mark", t("fresh")));
}

function unmark(node) {
  node.classList.remove("is-new");
  node.querySelector(".new-mark")?.remove();
}
