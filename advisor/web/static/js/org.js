// What is too large to be taken is refused before it leaves the team's pages: what was typed and chosen stays there.
"use strict";

const FILES_LIMIT = 5 * 1024 * 1024;
const TEXT_LIMIT = 1024 * 1024;

// The field at fault and what is wrong with it, or null.
function refusal(form) {
  const fields = [...form.querySelectorAll('input[type="file"]')];
  const files = fields.flatMap((field) => [...field.files]);
  if (files.reduce((sum, file) => sum + file.size, 0) > FILES_LIMIT) {
    const said = files.length > 1
      ? "These files are larger than 5 MB together. Choose fewer, or save them without pictures."
      : "This file is larger than 5 MB. Remove pictures from it and save it again, or paste the text.";
    return [fields.find((field) => field.files.length), said];
  }
  const text = form.elements.text;
  // Files are read in place of the text.
  if (text && !files.length && new Blob([text.value]).size > TEXT_LIMIT) {
    return [text, "This text is longer than 1 MB. Keep what tells of the team only."];
  }
  return null;
}

for (const form of document.querySelectorAll("#org-form, #org-carry")) {
  const guard = form.querySelector(".guard");
  form.addEventListener("submit", (event) => {
    for (const field of form.querySelectorAll("[data-refused]")) {
      field.removeAttribute("aria-invalid");
      delete field.dataset.refused;
    }
    // The rows are corrected without the files.
    const wrong = event.submitter?.value === "correct" ? null : refusal(form);
    guard.hidden = !wrong;
    guard.textContent = wrong?.[1] ?? "";
    if (!wrong) return;
    event.preventDefault();
    wrong[0].setAttribute("aria-invalid", "true");
    wrong[0].dataset.refused = "";
    wrong[0].focus();
  });
}
