/* Mistakes where they are: at their question, and all of them on top. */

import {spoken} from "./formulier-reading.js";

/* The question at a path, or the nearest one that holds it. */
export function question(form, path) {
  for (let size = path.length; size; size -= 1) {
    const name = CSS.escape(path.slice(0, size).join("."));
    const fits = [...form.querySelectorAll(`[data-field="${name}"], [data-block="${name}"], [data-rows="${name}"]`)];
    const shown = fits.find((one) => !one.hidden) ?? fits[0];
    if (shown) return shown.matches(".form-field") ? shown : shown.querySelector(".form-field:not([hidden])") ?? shown;
  }
  return form;
}

export const label = (asked) => (asked.querySelector("label, legend")?.firstChild.textContent ?? "").trim();

/* That a question which the file does not have is still empty. */
export const missing = (asked) => ({key: asked.dataset.field, message: `‘${label(asked)}’ is nog niet ingevuld.`, hint: "", asked});

export const isMissing = ({message}) => message.endsWith("is nog niet ingevuld.");

const words = (problem) => spoken(problem, label(problem.asked));

/* Where the mistake in an answer is told: before it and tied to it, made when there is one to tell. */
function place(asked, control) {
  const error = document.createElement("p");
  error.className = "form-error";
  error.id = `${control.id || control.name}-error`;
  (asked.querySelector(".form-help") ?? asked.querySelector("label, legend")).after(error);
  const described = asked.matches("fieldset") ? asked : control;
  described.setAttribute("aria-describedby", [described.getAttribute("aria-describedby"), error.id].filter(Boolean).join(" "));
  return error;
}

function say(asked, text) {
  const control = asked.querySelector("input, select, textarea");
  const error = asked.querySelector(".form-error") ?? (text && control ? place(asked, control) : null);
  if (!error) return;
  error.textContent = text;
  error.hidden = !text;
  asked.classList.toggle("form-wrong", Boolean(text));
  if (text) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}

/* At one question: the first problem of these that is about it, or that there is none. */
export function tellAt(asked, problems) {
  const here = problems.find((one) => one.asked === asked);
  say(asked, here ? words(here) : "");
}

/* At each question within this part, and on top; true when nothing is wrong. */
export function tellAll(problems, within, summary) {
  within.querySelectorAll(".form-field").forEach((asked) => say(asked, ""));
  const once = problems.filter((one, index) => problems.findIndex((other) => other.asked === one.asked) === index);
  summary.replaceChildren();
  summary.hidden = !once.length;
  if (!once.length) return true;
  const heading = document.createElement("h2");
  heading.textContent = once.length === 1 ? "Er is nog één ding" : `Er zijn nog ${once.length} dingen`;
  const list = document.createElement("ul");
  for (const one of once) {
    say(one.asked, words(one));
    one.asked.closest("details")?.setAttribute("open", "");
    const item = document.createElement("li");
    item.append(leadingTo(one));
    list.append(item);
  }
  summary.append(heading, list);
  summary.focus();
  summary.scrollIntoView({block: "start"});
  return false;
}

function leadingTo(problem) {
  const control = problem.asked.querySelector("input, select, textarea");
  const link = document.createElement("a");
  control.id ||= `v.${control.name}.1`;
  link.href = `#${control.id}`;
  link.textContent = words(problem);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    control.focus();
    control.scrollIntoView({block: "center"});
  });
  return link;
}
