// What JavaScript adds to the questionnaire: answers are kept on this machine while they are given, so that closing
// the tab loses nothing, and the first page offers to go on. Everything works without it.
"use strict";

document.documentElement.classList.add("js");

const KEY = "advisor.readiness";
const KEPT = /^([A-Z]\d+|who|context|active_members|stage|minutes_per_member|full_time_hours|cover_hours)$/;
const form = document.querySelector("form[data-answers]");

function load() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(found?.fields) ? found : null;
  } catch {
    return null;
  }
}

function answersOf(fields) {
  return fields.filter(([name]) => /^[A-Z]\d+$/.test(name)).length;
}

function clear() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that refuses storage has kept nothing.
  }
}

function saved(said) {
  for (const place of document.querySelectorAll("[data-saved]")) {
    place.hidden = !said;
    place.textContent = said;
    if (!said) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "linklike";
    button.textContent = "Clear";
    button.addEventListener("click", () => {
      clear();
      place.textContent = "Cleared. Nothing is kept on this machine.";
    });
    place.append(" ", button);
  }
}

function keep() {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && value && KEPT.test(name));
  if (!answersOf(fields)) return;
  try {
    const now = { fields, go: form.dataset.go ?? "start", rubrics: form.dataset.rubrics, at: new Date().toISOString() };
    localStorage.setItem(KEY, JSON.stringify(now));
    saved("Kept on this machine only, until you clear it.");
  } catch {
    saved("");
  }
}

const offer = document.getElementById("resume");
const kept = load();
if (form) {
  form.addEventListener("change", keep);
  form.addEventListener("submit", keep);
  if (!offer) keep();
}

if (offer && kept && answersOf(kept.fields) && !document.getElementById("problems")) {
  const day = new Date(kept.at);
  const on = Number.isNaN(day.valueOf()) ? "" : ` on ${day.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
  const count = answersOf(kept.fields);
  document.getElementById("resume-said").textContent =
    `${count} ${count === 1 ? "answer was" : "answers were"} kept on this machine${on}.`;
  const back = document.getElementById("resume-form");
  for (const [name, value] of [...kept.fields, ["go", kept.go], ["from", "start"]]) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    back.append(input);
  }
  document.getElementById("resume-clear").addEventListener("click", () => {
    clear();
    offer.hidden = true;
  });
  offer.hidden = false;
}

document.getElementById("problems")?.focus();
