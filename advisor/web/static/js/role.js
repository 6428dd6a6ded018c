// What JavaScript adds to the role page: notes that open in place, files dropped on the box, a verdict told to
// screen readers when it has settled, links that copy themselves. Everything works without it.
"use strict";

document.documentElement.classList.add("js");

const TEXT_LIMIT = 1024 * 1024;
const FILE_LIMIT = 5 * 1024 * 1024;
const form = document.getElementById("role-form");
const guard = document.getElementById("guard");
const live = document.getElementById("live");

// --- Nothing typed is lost to a limit: what is too large is refused before it leaves the page.

const chosenFile = () => form.elements.file.files[0];

function tooLong() {
  const text = form.elements.text.value;
  if (text.length <= TEXT_LIMIT / 4 || new Blob([text]).size <= TEXT_LIMIT) return "";
  return "This text is longer than 1 MB. Keep the job description only.";
}

function refusal() {
  if (!chosenFile()) return tooLong();
  if (chosenFile().size <= FILE_LIMIT) return "";
  return "This file is larger than 5 MB. Remove pictures from it and save it again, or paste the text.";
}

function say(problem) {
  guard.textContent = problem;
  guard.hidden = !problem;
  return Boolean(problem);
}

form?.addEventListener("submit", (event) => {
  if (say(refusal())) event.preventDefault();
});
document.addEventListener("htmx:config:request", (event) => {
  // A chosen file is what a submission would read: beside it, no verdict on the text.
  if (!say(refusal()) && !chosenFile()) return;
  event.preventDefault();
  if (!chosenFile()) readNothing();
});

// What stands there is no verdict on a text that can't be read.
function readNothing() {
  const result = document.getElementById("result");
  result.replaceChildren(document.getElementById("nothing-read").content.cloneNode(true));
  settle();
  document.title = `${guard.textContent.split(". ")[0]} – Role advisor`;
}

// --- A file chosen or dropped is read at once. One that is still there (too large, or after Back) can be taken out;
// typing takes it out as well: what was done last is what counts.

const chosen = document.getElementById("chosen");

function showChosen() {
  chosen.hidden = !chosenFile();
  chosen.querySelector("span").textContent = chosenFile() ? `Chosen: ${chosenFile().name}.` : "";
}

function takeOut() {
  const name = chosenFile().name;
  form.elements.file.value = "";
  showChosen();
  say(refusal());
  live.textContent = `${name} was taken out.`;
}

chosen?.querySelector("button").addEventListener("click", () => {
  takeOut();
  form.elements.file.focus();
});
form?.elements.text.addEventListener("input", (event) => {
  if (chosenFile() && event.detail !== "brought back") takeOut();
});

function take(files) {
  if (!files || !files.length) return;
  const one = new DataTransfer();
  one.items.add(files[0]);
  form.elements.file.files = one.files;
  showChosen();
  if (!say(refusal())) form.requestSubmit();
}

form?.elements.file.addEventListener("change", () => {
  showChosen();
  if (form.elements.file.files.length && !say(refusal())) form.requestSubmit();
});

if (form) {
  const holdsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}

// --- The verdict is told when the typing has paused and the sentence has changed, not at every key.

let told = document.querySelector("#result [data-said]")?.dataset.said ?? "";
let waiting = 0;

function tell() {
  const said = document.querySelector("#result [data-said]")?.dataset.said ?? "";
  if (said !== told && live) {
    told = said;
    live.textContent = said;
  }
}

// --- On the way back the browser puts back what was typed, and after a reload this page does, from this tab's own
// memory: the verdict follows it.

const DRAFT = "role draft";
const typed = form ? [form.elements.text, form.elements.title, form.elements.org_size].filter(Boolean) : [];

form?.addEventListener("input", () => {
  const draft = Object.fromEntries(typed.map((field) => [field.name, field.value]));
  remembered((tab) => tab.setItem(DRAFT, JSON.stringify(draft)));
});
form?.addEventListener("submit", () => remembered((tab) => tab.removeItem(DRAFT)));

function remembered(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null; // no room, or no leave: the page works without
  }
}

function bringBack() {
  if (performance.getEntriesByType("navigation")[0]?.type !== "reload") {
    if (form) remembered((tab) => tab.removeItem(DRAFT));
    return;
  }
  const draft = JSON.parse(remembered((tab) => tab.getItem(DRAFT)) ?? "{}");
  for (const field of typed) field.value = draft[field.name] ?? field.value;
}

window.addEventListener("pageshow", (event) => {
  if (form) showChosen();
  const text = form?.elements.text;
  if (!text) return;
  if (!event.persisted) bringBack();
  if (typed.every((field) => field.value === field.defaultValue)) return;
  // A page from the browser's cache is shown before htmx listens: it begins with a timer, so this one comes after.
  setTimeout(() => text.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "brought back" })));
});

// --- A swap keeps open what the reader opened.

let open = [];
document.addEventListener("htmx:before:swap", () => {
  open = [...document.querySelectorAll("#result details[open][id]")].map((d) => d.id);
});
document.addEventListener("htmx:after:swap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  prepareMarks();
  settle();
  clearTimeout(waiting);
  waiting = setTimeout(tell, 1200);
});

// Around the result stands what a submission would show: the role's name, the page's title, what is wrong at a field.
function settle() {
  const { said, name, wrong } = document.querySelector("#result [data-said]").dataset;
  document.getElementById("role-name").textContent = name;
  document.title = `${said || "Read a role"} – Role advisor`;
  // The error of the last submission is answered by this reading.
  document.querySelector("main > #role-error")?.remove();
  const problems = wrong ? JSON.parse(wrong) : {};
  for (const field of [form.elements.text, form.elements.title, form.elements.org_size]) {
    const problem = problems[field.name]?.[0];
    if (problem === undefined) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
    const place = document.getElementById(`${field.name}-error`);
    if (!place) continue;
    place.textContent = problem ?? "";
    place.hidden = !problem;
  }
}
document.addEventListener("htmx:error", () => {
  if (live) live.textContent = "The advisor can’t be reached just now. Your text is safe here; it is read again when you type.";
  told = "";
});

// --- Marks open the note below their line, one at a time; Escape closes it.

function prepareMarks() {
  for (const mark of document.querySelectorAll("a.mark")) {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-expanded", "false");
    mark.setAttribute("aria-controls", mark.hash.slice(1));
  }
}

function close(except) {
  for (const mark of document.querySelectorAll('a.mark[aria-expanded="true"]')) {
    if (mark === except) continue;
    mark.setAttribute("aria-expanded", "false");
    document.getElementById(mark.hash.slice(1))?.classList.remove("open");
  }
}

function toggle(mark) {
  close(mark);
  const opening = mark.getAttribute("aria-expanded") !== "true";
  mark.setAttribute("aria-expanded", String(opening));
  document.getElementById(mark.hash.slice(1))?.classList.toggle("open", opening);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a");
  if (!link) return;
  if (link.matches("a.mark")) {
    event.preventDefault();
    toggle(link);
  } else if (link.matches(".why-close")) {
    event.preventDefault();
    close();
    document.getElementById(link.hash.slice(1))?.focus();
  } else if (link.matches("[data-copy]")) {
    copy(link);
  }
});

// The notes of a line stand after all its marks; Tab goes from a mark into its open note, and on to the next mark.
// The note closes then: it would come once more after the last mark, and Tab would go in a circle.
function aroundNote(at, back) {
  if (!back && at.matches?.('a.mark[aria-expanded="true"]')) return document.querySelector(`${at.hash} a`);
  const note = at.closest?.(".why.open");
  if (!note) return null;
  const mark = document.querySelector(`a.mark[href="#${note.id}"]`);
  const links = [...note.querySelectorAll("a")];
  if (back) return at === links[0] ? mark : null;
  const marks = [...mark.closest(".line").querySelectorAll("a.mark")];
  return at === links.at(-1) ? (marks[marks.indexOf(mark) + 1] ?? null) : null;
}

document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches?.("a.mark")) {
    event.preventDefault();
    toggle(event.target);
  } else if (event.key === "Escape") {
    const opened = document.querySelector('a.mark[aria-expanded="true"]');
    if (!opened) return;
    close();
    opened.focus();
  } else if (event.key === "Tab") {
    const next = aroundNote(event.target, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    if (!event.shiftKey && next.matches("a.mark")) close();
    next.focus();
  }
});

// --- A section's link copies itself; the link still works as a link.

async function copy(link) {
  const label = link.querySelector("[aria-hidden]");
  try {
    await navigator.clipboard.writeText(link.href);
    label.textContent = "copied";
  } catch {
    label.textContent = "in the address bar";
  }
  if (live) live.textContent = "Link copied.";
  setTimeout(() => { label.textContent = "#"; }, 2000);
}

prepareMarks();
