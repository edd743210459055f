/* The ways to send what was filled in: the municipality's own post, mail, the repository, a download, the
   clipboard. Nothing is sent here: every way is a link or a button that somebody follows. */

const MAIL_LIMIT = 1800;
const ADDRESS_LIMIT = 6000;
const find = (selector) => document.querySelector(selector);

/* `title` and `told`, a sentence or nothing, are what a mail says besides the file; only what `isNew` can be
   proposed as a new file. */
export function showWays({folder, slug, file, sender, title, told, isNew}) {
  const path = `partners/${folder}/${slug}.yaml`;
  find("[data-ready-path]").textContent = path;
  find("[data-ready-file]").textContent = file;
  byPost({bestand: path, inhoud: file, afzender: sender});
  byMail(path, file, sender, title, told);
  byProposal(folder, slug, file, isNew);
  byDownload(`${slug}.yaml`, file);
  find("[data-exit-copy]").onclick = () => copy(`Bestand: ${path}\n\n${file}`);
  find("[data-exit-said]").textContent = "";
}

function byPost(values) {
  const {elements} = find("[data-exit-post]") ?? {};
  for (const [name, value] of elements ? Object.entries(values) : []) elements[name].value = value;
}

/* A mail with the file in it; a long file goes by way of the clipboard, as mail programs cut links. What is
   `told` in a sentence stands in the mail in any case. */
function byMail(path, file, sender, title, told) {
  const link = find("[data-exit-mail]");
  const address = link.href.split("?")[0];
  const signed = sender ? `\n\nBereikbaar: ${sender}` : "";
  const opening = told ? `${told}\n\n` : "";
  const body = encodeURIComponent(`${opening}Bestand: ${path}\n\n${file}${signed}`);
  const fits = body.length <= MAIL_LIMIT;
  const short = encodeURIComponent(`${opening}Bestand: ${path}\n\n(plak hier de tekst: die is gekopieerd)${signed}`);
  const subject = encodeURIComponent(`Voor de gids: ${title}`);
  link.href = `${address}?subject=${subject}&body=${fits ? body : short}`;
  link.onclick = fits ? null : () => copy(file);
}

function byProposal(folder, slug, file, isNew) {
  const link = find("[data-exit-file]");
  if (!link) return;
  link.hidden = !isNew; // a new file cannot take the place of one that is there
  link.dataset.pattern ??= link.getAttribute("href");
  const values = {map: `partners/${folder}`, bestand: `${slug}.yaml`, inhoud: file};
  const filled = (known) => link.dataset.pattern.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(known[name] ?? ""));
  const fits = filled(values).length <= ADDRESS_LIMIT;
  link.href = filled(fits ? values : {...values, inhoud: "# Plak hier de tekst: die is gekopieerd."});
  link.onclick = fits ? null : () => copy(file);
}

function byDownload(name, file) {
  const link = find("[data-exit-download]");
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([file], {type: "application/yaml"}));
  link.download = name;
}

async function copy(text) {
  const said = find("[data-exit-said]");
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "De tekst is gekopieerd. U kunt hem nu ergens plakken.";
  } catch {
    find("[data-ready] details").open = true;
    getSelection().selectAllChildren(find("[data-ready-file]"));
    said.textContent = "De tekst staat hieronder geselecteerd. Kopieer hem met Ctrl en C.";
  }
}
