// Where one writes: the box, a file to go with it, the commands, and an own message being edited.

import { element, short } from "./bubble.js";
import { t } from "./words.js";

const LIMIT = 20 * 1024 * 1024;
const $ = (id) => document.getElementById(id);

export class Composer {
  /** `deeds` are say(text), edit(id, text), upload(file, caption), editLast() and trouble(key). */
  constructor(deeds) {
    this.deeds = deeds;
    this.editing = null;
    this.file = null;
    this.box = $("box");
    $("composer").addEventListener("submit", (event) => this.#submit(event));
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("input", () => this.#grow());
    $("attach").addEventListener("click", () => $("file").click());
    $("file").addEventListener("change", () => this.#attach());
    $("context-off").addEventListener("click", () => this.#clear());
    $("menu").addEventListener("click", () => this.#fold($("commands").hidden));
    $("composer").addEventListener("keydown", (event) => event.key === "Escape" && this.#escape());
  }

  /** Offer these [command, description] pairs. */
  offer(commands, language) {
    $("menu").hidden = commands.length === 0;
    if (!commands.length) this.#fold(false);
    $("command-list").lang = language;
    $("command-list").replaceChildren(...commands.map((pair) => this.#command(...pair)));
  }

  /** Begin to edit an own message. */
  edit(message) {
    this.#clear();
    this.editing = message;
    this.box.value = message.text;
    this.#context();
    this.#grow();
    this.box.focus();
  }

  /** Start with an empty box, as when another sits down. */
  reset() {
    this.#fold(false);
    this.#clear();
  }

  /** Say again in the page's language what stands above the box. */
  translate() {
    this.#context();
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.box.value;
    const { editing, file } = this;
    if (!text.trim() && !file) return;
    this.#clear();
    this.box.focus();
    const sent = file
      ? await this.deeds.upload(file, text)
      : editing
        ? await this.deeds.edit(editing.id, text)
        : await this.deeds.say(text);
    if (!sent && !this.box.value) this.#restore(text, editing, file);
  }

  #restore(text, editing, file) {
    Object.assign(this, { editing, file });
    this.box.value = text;
    this.#context();
    this.#grow();
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      $("composer").requestSubmit();
    } else if (event.key === "ArrowUp" && !this.box.value && !this.editing) {
      event.preventDefault();
      this.deeds.editLast();
    }
  }

  #escape() {
    if (!$("commands").hidden) {
      this.#fold(false);
      $("menu").focus();
    } else if (this.editing || this.file) {
      this.#clear();
      this.box.focus();
    }
  }

  #attach() {
    const [file] = $("file").files;
    $("file").value = "";
    if (!file) return;
    if (file.size > LIMIT) {
      this.deeds.trouble("tooBig");
      return;
    }
    this.editing = null;
    this.file = file;
    this.#context();
    this.box.focus();
  }

  #command(command, description) {
    const button = element("button", "command", element("span", "command-name", `/${command}`), " ");
    button.type = "button";
    button.append(element("span", "command-what", description));
    button.addEventListener("click", () => {
      this.#fold(false);
      this.box.focus();
      this.deeds.say(`/${command}`);
    });
    return element("li", "", button);
  }

  #fold(open) {
    $("commands").hidden = !open;
    $("menu").setAttribute("aria-expanded", String(open));
    if (open) $("command-list").querySelector("button")?.focus();
  }

  #context() {
    const { editing, file } = this;
    $("context").hidden = !editing && !file;
    $("context-text").textContent = file
      ? t("attached", { name: file.name })
      : editing
        ? t("editing", { text: short(editing.text) })
        : "";
    $("send-text").textContent = t(editing ? "save" : "send");
  }

  #clear() {
    this.editing = null;
    this.file = null;
    this.box.value = "";
    this.#context();
    this.#grow();
  }

  #grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + 2}px`;
  }
}
