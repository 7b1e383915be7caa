// The list of people to sit down as, with what is unread for each.

import { element } from "./bubble.js";
import { roleOf, t } from "./words.js";

const SEEN = "mellom-seen";

export class People {
  /** `sit(person)` is called when one is chosen. */
  constructor(list, sit) {
    this.list = list;
    this.sit = sit;
    this.people = [];
    this.current = null;
    this.begun = false;
    this.seen = JSON.parse(sessionStorage.getItem(SEEN) ?? "{}");
  }

  /** Show the people as the stage has them; returns the names of others who got something new. */
  show(people) {
    const before = new Map(this.people.map((person) => [person.key, person.arrived]));
    this.people = people;
    this.#look();
    const news = people.filter((p) => p.key !== this.current && p.arrived > (before.get(p.key) ?? p.arrived));
    this.draw();
    return news.map((person) => person.name);
  }

  /** Others sit here now: what was read of the ones before says nothing of them. */
  forget() {
    this.people = [];
    this.current = null;
    if (this.begun) this.seen = {};
    this.begun = true;
  }

  find(key) {
    return this.people.find((person) => person.key === key);
  }

  choose(key) {
    this.current = key;
    this.#look();
    this.draw();
  }

  /** In words, how many messages wait for others than the one who sits; empty if none. */
  waiting() {
    const count = this.people.reduce((sum, person) => sum + this.#unread(person), 0);
    return count ? counted(count) : "";
  }

  draw() {
    const focused = this.list.contains(document.activeElement) && document.activeElement.dataset.key;
    this.list.replaceChildren(...this.people.map((person) => this.#row(person)));
    if (focused) this.list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #row(person) {
    const button = element("button", "person");
    button.type = "button";
    button.dataset.key = person.key;
    if (person.key === this.current) button.setAttribute("aria-current", "true");
    const face = element("span", "face", initials(person.name));
    face.setAttribute("aria-hidden", "true");
    const words = element("span", "person-words", element("span", "person-name", person.name));
    const [said, spoken] = roleOf(person);
    const role = element("span", "person-role", [said, person.team].filter(Boolean).join(" · "));
    role.lang = spoken;
    words.append(" ", role);
    button.append(face, words);
    const unread = this.#unread(person);
    if (unread) button.append(" ", badge(counted(unread)));
    button.addEventListener("click", () => this.sit(person));
    return element("li", "", button);
  }

  #unread(person) {
    return person.arrived - this.seen[person.key];
  }

  /** What came before one looked first is not news, nor what comes to the one who sits. */
  #look() {
    for (const { key, arrived } of this.people) {
      if (key === this.current || !(key in this.seen) || arrived < this.seen[key])
        this.seen[key] = arrived;
    }
    sessionStorage.setItem(SEEN, JSON.stringify(this.seen));
  }
}

/** A small mark with a few words in it. */
export const badge = (text) => element("span", "badge", text);

const counted = (count) => t(count === 1 ? "unread-one" : "unread-more", { count });

function initials(name) {
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("");
}
