/* Choosing in the agenda: lines that do not fit are hidden, what was chosen stands in the fragment
   (#thema=eten-en-koken&gratis=ja), so it can be kept, sent and gone back to. Hooks:

   <form data-agenda-choice hidden>      fields whose name and value are those of a filter
   <p data-agenda-status>                says how many lines are left
   <li class="slot">                     a line; in it [data-values] has its filters and
                                         time the moment, which says the day and its part */

const form = document.querySelector("[data-agenda-choice]");
const status = form.querySelector("[data-agenda-status]");
const fields = [...form.elements].filter((field) => field.name);

const partOfDay = (start) => {
  const hour = Number(start.slice(11, 13));
  return hour < 5 || hour >= 18 ? "avond" : hour < 12 ? "ochtend" : "middag"; // as gids/dutch.py
};

const WEEKDAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
const weekday = (start) => WEEKDAYS[new Date(start.slice(0, 10)).getUTCDay()];

const valuesOf = (line) => {
  const start = line.querySelector("time").dateTime;
  const said = line.querySelector("[data-values]").dataset.values.trim().split(" ");
  return new Set([...said, `dag=${weekday(start)}`, `dagdeel=${partOfDay(start)}`]);
};

const chosen = () =>
  fields
    .filter((field) => (field.type === "checkbox" ? field.checked : field.value))
    .map((field) => [field.name, field.value]);

function show() {
  const wanted = chosen().map(([name, value]) => `${name}=${value}`);
  let left = 0;
  for (const line of document.querySelectorAll(".slot")) {
    const values = valuesOf(line);
    const fits = wanted.every((value) => values.has(value));
    line.classList.toggle("not-chosen", !fits);
    left += fits && !line.hidden;
  }
  for (const week of document.querySelectorAll("details.week")) if (wanted.length) week.open = true;
  for (const day of document.querySelectorAll("[data-day]"))
    day.classList.toggle("not-chosen", wanted.length > 0 && !day.querySelector(".slot:not(.not-chosen)"));
  status.textContent = !wanted.length
    ? ""
    : left
      ? `${left} keer iets dat past, de komende vier weken.`
      : "De komende vier weken past er niets. Laat iets weg, of bel ons: wij denken mee.";
}

function read() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const field of fields) {
    const value = state.get(field.name) ?? "";
    if (field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
  }
  if ([...state.keys()].some((name) => fields.some((field) => field.name === name))) form.querySelector("details").open = true;
  show();
}

form.hidden = false;
form.addEventListener("change", () => {
  history.replaceState(null, "", `#${new URLSearchParams(chosen())}`);
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", read);
addEventListener("days", show); // days that nu.js fetched: an older build has not all of the coming ones
read();
