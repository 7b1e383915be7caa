// One message as a bubble: words, file, buttons under it, and what is known about it.

import { makeLink, rendered } from "./html.js";
import { hour, size, t } from "./words.js";

const SHORT = 40;

/** An element by tag and class, with text or nodes in it. */
export function element(tag, className = "", ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

export const short = (text) => (text.length > SHORT ? `${text.slice(0, SHORT).trim()} …` : text);

/** `deeds` are say(text), press(message, data, button) and edit(message). */
export function bubble(message, deeds) {
  const box = element("article", `bubble ${message.mine ? "mine" : "theirs"}`);
  box.id = `message-${message.id}`;
  box.tabIndex = -1;
  box.append(element("span", "sr", message.mine ? t("you") : t("house"), " "));
  const words = element("div", "words");
  if (!message.mine) words.lang = message.language;
  words.append(message.mine ? message.text : rendered(message.html, deeds.say));
  words.id = `words-${message.id}`;
  if (message.file?.picture && !message.mine) box.append(picture(message.file, words));
  if (message.file) box.append(fileLink(message.file));
  if (words.textContent) box.append(words);
  box.append(details(message, deeds));
  if (message.reaction) box.append(reaction(message.reaction));
  const whole = element("div", `turn ${message.mine ? "mine" : "theirs"}`, box);
  if (message.buttons.length) whole.append(keyboard(message, deeds));
  return whole;
}

function details(message, deeds) {
  const line = element("p", "details");
  if (message.mine && message.text && !message.file && message.text !== "/start") {
    const button = element("button", "edit", t("edit"));
    button.type = "button";
    button.setAttribute("aria-label", t("editOf", { text: short(message.text) }));
    button.addEventListener("click", () => deeds.edit(message));
    line.append(button);
  }
  if (message.edited) line.append(element("span", "", t("edited")), " ");
  const time = element("time", "", hour(message.at));
  time.dateTime = message.at;
  line.append(time);
  return line;
}

/** The picture itself; what it shows stands in the words beneath it. */
function picture(file, words) {
  const image = element("img", "picture");
  image.src = `/api/files/${encodeURIComponent(file.id)}`;
  image.alt = t("picture", { name: file.name.replace(/\.png$/, "") });
  if (words.textContent) image.setAttribute("aria-describedby", words.id);
  return image;
}

function fileLink(file) {
  const link = element("a", "file", element("span", "sr", t("download"), " "));
  link.append(element("span", "file-name", file.name), " ");
  link.href = `/api/files/${encodeURIComponent(file.id)}`;
  link.download = file.name;
  link.append(element("span", "file-size", size(file.size)));
  return link;
}

function reaction(emoji) {
  const mark = element("span", "reaction", emoji);
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", t("reaction", { emoji }));
  return mark;
}

function keyboard(message, deeds) {
  const rows = message.buttons.map((row) =>
    element("div", "keys-row", ...row.map((button) => key(message, button, deeds))),
  );
  const keys = element("div", "keys", ...rows);
  keys.lang = message.language;
  return keys;
}

function key(message, button, deeds) {
  if (button.url) {
    const link = element("a", "key", button.text);
    makeLink(link, button.url);
    return link;
  }
  const node = element("button", "key", button.text);
  node.type = "button";
  node.dataset.data = button.data;
  node.addEventListener("click", () => deeds.press(message.id, button.data, node));
  return node;
}
