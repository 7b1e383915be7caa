// Posts to the demo's server. A post that got no answer is repeated under the same id, which the
// house takes as the same deed.

import { language } from "./words.js";

const TRIES = 3;
const PAUSE_MS = 700;

/** What the server refused, by its status, and what it says is wrong with each field. */
export class Refused extends Error {
  constructor(status, errors) {
    super(`refused: ${status}`);
    this.status = status;
    this.errors = errors;
  }
}

export const newId = () => crypto.randomUUID();

export async function get(path) {
  return answer(await fetch(path));
}

/** Do something as a person; `deed` is say, press or edit. */
export function act(key, deed, values, update = newId()) {
  const path = `/api/people/${encodeURIComponent(key)}/${deed}`;
  return persist(() => once(path, { update, language: language(), ...values }));
}

/** Send a file, with the words that go with it. */
export function upload(key, file, caption, update = newId()) {
  const form = new FormData();
  form.set("update", update);
  form.set("language", language());
  form.set("caption", caption);
  form.set("file", file);
  const path = `/api/people/${encodeURIComponent(key)}/file`;
  return persist(async () => answer(await fetch(path, { method: "POST", body: form })));
}

/** Post once what must not be repeated by itself, such as moving the clock. */
export async function once(path, values = {}) {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(values),
  };
  return answer(await fetch(path, request));
}

async function persist(ask) {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await ask();
    } catch (trouble) {
      if (trouble instanceof Refused || left === 0) throw trouble;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

async function answer(response) {
  if (response.ok) return response.json();
  const said = await response.json().catch(() => null);
  throw new Refused(response.status, said?.errors);
}
