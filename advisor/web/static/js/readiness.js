// What JavaScript adds to the questionnaire: every answer is kept on this machine as it is given, so that a reload or a
// closed tab loses nothing, and the first page offers to go on. Each sitting, from “Begin”, has a copy of its own: two
// tabs, or two people, never write over each other. Everything works without it.
"use strict";

document.documentElement.classList.add("js");

const KEY = "advisor.readiness"; // what the keys of all copies start with
const KEPT = /^([A-Z]\d+|who|context|active_members|stage|minutes_per_member|full_time_hours|cover_hours)$/;
const CLEARED = `${KEY}:cleared`; // the sitting whose copy was cleared
const KEPT_HERE = "Kept on this machine only, until you clear it.";
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

// This page's copy. The tab remembers the latest over a reload, and of each page in its history which copy is its: the
// browser's Back may lead to somebody else's. A new tab begins a new one.
const LOADED = performance.getEntriesByType("navigation")[0]?.type ?? "navigate";
const ENTRY = window.navigation?.currentEntry?.id;
const PLACE = ENTRY && `${KEY}@${ENTRY}`;
let own = null;
let bound = false; // Whether the copy is surely this page's.
let old = LOADED === "reload" || LOADED === "back_forward"; // Whether the page was there before.
const first = () => offer && !answersOf(sent()).length; // A first page that carries no answers has no copy.

function remembered(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // A browser that refuses storage, as below.
  }
}

function follow(key, where = KEY) {
  try {
    sessionStorage.setItem(where, key);
  } catch {
    // As above.
  }
}

function sitting() {
  own ??= remembered(KEY) ?? `${KEY}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  follow(own);
  if (PLACE) follow(own, PLACE);
  return own;
}

function leave() {
  own = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
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
      // Other people's sittings stay: the first page offers them one by one.
      clear([sitting()]);
      follow(sitting(), CLEARED);
      place.textContent = "Cleared. These answers are not kept on this machine.";
    });
    place.append(" ", button);
  }
}

// How many answers count is the server's to say; what was chosen since is added.
const figure = document.querySelector("#progress .figure");
const atFirst = form ? answersOf(sent()).length : 0;
if (figure) figure.dataset.server ??= figure.textContent;

function count() {
  if (figure) figure.textContent = Number(figure.dataset.server) + answersOf(sent()).length - atFirst;
}

function keep() {
  const fields = sent();
  count();
  if (remembered(CLEARED) === sitting()) return; // until the next answer is given
  if (!answersOf(fields).length) return;
  const given = new Set(fields.map(([name]) => name));
  fields.push(...answersOf(read(sitting())?.fields ?? []).filter(([name]) => !given.has(name)));
  try {
    const now = { fields, go: form.dataset.go ?? "start", rubrics: form.dataset.rubrics, at: new Date().toISOString() };
    localStorage.setItem(sitting(), JSON.stringify(now));
    saved(KEPT_HERE);
  } catch {
    saved("");
  }
}

const nameOf = (fields) => fields.find(([name]) => name === "who")?.[1].trim() ?? "";
const radiosOf = (name) => [...form.querySelectorAll("input[type=radio]")].filter((radio) => radio.name === name);

// A page gets what it lacks of its copy. Where the copy is the newer (a reload, the browser's Back), it wins.
function putBack(wins) {
  const given = new Set(sent().map(([name]) => name));
  for (const [name, value] of answersOf(read(sitting())?.fields ?? [])) {
    if (given.has(name) && !wins) continue;
    const choices = radiosOf(name);
    const carried = form.querySelector(`input[type=hidden][name="${name}"]`);
    if (choices.some((radio) => radio.value === value)) for (const radio of choices) radio.checked = radio.value === value;
    else if (carried) carried.value = value;
    else if (!choices.length) form.append(hidden(name, value));
  }
}

// A page that was there before: nothing is kept anew, for what it shows may be older than the copy. A result stays what
// it was: its downloads have to say what it says.
function again() {
  own ??= PLACE ? remembered(PLACE) : null;
  bound ||= own !== null || LOADED === "reload";
  if (first()) return;
  sitting();
  if (form.dataset.go !== "result") putBack(bound);
  count();
  if (read(own)) saved(KEPT_HERE);
}

// A page that was just sent here. Under another name it is another person's.
function anew() {
  if (first()) return;
  const copy = read(sitting());
  if (copy && nameOf(copy.fields) !== nameOf(sent())) {
    leave();
    sitting();
  }
  bound = true;
  if (form.querySelector("input[type=radio]")) putBack(false);
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
  back.addEventListener("submit", () => follow(copy.key));
  part.querySelector("[data-clear]").addEventListener("click", () => {
    clear([copy.key]);
    part.remove();
    offer.hidden = !offer.querySelector("form");
  });
  return shown;
}

function offerAll() {
  // The sitting whose answers this page carries is no other one to go on with.
  const here = first() ? null : sitting();
  const copies = keys().filter((key) => key !== here).map(read).filter(Boolean).sort((a, b) => String(b.at).localeCompare(String(a.at)));
  const list = document.getElementById("resume-copies");
  list.replaceChildren(...copies.map(offered));
  offer.hidden = !copies.length;
}

// Shown anew or brought back by Back: either way the copies may have grown meanwhile.
window.addEventListener("pageshow", (event) => {
  // The browser puts back what a form held when it was left, after this script ran.
  old ||= event.persisted;
  if (form && old) again();
  else if (form && !offer) keep();
  if (offer && !document.getElementById("problems")) offerAll();
});
if (form) {
  if (old) again();
  else anew();
  form.addEventListener("change", () => {
    follow("", CLEARED);
    keep();
  });
  form.addEventListener("submit", (event) => {
    // “Begin”, or files alone, on a first page that carries no answers begins a copy of its own; what was kept stays.
    if (first()) leave();
    // From an old result the way on is to the latest answers.
    else if (old && bound && form.dataset.go === "result" && event.submitter?.value === "review") putBack(true);
    keep();
  });
}

document.getElementById("problems")?.focus();
