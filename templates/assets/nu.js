/* What is next, by the reader's clock in the Netherlands, however old the build is.

   Without this script a page shows absolute dates and the day on which it was built; all that
   happens here is hiding what is past and saying "vandaag" and "morgen". Hooks in the templates:

   <p data-coming="{{ activity.coming }}">              eight weeks of "2026-11-24T10:00/12:00@0 7 7!":
     <b data-next-day>dinsdag 24 november</b>           dates, at place 0, a cancelled one with "!". Gets
     <span data-next-time>van 10.00 tot 12.00 uur</span>  "nu", "vandaag", "morgen" or the date; the time;
     <span data-next-note hidden></span>                and, optional, "vandaag gaat het niet door".
   </p>
   <span data-next-place="Plein1" data-places="…|…">    Where that is: the usual place, or number 0.
   <li data-weekdays="dinsdag zondag">                  What is next in here is next on one of those days.
   <ol data-soonest>…</ol>                              What holds a [data-coming] each: the soonest first.
   <p data-next-remark="2026-11-24T10:00">…</p>         What only holds for the next one, here that of
                                                        then: emptied, or the [data-remark] of its item.
   <ul data-occurrences>                                A list of dates: an item is hidden when its
     <li><time datetime="{{ when.start }}"              end (or, without one, its start) is past.
               data-end="12:00">…</time>                Inside an item or a day, [data-relative]
         <b data-relative></b></li>                     gets "vandaag" or "morgen", else nothing.
   </ul>
   <section data-day="2026-11-24">…</section>           A day of the agenda: hidden when it is past. So is
   <details data-week>…</details>                       a week of which all days are; that of today opens.
   <p data-past="2026-11-24" hidden>…</p>               Shows when that day is past.
   <li><a data-step="2026-11-24">                       The way to a day: hidden when that is past.
   <div data-today="agenda/" data-days="2">             The days from today on. A day that is not
     <section data-day>…</section>                      inside is taken from agenda/2026-11-24/;
   </div>                                               eight weeks of days have such a page. "days"
                                                        is the event that says they came.
   <g data-bloom="81">                                  A flower: a bit per day on which it goes on.
   <body data-built="2026-11-24">                       From eight weeks after that day on
   <p data-stale hidden>…bel…</p>                       the notice with the phone number shows.
*/

const WALL = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
const CLOCK = new Intl.DateTimeFormat("sv-SE", { ...WALL, hourCycle: "h23", timeZone: "Europe/Amsterdam" });
const DATE = { weekday: "long", day: "numeric", month: "long" };

// Words for dates are slow to make, and most pages need few of them: made at the first use.
const wording = (make) => {
  let made;
  return { format: (value) => (made ??= make()).format(value) };
};
const dutch = (options) => wording(() => new Intl.DateTimeFormat("nl-NL", { ...options, timeZone: "UTC" }));
const DAY = dutch(DATE);
const DAY_LONG = dutch({ ...DATE, year: "numeric" });
const WEEKDAY = dutch({ weekday: "long" });
const LIST = wording(() => new Intl.ListFormat("nl-NL"));
const FAR_DAYS = 182; // from here on a date needs its year, as gids/views.py
const STALE_DAYS = 56;
const WITHOUT_END = 2; // hours that an occurrence counts when nobody said how long it takes

// The clock on the wall, whatever zone the device is in: "2026-11-24T09:59". Comparing text is comparing time.
const wallClock = (instant) => CLOCK.format(instant).replace(" ", "T");
const later = (day, days) => new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);
const daysTo = (day, today) => Math.round((Date.parse(day) - Date.parse(today)) / 864e5);
const relative = (day, today) => (day === today ? "vandaag" : day === later(today, 1) ? "morgen" : "");
const named = (day, today) => relative(day, today) || (daysTo(day, today) > FAR_DAYS ? DAY_LONG : DAY).format(Date.parse(day));
const spoken = (clock) => clock.replace(/^0/, "").replace(":", ".");
const spokenEnd = (clock) => (clock === "00:00" ? "24.00" : spoken(clock));
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
  const [start, rest] = text.replace("!", "").split("/");
  const [end, place] = rest.split("@");
  return { start, end, place, until: ends(start, end), day: start.slice(0, 10), cancelled: text.endsWith("!") };
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

// A long list asks for the same dates again and again; they are read once.
const dates = new Map();
const allDates = (coming) => {
  if (!dates.has(coming))
    dates.set(coming, coming.split(",").filter(Boolean).flatMap(spelledOut).map(occurrence)
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)));
  return dates.get(coming);
};
const upcoming = (coming, now) => allDates(coming).filter((one) => one.until > now);

// Who asked for a Tuesday sees when it is on a Tuesday, as long as there is one.
const onThose = (left, weekdays) => {
  const those = weekdays ? left.filter(({ day }) => weekdays.includes(WEEKDAY.format(Date.parse(day)))) : [];
  return those.length ? those : left;
};

const timeText = ({ start, end }) =>
  end ? `van ${spoken(start.slice(11))} tot ${spokenEnd(end)} uur` : `om ${spoken(start.slice(11))} uur`;

// What is said of one date in the list of dates, such as another place.
const remarkOf = (start) =>
  document.querySelector(`[data-occurrences] [datetime^="${start}"]`)?.closest("li")?.querySelector("[data-remark]")?.textContent ?? "";

// The days before the next time on which it does not go on.
const lostDays = (left, next) =>
  left
    .filter((one) => one.cancelled && (!next || (one.start < next.start && one.day !== next.day)))
    .map(({ day }) => day);

// What holds for the next time only: said by the build of the one that was next then, else in the list of dates.
function showRemark(element, next) {
  if (!element) return;
  element.dataset.said ??= element.textContent;
  const place = next?.place && `Plek: ${element.dataset.places.split("|")[next.place]}`;
  write(element, !next ? "" : next.start === element.dataset.nextRemark ? element.dataset.said : remarkOf(next.start) || place || "");
}

// Where it is next: at the usual place, or at one of the others.
function showPlace(element, next) {
  if (element && next) write(element, next.place ? element.dataset.places.split("|")[next.place] : element.dataset.nextPlace);
}

function showNext(element, now) {
  if (!element.dataset.coming) return;
  const today = now.slice(0, 10);
  const left = onThose(upcoming(element.dataset.coming, now), element.closest("[data-weekdays]")?.dataset.weekdays);
  const next = left.find((one) => !one.cancelled);
  const busy = next && next.start <= now;
  const lost = [...new Set(lostDays(left, next))].map((day) => named(day, today));
  const [day, time, note] = ["day", "time", "note"].map((part) => element.querySelector(`[data-next-${part}]`));
  write(day, !next ? "bel even voor de volgende keer" : busy ? "nu" : named(next.day, today));
  write(time, !next ? "" : !busy ? timeText(next) : next.end ? `tot ${spokenEnd(next.end)} uur` : `sinds ${spoken(next.start.slice(11))} uur`);
  write(note, lost.length ? `${LIST.format(lost)} gaat het niet door` : "");
  const plant = element.closest(".card")?.querySelector(".flora g");
  if (plant) unfold(plant, next ? Math.max(daysTo(next.day, today), 0) : Infinity);
  showPlace((element.closest("li") ?? element.parentElement).querySelector("[data-next-place]"), next);
  showRemark(element.parentElement.querySelector("[data-next-remark]"), next);
}

function showDates(list, now) {
  for (const time of list.querySelectorAll("time")) {
    const start = time.dateTime.slice(0, 16);
    const item = time.closest("li, tr, article");
    if (item) item.hidden = ends(start, time.dataset.end) <= now;
    write(item?.querySelector("[data-relative]"), relative(start.slice(0, 10), now.slice(0, 10)));
  }
}

// "Wat het eerst is bovenaan" was true at the build; it stays true. Nobody's place is moved from under the finger.
function sortSoonest(list, now) {
  if (list.contains(document.activeElement)) return;
  const left = (item) => onThose(upcoming(item.querySelector("[data-coming]")?.dataset.coming ?? "", now), item.dataset.weekdays);
  const soonest = (item) => left(item).find((one) => !one.cancelled)?.start ?? "9";
  const items = [...list.children].map((item) => [soonest(item), item]);
  const sorted = [...items].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  if (sorted.some((pair, n) => pair !== items[n])) list.append(...sorted.map(([, item]) => item));
}

// Flowers open and close with the days: today, within a week, later. See FlowerShape in gids/directory.py.
function unfold(plant, days) {
  const head = plant.lastElementChild;
  const drawing = head.getAttribute("href").replace(/\w+$/, days === 0 ? "bloei" : days < 7 ? "halfopen" : "knop");
  if (head.getAttribute("href") !== drawing && document.querySelector(drawing)) head.setAttribute("href", drawing);
}

function bloom(plant, passed) {
  let days = BigInt(`0x${plant.dataset.bloom}`) >> BigInt(Math.min(Math.max(passed, 0), 64));
  let next = 0;
  for (; days && !(days & 1n); days >>= 1n) next += 1;
  unfold(plant, days ? next : Infinity);
}

function showDay(section, today) {
  section.hidden = section.dataset.day < today;
  write(section.querySelector("[data-relative]"), relative(section.dataset.day, today));
}

// A week that is over goes; the one of today is open, once, for the reader may close it.
function showWeek(week, today) {
  const days = [...week.querySelectorAll("[data-day]")];
  week.hidden = days.every((day) => day.hidden);
  if (week.dataset.week === today || !days.some((day) => day.dataset.day === today)) return;
  week.dataset.week = today;
  if (week.matches("details")) week.open = true;
}

function showStep(link, today) {
  link.closest("li").hidden = link.dataset.step < today;
  if (link.dataset.step === today) link.setAttribute("aria-current", "date");
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
  const week = box.querySelector("[data-week]")?.cloneNode() ?? box;
  week.append(...sections.filter(Boolean).map((section) => document.adoptNode(section)));
  if (week !== box && week.hasChildNodes()) box.append(week);
  if (missing.length) show();
  if (missing.length) box.dispatchEvent(new Event("days", { bubbles: true }));
}

/* The dates that are still to come of a [data-coming], in full: for paper. */
export const comingUp = (coming) => {
  const now = wallClock(Date.now());
  const spelled = (one) => (daysTo(one.day, now.slice(0, 10)) > FAR_DAYS ? DAY_LONG : DAY).format(Date.parse(one.day));
  return upcoming(coming, now).filter((one) => !one.cancelled).map((one) => `${spelled(one)} ${timeText(one)}`);
};

export function show(instant = Date.now()) {
  const now = wallClock(instant);
  const today = now.slice(0, 10);
  document.querySelectorAll("[data-coming]").forEach((element) => showNext(element, now));
  document.querySelectorAll("[data-soonest]").forEach((list) => sortSoonest(list, now));
  document.querySelectorAll("[data-occurrences]").forEach((list) => showDates(list, now));
  document.querySelectorAll("[data-day]").forEach((section) => showDay(section, today));
  document.querySelectorAll("[data-past]").forEach((notice) => { notice.hidden = notice.dataset.past >= today; });
  document.querySelectorAll("[data-week]").forEach((week) => showWeek(week, today));
  document.querySelectorAll("[data-step]").forEach((link) => showStep(link, today));
  const built = document.querySelector("[data-built]")?.dataset.built ?? today;
  document.querySelectorAll("[data-bloom]").forEach((plant) => bloom(plant, daysTo(today, built)));
  const last = later(built, STALE_DAYS - 1);
  document.querySelectorAll("[data-today]").forEach((box) => fillDays(box, today, last));
  document.querySelectorAll("[data-stale]").forEach((notice) => { notice.hidden = today <= last; });
}

show();
setInterval(() => show(), 60_000);
document.addEventListener("visibilitychange", () => show());
