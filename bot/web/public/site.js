// The conversation without loading the page anew. Everything here works without it too.

const byId = (id) => document.getElementById(id);
const talk = byId("talk");
const trouble = byId("trouble");
let busy = false;
let waits = false;

/** Show what is wrong, by the sentence of that name on the page, or a sentence itself. */
function complain(sentence) {
  trouble.textContent = sentence ?? "";
  trouble.hidden = !sentence;
}

/** Put a new drawing in place of the one that stands, and leave alone what reads the same. */
function redraw(html, mine) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const now = page.getElementById("talk");
  if (!now) {
    document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
    return;
  }
  if (isOlder(now.dataset.drawn)) return;
  const atEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 120;
  const lost = talk.contains(document.activeElement);
  const news = merge(now);
  const told = page.getElementById("siste");
  // What was said of one's own deed stays until the next, though news come in between.
  if (mine || told.children.length) byId("siste").replaceChildren(...told.childNodes);
  byId("menu").replaceChildren(...page.getElementById("menu").childNodes);
  talk.dataset.once = now.dataset.once;
  talk.dataset.drawn = now.dataset.drawn;
  for (const one of document.querySelectorAll("input[name=once]")) one.value = now.dataset.once;
  const last = news.at(-1) ?? byId("bubbles").lastElementChild;
  if (lost && !talk.contains(document.activeElement)) last?.focus({ preventScroll: true });
  if (news.length && (mine || atEnd)) news[0].scrollIntoView({ block: "nearest" });
  if (mine) last?.scrollIntoView({ block: "end" });
}

/** Whether a drawing was overtaken by the one that stands: it would show what was. */
function isOlder(drawn) {
  const [life, number] = drawn.split("-");
  const [here, stands] = talk.dataset.drawn.split("-");
  return life === here && Number(number) < Number(stands);
}

/** Bring the list to what was drawn; return what is new or reads otherwise. */
function merge(fresh) {
  const list = byId("bubbles");
  const words = (item, once) => item.outerHTML.replaceAll(once, "").replaceAll(' open=""', "");
  const before = new Map([...list.children].map((item) => [item.id, item]));
  const news = [];
  let place = null;
  for (const item of [...fresh.querySelector("#bubbles").children]) {
    const old = before.get(item.id);
    before.delete(item.id);
    const same = old && words(old, talk.dataset.once) === words(item, fresh.dataset.once);
    const keep = same || old?.querySelector("details[open]");
    const now = keep ? old : document.adoptNode(item);
    if (!keep) {
      if (old) old.remove();
      news.push(now);
    }
    const next = place ? place.nextElementSibling : list.firstElementChild;
    if (next !== now) list.insertBefore(now, next);
    place = now;
  }
  for (const item of before.values()) {
    if (!item.matches(".older")) item.remove();
  }
  return news;
}

/** Ask for a drawing; false where there is none to be had. */
async function ask(where, options, mine) {
  const answer = await fetch(where, { ...options, headers: { "x-mellom": "1" } });
  if (answer.redirected) {
    complain(trouble.dataset.out);
    return false;
  }
  const html = await answer.text();
  if (!answer.ok && answer.status !== 409) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const said = [...page.querySelectorAll("main h1, main p")].slice(0, 2);
    complain(said.map((one) => one.textContent).join(". ") || trouble.dataset.failed);
    return false;
  }
  complain(null);
  redraw(html, mine);
  return true;
}

async function send(form, button) {
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  const sent = body.get("text");
  const multipart = form.enctype === "multipart/form-data";
  document.body.classList.add("busy");
  try {
    const whole = multipart ? body : new URLSearchParams(body);
    const done = await ask("/si", { method: "POST", body: whole }, true);
    if (!done || !form.matches("#write")) return;
    const text = byId("text");
    if (text.value === sent) text.value = "";
    byId("file").value = "";
  } catch {
    complain(trouble.dataset.failed);
  } finally {
    document.body.classList.remove("busy");
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.getAttribute("action") !== "/si") return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  form.querySelector("input[name=edit]")?.closest("details").removeAttribute("open");
  await send(form, event.submitter);
  busy = false;
  if (waits) refresh();
});

byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("write").requestSubmit();
});

async function refresh() {
  waits = false;
  try {
    await ask(`/${location.search}`, {}, false);
  } catch {
    // The stream says again when there is something, once the network is back.
  }
}

const news = new EventSource("/hendelser");
news.addEventListener("news", () => {
  waits = busy;
  if (!busy) refresh();
});
news.addEventListener("open", refresh);
news.addEventListener("error", () => {
  if (news.readyState === EventSource.CLOSED) refresh();
});

if (!location.hash) byId("siste").scrollIntoView();
