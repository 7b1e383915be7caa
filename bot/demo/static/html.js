// The house's small HTML into nodes, by an allow-list; nothing is ever put in as raw markup.

const TAGS = new Set(["B", "I", "U", "S", "CODE", "PRE", "A", "BLOCKQUOTE"]);
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tg:"]);
const COMMAND = /(?<![\w/])\/[a-z0-9_]{1,32}(?![\w/])/g;

/** A fragment with the message's text; `say` is called with a command that is tapped in it. */
export function rendered(html, say) {
  // A parsed document is inert: it runs nothing and fetches nothing.
  const source = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  for (const child of source.body.childNodes) fragment.append(...copied(child, say));
  return fragment;
}

/** A text's words; the line break that ends a block shows nothing, as in Telegram. */
function wording(text) {
  return BLOCKS.has(text.previousSibling?.nodeName) ? text.data.replace(/^\n/, "") : text.data;
}

function copied(node, say) {
  if (node.nodeType === Node.TEXT_NODE) return withCommands(wording(node), say);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const inLink = node.tagName === "A" || node.tagName === "CODE" || node.tagName === "PRE";
  const children = [...node.childNodes].flatMap((child) => copied(child, inLink ? null : say));
  if (!TAGS.has(node.tagName)) return children;
  const copy = document.createElement(node.tagName);
  if (node.tagName === "A") makeLink(copy, node.getAttribute("href") ?? "");
  copy.append(...children);
  return [copy];
}

/** Give a link its address, if it is one that may be opened from here. */
export function makeLink(link, address) {
  if (!URL.canParse(address) || !SCHEMES.has(new URL(address).protocol)) return;
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

function withCommands(text, say) {
  if (!say) return [document.createTextNode(text)];
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(COMMAND)) {
    parts.push(document.createTextNode(text.slice(from, found.index)), command(found[0], say));
    from = found.index + found[0].length;
  }
  parts.push(document.createTextNode(text.slice(from)));
  return parts;
}

function command(text, say) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "inline-command";
  button.textContent = text;
  button.addEventListener("click", () => say(text));
  return button;
}
