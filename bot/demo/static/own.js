// The dialog in which a visitor makes a programme of their own, and what is wrong with it.

import { once, Refused } from "./api.js";
import { language, t } from "./words.js";

const $ = (id) => document.getElementById(id);
const FIELDS = ["name", "samlinger", "teams"];
const WEEKS_AHEAD = [5, 15, 28];
const WEDNESDAY = 3;
// Nobody gathers at Christmas or in July: from and to as month and day, and how far on to go.
const AWAY = [[1215, 1231, 28], [101, 110, 14], [620, 815, 63]];

export class Own {
  /** `shown(stage)` is called with the stage once the visitor's programme is played. */
  constructor(shown) {
    this.shown = shown;
    this.dialog = $("own-dialog");
    this.form = $("own-form");
    this.filled = null;
    $("own").addEventListener("click", () => this.#open());
    $("own-off").addEventListener("click", () => this.dialog.close());
    this.form.addEventListener("submit", (event) => this.#submit(event));
  }

  /** Examples stand in the fields until the visitor has written their own. */
  #open() {
    this.#complain([]);
    if (!this.#touched()) this.#fill();
    this.dialog.showModal();
    this.form.elements.name.select();
  }

  #touched() {
    return this.filled !== null && JSON.stringify(this.#values()) !== this.filled;
  }

  #fill() {
    const { name, teams } = this.form.elements;
    name.value = t("own-name-example");
    teams.value = t("own-teams-example");
    this.#dates().forEach((one, number) => (one.value = wednesday(WEEKS_AHEAD[number])));
    this.filled = JSON.stringify(this.#values());
  }

  #dates() {
    return [...this.form.querySelectorAll("input[type=date]")];
  }

  #values() {
    const { name, teams } = this.form.elements;
    return {
      name: name.value.trim(),
      samlinger: this.#dates().map((one) => one.value),
      teams: teams.value.split("\n").map((line) => line.trim()).filter(Boolean),
    };
  }

  async #submit(event) {
    event.preventDefault();
    if (this.form.getAttribute("aria-busy") === "true") return;
    this.#busy(true);
    this.#complain([]);
    try {
      const stage = await once("/api/own", { ...this.#values(), language: language() });
      this.dialog.close();
      this.shown(stage);
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
      this.#complain(error.errors ?? [{ field: "", sentence: t("own-failed") }]);
    } finally {
      this.#busy(false);
    }
  }

  #busy(on) {
    this.form.setAttribute("aria-busy", String(on));
    $("own-go").textContent = t(on ? "own-going" : "own-go");
  }

  /** Say beside each field what is wrong with it, and go to the first. */
  #complain(errors) {
    for (const field of FIELDS) {
      const wrong = errors.filter((one) => one.field === field);
      $(`own-${field}-wrong`).textContent = sentences(wrong);
      const inputs = this.#inputs(field);
      inputs.forEach((input, place) => {
        const here = wrong.some((one) => !one.number || !inputs[1] || one.number === place + 1);
        if (here) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      });
    }
    $("own-wrong").textContent = sentences(errors.filter((one) => !FIELDS.includes(one.field)));
    this.form.querySelector("[aria-invalid]")?.focus();
  }

  #inputs(field) {
    return field === "samlinger" ? this.#dates() : [this.form.elements[field]];
  }
}

const sentences = (errors) => errors.map((one) => one.sentence).join("\n");

/** A Wednesday so many weeks from now, when people are at work; as a date field writes it. */
function wednesday(weeks) {
  const day = new Date();
  day.setDate(day.getDate() + 7 * weeks + WEDNESDAY - day.getDay());
  const within = 100 * (day.getMonth() + 1) + day.getDate();
  const away = AWAY.find(([from, to]) => from <= within && within <= to);
  if (away) day.setDate(day.getDate() + away[2]);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
