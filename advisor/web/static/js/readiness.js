// What JavaScript adds to the questionnaire: every answer is kept on this machine as it is given, so that a reload or a
// closed tab loses nothing, and the first page offers to go on. Each sitting, from “Begin”, has a copy of its own: two
// tabs, or two people, never write over each other. Everything works without it.
"use strict";

document.documentElement.classList.add("js");

const KEY = "advisor.readiness"; // what the keys of all copies start with
const KEPT = /^([A-Z]\d+|who|context|active_members|stage|minutes_per_member|full_time_hours|cover_hours)$/;
const ANSWER = /^[A-Z]\d+$/;
const form = document.querySelector("form[data-answers]");
const offer = document.getElementById("resume");

const answersOf = (fields) => fields.filter(([name]) => ANSWER.test(name));
const sent = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && value && KEPT.test(name));

function read(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    if (!Array.isArray(found?.fields)) return null;
    const fields = found.fields.filter((f) => Array.isArray(f) && f.every((part) => typeof part === "string"));
    return answersOf(fields).length ? { ...found, key, fields } : null;
  } catch {
    return null;
  }
}

function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(KEY));
  } catch {
    return []; // A browser that refuses storage has kept nothing.
  }
}

function clear(which = keys()) {
  for (const key of which) localStorage.removeItem(key);
}

// This tab's copy. The tab remembers it over a reload; a new tab begins a new one.
let own = null;
function sitting(key) {
  try {
    if (key) sessionStorage.setItem(KEY, key);
    own = sessionStorage.getItem(KEY) ?? own;
  } catch {
    own = key ?? own;
  }
  return own ?? sitting(`${KEY}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`);
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

// How many answers count is the server's to say; what was chosen since is added.
const figure = document.querySelector("#progress .figure");
const atFirst = form ? answersOf(sent()).length : 0;
if (figure) figure.dataset.server ??= figure.textContent;

function keep() {
  const fields = sent();
  if (figure) figure.textContent = Number(figure.dataset.server) + answersOf(fields).length - atFirst;
  if (!answersOf(fields).length) return;
  const given = new Set(fields.map(([name]) => name));
  fields.push(...answersOf(read(sitting())?.fields ?? []).filter(([name]) => !given.has(name)));
  try {
    const now = { fields, go: form.dataset.go ?? "start", rubrics: form.dataset.rubrics, at: new Date().toISOString() };
    localStorage.setItem(sitting(), JSON.stringify(now));
    saved("Kept on this machine only, until you clear it.");
  } catch {
    saved("");
  }
}

// A page of questions that comes back older than this tab's copy (a reload, the browser's Back) gets what it lacks.
function putBack() {
  if (!form.querySelector("input[type=radio]")) return;
  const given = new Set(sent().map(([name]) => name));
  for (const [name, value] of answersOf(read(sitting())?.fields ?? [])) {
    if (given.has(name)) continue;
    const choices = [...form.querySelectorAll("input[type=radio]")].filter((radio) => radio.name === name);
    for (const radio of choices) radio.checked = radio.value === value;
    if (!choices.length) form.append(hidden(name, value));
  }
}

function hidden(name, value) {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  input.value = value;
  return input;
}

function offered(copy) {
  const shown = document.getElementById("resume-copy").content.cloneNode(true);
  const part = shown.firstElementChild;
  const day = new Date(copy.at);
  const on = Number.isNaN(day.valueOf()) ? "" : ` on ${day.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
  const count = answersOf(copy.fields).length;
  const who = copy.fields.find(([name]) => name === "who")?.[1];
  part.querySelector("p").textContent =
    `${count} ${count === 1 ? "answer" : "answers"}${who ? ` of ${who}` : ""} ${count === 1 ? "was" : "were"} kept on this machine${on}.`;
  const back = part.querySelector("form");
  for (const [name, value] of [...copy.fields, ["go", copy.go ?? "start"], ["from", "start"]]) back.append(hidden(name, value));
  back.addEventListener("submit", () => sitting(copy.key));
  part.querySelector("[data-clear]").addEventListener("click", () => {
    clear([copy.key]);
    part.remove();
    offer.hidden = !offer.querySelector("form");
  });
  return shown;
}

function offerAll() {
  const copies = keys().map(read).filter(Boolean).sort((a, b) => String(b.at).localeCompare(String(a.at)));
  const list = document.getElementById("resume-copies");
  list.replaceChildren(...copies.map(offered));
  offer.hidden = !copies.length;
}

// Shown anew or brought back by Back: either way the copies may have grown meanwhile.
window.addEventListener("pageshow", (event) => {
  if (form && !offer) {
    if (event.persisted) putBack();
    keep();
  } else if (offer && !document.getElementById("problems")) offerAll();
});
if (form) {
  if (!offer) putBack();
  form.addEventListener("change", keep);
  form.addEventListener("submit", () => {
    // “Begin” on a first page that carries no answers begins a copy of its own; what was kept before stays.
    if (offer && !answersOf(sent()).length) {
      own = null;
      try {
        sessionStorage.removeItem(KEY);
      } catch {
        // As above.
      }
    }
    keep();
  });
}

document.getElementById("problems")?.focus();
