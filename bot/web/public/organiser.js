// Says when the overview has something new. Nothing moves while somebody reads: they ask for it.
"use strict";

const EVERY_MS = 60_000;
const shown = document.querySelector(".o-overview[data-version]");
const fresh = document.querySelector("[data-fresh]");

async function look() {
  if (document.visibilityState !== "visible") return;
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector(".o-overview[data-version]");
    if (now && now.dataset.version !== shown.dataset.version) {
      fresh.hidden = false;
      clearInterval(looking);
    }
  } catch {
    // Offline, or signed out: the page stays as it is, and the next look may do better.
  }
}

const looking = shown && fresh ? setInterval(look, EVERY_MS) : 0;
if (looking) document.addEventListener("visibilitychange", look);
