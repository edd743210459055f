// Expands calendars with ical.js: {"path": "ical.js' own path", "calendars": [text], "from": "2026-11-24", "until": "..."} on stdin.
// Answers, per calendar, "start end status" of every occurrence in that span, in UTC, sorted.
import { readFileSync } from "node:fs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { default: ICAL } = await import(asked.path);

const stamp = (time) => time.toJSDate().toISOString().slice(0, 16);

function occurrences(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  const exceptions = events.filter((event) => event.isRecurrenceException());
  const found = [];
  const add = (start, end, status) => found.push(`${stamp(start)} ${stamp(end)} ${status}`);
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    if (!event.isRecurring()) {
      add(event.startDate, event.endDate, event.component.getFirstPropertyValue("status"));
      continue;
    }
    exceptions.filter((one) => one.uid === event.uid).forEach((one) => event.relateException(one));
    const steps = event.iterator();
    for (let next = steps.next(); next && next.toString() < asked.until; next = steps.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      add(startDate, endDate, item.component.getFirstPropertyValue("status"));
    }
  }
  ICAL.TimezoneService.reset();
  return found.filter((line) => line >= asked.from && line < asked.until).sort();
}

console.log(JSON.stringify(asked.calendars.map(occurrences)));
