/* The questions of the form: rows that come and go, kinds that show their own questions, and the
   answers as a tree. A name is the path of keys to its answer: "wanneer.momenten.0.van". */

const all = (root, selector) => [...root.querySelectorAll(selector)];

/* --- rows ------------------------------------------------------------------------------------ */

const NUMBERED = /\b(?:name|id|for|data-block|data-field|aria-describedby)="[^"]*"/g;
const patterns = new Map();

/* The first row as it came, with [n] for its number: more rows are made from it. */
function keepPattern(list) {
  const html = list.querySelector(".form-row").outerHTML;
  const first = `${list.dataset.rows}.0`;
  patterns.set(list.dataset.rows, html.replace(NUMBERED, (part) => part.replaceAll(first, `${list.dataset.rows}[n]`)));
}

const rowsOf = (list) => [...list.children].filter((child) => child.matches(".form-row"));

export function addRow(list) {
  const rows = rowsOf(list);
  const holder = document.createElement("template");
  holder.innerHTML = patterns.get(list.dataset.rows).replaceAll("[n]", `.${rows.length}`);
  const row = holder.content.firstElementChild;
  list.insertBefore(row, list.querySelector("[data-end]"));
  enliven(row);
  renumber(list);
  return row;
}

/* Take a row away; the last one is only emptied. The rows after it take its number. */
export function removeRow(list, row) {
  const trees = rowsOf(list).filter((other) => other !== row).map((other) => collect(other));
  setRows(list, trees);
}

function setRows(list, trees) {
  rowsOf(list).forEach((row) => row.remove());
  for (const tree of trees.length ? trees : [{}]) fillBlock(addRow(list), tree);
}

function renumber(list) {
  const rows = rowsOf(list);
  rows.forEach((row, index) => {
    row.querySelector("[data-number]").textContent = rows.length > 1 ? String(index + 1) : "";
    row.querySelector("[data-remove]").hidden = rows.length === 1;
  });
}

/* --- kinds ----------------------------------------------------------------------------------- */

/* Show the questions of the kind that was chosen; the others do not count. */
export function showKinds(root) {
  for (const asked of all(root, "[data-kinds]")) {
    const block = asked.parentElement.closest("[data-block]");
    const chosen = block.querySelector(`select[name="${CSS.escape(block.dataset.block)}.soort"]`).value;
    const fits = asked.dataset.kinds.split("|").includes(chosen);
    asked.hidden = !fits;
    controls(asked).forEach((control) => { control.disabled = !fits || Boolean(control.closest("[data-kinds][hidden]")); });
  }
}

const controls = (root) => all(root, "input, select, textarea");

/* The form as it came: keep how a row looks, and wake everything up. */
export function live(form) {
  all(form, ".form-rows").forEach(keepPattern);
  enliven(form);
  all(form, ".form-rows").forEach(renumber);
}

/* Show the buttons that need this script, and let a mistake be told instead of cut off. */
function enliven(root) {
  all(root, "[data-add], [data-remove]").forEach((button) => { button.hidden = false; });
  all(root, "[maxlength]").forEach((input) => input.removeAttribute("maxlength"));
  showKinds(root);
}

/* --- answers --------------------------------------------------------------------------------- */

/* What was filled in below an element, as a tree; a block without answers is left out. */
export function collect(root) {
  const base = root.dataset.block ? `${root.dataset.block}.` : "";
  const tree = {};
  for (const control of controls(root).sort((one, other) => order(one) - order(other))) {
    if (!control.name || control.disabled || control.name.endsWith("~")) continue;
    const value = answer(control, root);
    if (value !== "") put(tree, control.name.slice(base.length).split("."), value, control);
  }
  return packed(tree);
}

/* Boxes count in the order in which they were ticked: the first theme gives the flower. */
const order = (control) => Number(control.dataset.order ?? 0);
let ticks = 1000;

export function ticked(control) {
  ticks += 1;
  control.dataset.order = ticks;
}

function answer(control, root) {
  if (control.type === "checkbox") return control.checked ? control.value : "";
  const value = control.value.trim();
  const note = root.querySelector(`[name="${CSS.escape(control.name)}~"]`)?.value.trim();
  return value && note ? `${value}, ${note}` : value;
}

function put(tree, keys, value, control) {
  let here = tree;
  for (const key of keys.slice(0, -1)) here = here[key] ??= {};
  const last = keys.at(-1);
  if (control.type === "checkbox") (here[last] ??= []).push(value);
  else here[last] = "lines" in control.dataset ? value.split("\n").map((line) => line.trim()).filter(Boolean) : value;
}

/* Rows are numbered blocks: {0: …, 2: …} becomes a list. */
function packed(tree) {
  if (Array.isArray(tree) || typeof tree !== "object") return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, packed(value)]);
  return entries.length && entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/* Put a tree into the form; what the tree does not have is emptied. */
export function fillBlock(root, tree) {
  const base = root.dataset.block ? `${root.dataset.block}.` : "";
  all(root, ".form-rows").forEach((list) => setRows(list, found(tree, list.dataset.rows.slice(base.length)) ?? []));
  for (const control of controls(root)) {
    if (!control.name || control.closest(".form-rows") !== root.closest(".form-rows")) continue;
    const noted = control.name.endsWith("~");
    const value = found(tree, control.name.slice(base.length).replace(/~$/, ""));
    if (control.type === "checkbox") tick(control, [value ?? []].flat().map(String));
    else control.value = shown(value, control, noted);
  }
  showKinds(root);
  all(root, "details").forEach((details) => { details.open = controls(details).some((control) => !control.disabled && filled(control)); });
}

function tick(control, values) {
  control.checked = values.includes(control.value);
  control.dataset.order = values.indexOf(control.value) + 1;
}

const found = (tree, path) => path.split(".").reduce((here, key) => here?.[key], tree);
const filled = (control) => (control.type === "checkbox" ? control.checked : control.value !== "");

function shown(value, control, noted) {
  if (value === undefined || value === null) return "";
  if (control.dataset.lines === "datum") return [value].flat().map(asTyped).join("\n");
  if (Array.isArray(value)) return value.join("\n");
  if (control.classList.contains("field-short")) return asTyped(value);
  if (!control.closest(".form-answer")) return String(value);
  const [, word, note] = String(value).match(/^(\w+)(?:, (.*))?$/s) ?? ["", "", ""];
  return noted ? note ?? "" : word;
}

/* A day and a time as people write them: a file has 2026-12-05 and 09:30. */
function asTyped(value) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  const spelled = {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"};
  return isDay ? new Date(value).toLocaleDateString("nl-NL", spelled) : String(value).replace(/^0?(\d+):(\d\d)$/, "$1.$2");
}
