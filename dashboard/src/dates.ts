// Days are "YYYY-MM-DD", in UTC, and compare as text.

export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(new Date(text)) === text;
}

/** A date field tells of every figure of a year as it is typed: 0002, 0020, 0202. */
export function halfTyped(day: string): boolean {
  return day.startsWith("0");
}

export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** Today in UTC: the day that the API takes when none is named. */
export function today(): Day {
  return dayOf(new Date());
}

export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(day) + days * MS_PER_DAY));
}

/** From one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

const SPOKEN = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** As people write it: November 17, 2023. A year or a month that stands alone stays as it is. */
export function spoken(day: Day): string {
  return isDay(day) ? SPOKEN.format(new Date(day)) : day;
}

/** The earlier of two, null being never. */
export function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

/** The earliest and the latest of days. */
export function firstDay(first: Day, ...others: Day[]): Day {
  return [first, ...others].sort()[0] ?? first;
}
export function lastDay(first: Day, ...others: Day[]): Day {
  return [first, ...others].sort().at(-1) ?? first;
}

/** An instant for reading: 2026-11-23 00:00 UTC. */
export function instant(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/, "$1 $2 UTC");
}
