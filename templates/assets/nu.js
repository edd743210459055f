/* What is next, by the reader's clock in the Netherlands, however old the build is.

   Without this script a page shows absolute dates and the day on which it was built; all that
   happens here is hiding what is past and saying "vandaag" and "morgen". Hooks in the templates:

   <p data-coming="{{ activity.coming }}">              eight weeks of "2026-11-24T10:00/12:00 7 7!":
     <b data-next-day>dinsdag 24 november</b>           dates, a cancelled one with "!". Gets "nu",
     <span data-next-time>van 10.00 tot 12.00 uur</span>  "vandaag", "morgen" or the date; the time;
     <span data-next-note hidden></span>                and, optional, "vandaag gaat het niet door".
   </p>
   <li data-weekdays="dinsdag zondag">                  What is next in here is next on one of those days.
   <ol data-soonest>…</ol>                              What holds a [data-coming] each: the soonest first.
   <p data-next-remark>…</p>                            What only holds for the next one: emptied, or
                                                        filled from the [data-remark] of its item.
   <ul data-occurrences>                                A list of dates: an item is hidden when its
     <li><time data-start="{{ when.start }}"            end (or, without one, its start) is past.
               data-end="{{ when.end }}">…</time>       Inside an item or a day, [data-relative]
         <b data-relative></b></li>                     gets "vandaag" or "morgen", else nothing.
   </ul>
   <section data-day="2026-11-24">…</section>           A day of the agenda: hidden when it is past.
   <div data-today="agenda/" data-days="2">             The days from today on. A day that is not
     <section data-day>…</section>                      inside is taken from agenda/2026-11-24/;
   </div>                                               eight weeks of days have such a page.
   <body data-built="2026-11-24">                       From eight weeks after that day on
   <p data-stale hidden>…bel…</p>                       the notice with the phone number shows.
*/

const WALL = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
const CLOCK = new Intl.DateTimeFormat("sv-SE", { ...WALL, hourCycle: "h23", timeZone: "Europe/Amsterdam" });
const DAY = new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat("nl-NL", { weekday: "long", timeZone: "UTC" });
const STALE_DAYS = 56;
const WITHOUT_END = 2; // hours that an occurrence counts when nobody said how long it takes

// The clock on the wall, whatever zone the device is in: "2026-11-24T09:59". Comparing text is comparing time.
const wallClock = (instant) => CLOCK.format(instant).replace(" ", "T");
const later = (day, days) => new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);
const relative = (day, today) => (day === today ? "vandaag" : day === later(today, 1) ? "morgen" : "");
const spoken = (clock) => clock.replace(/^0/, "").replace(":", ".");
const write = (element, text) => {
  if (element && element.textContent !== text) element.textContent = text;
  if (element) element.hidden = !text;
};

const ends = (start, end) => {
  const [day, clock] = start.split("T");
  if (!end) return `${day}T${String(Number(clock.slice(0, 2)) + WITHOUT_END).padStart(2, "0")}${clock.slice(2)}`;
  return `${end > clock ? day : later(day, 1)}T${end}`;
};

const occurrence = (text) => {
  const [start, end] = text.replace("!", "").split("/");
  return { start, end, until: ends(start, end), day: start.slice(0, 10), cancelled: text.endsWith("!") };
};

// "2026-11-24T10:00/12:00 7 7!" is three dates, the last one cancelled: after the first come days in between.
const spelledOut = (run) => {
  const [first, ...steps] = run.split(" ");
  let day = first.slice(0, 10);
  return [first, ...steps.map((step) => {
    day = later(day, parseInt(step, 10));
    return day + first.slice(10).replace("!", "") + (step.endsWith("!") ? "!" : "");
  })];
};

const upcoming = (coming, now) =>
  coming.split(",").filter(Boolean).flatMap(spelledOut).map(occurrence)
    .filter((one) => one.until > now)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));

// Who asked for a Tuesday sees when it is on a Tuesday, as long as there is one.
const onThose = (left, weekdays) => {
  const those = weekdays ? left.filter(({ day }) => weekdays.includes(WEEKDAY.format(Date.parse(day)))) : [];
  return those.length ? those : left;
};

const timeText = ({ start, end }) =>
  end ? `van ${spoken(start.slice(11))} tot ${spoken(end)} uur` : `om ${spoken(start.slice(11))} uur`;

// What is said of one date in the list of dates, such as another place.
const remarkOf = (start) =>
  document.querySelector(`[data-occurrences] [data-start^="${start}"]`)?.closest("li")?.querySelector("[data-remark]")?.textContent ?? "";

function showNext(element, now) {
  if (!element.dataset.coming) return;
  const today = now.slice(0, 10);
  const left = onThose(upcoming(element.dataset.coming, now), element.closest("[data-weekdays]")?.dataset.weekdays);
  const next = left.find((one) => !one.cancelled);
  const lost = left.find((one) => one.cancelled && relative(one.day, today) && !(next && next.day === one.day));
  const busy = next && next.start <= now;
  const [day, time, note] = ["day", "time", "note"].map((part) => element.querySelector(`[data-next-${part}]`));
  write(day, !next ? "bel even voor de volgende keer" : busy ? "nu" : relative(next.day, today) || DAY.format(Date.parse(next.day)));
  write(time, !next ? "" : busy && next.end ? `tot ${spoken(next.end)} uur` : timeText(next));
  write(note, lost ? `${relative(lost.day, today)} gaat het niet door` : "");
  write(element.parentElement.querySelector("[data-next-remark]"), next ? remarkOf(next.start) : "");
}

function showDates(list, now) {
  for (const time of list.querySelectorAll("[data-start]")) {
    const start = time.dataset.start.slice(0, 16);
    const until = time.dataset.end ? time.dataset.end.slice(0, 16) : ends(start, "");
    const item = time.closest("li, tr, article");
    if (item) item.hidden = until <= now;
    write(item?.querySelector("[data-relative]"), relative(start.slice(0, 10), now.slice(0, 10)));
  }
}

// "Wat het eerst is bovenaan" was true at the build; it stays true. Nobody's place is moved from under the finger.
function sortSoonest(list, now) {
  if (list.contains(document.activeElement)) return;
  const soonest = (item) => upcoming(item.querySelector("[data-coming]")?.dataset.coming ?? "", now).find((one) => !one.cancelled)?.start ?? "9";
  const items = [...list.children].map((item) => [soonest(item), item]);
  const sorted = [...items].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  if (sorted.some((pair, n) => pair !== items[n])) list.append(...sorted.map(([, item]) => item));
}

function showDay(section, today) {
  section.hidden = section.dataset.day < today;
  write(section.querySelector("[data-relative]"), relative(section.dataset.day, today));
}

async function fetchDay(folder, day) {
  const answer = await fetch(`${folder}${day}/`).catch(() => null);
  if (!answer?.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = page.querySelector(`[data-day="${day}"]`);
  for (const link of section?.querySelectorAll("[href]") ?? []) link.href = new URL(link.getAttribute("href"), answer.url);
  return section;
}

// An older build has no today on its home page; the page of that day has.
async function fillDays(box, today, last) {
  const { today: folder, days = 2, filled } = box.dataset;
  if (filled === today) return;
  box.dataset.filled = today;
  const wanted = Array.from({ length: Number(days) }, (_, n) => later(today, n));
  const missing = wanted.filter((day) => day <= last && !box.querySelector(`[data-day="${day}"]`));
  const sections = await Promise.all(missing.map((day) => fetchDay(folder, day)));
  box.append(...sections.filter(Boolean).map((section) => document.adoptNode(section)));
  if (missing.length) show();
}

export function show(instant = Date.now()) {
  const now = wallClock(instant);
  const today = now.slice(0, 10);
  document.querySelectorAll("[data-coming]").forEach((element) => showNext(element, now));
  document.querySelectorAll("[data-soonest]").forEach((list) => sortSoonest(list, now));
  document.querySelectorAll("[data-occurrences]").forEach((list) => showDates(list, now));
  document.querySelectorAll("[data-day]").forEach((section) => showDay(section, today));
  const built = document.querySelector("[data-built]")?.dataset.built ?? today;
  const last = later(built, STALE_DAYS - 1);
  document.querySelectorAll("[data-today]").forEach((box) => fillDays(box, today, last));
  document.querySelectorAll("[data-stale]").forEach((notice) => { notice.hidden = today <= last; });
}

show();
setInterval(() => show(), 60_000);
document.addEventListener("visibilitychange", () => show());
