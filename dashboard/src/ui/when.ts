// Days as they are known: to the day, the month or the year.
import { spoken } from "../dates";

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** A date as exactly as it is known, and no more: "in April 2025" for one that is known to the month. */
export function dated(date: string, precision: string): string {
  if (precision === "year") return date.slice(0, 4);
  if (precision === "month") return monthOf(date);
  return spoken(date);
}

/** The month that a date lies in, in words; the year where that is all there is. */
export function monthOf(date: string): string {
  const month = date.slice(0, 7);
  return month.length === 7 ? MONTH.format(new Date(`${month}-01`)) : date.slice(0, 4);
}

/** Items in their order, with those that follow each other under the same heading together. */
export function grouped<T>(
  items: readonly T[],
  heading: (item: T) => string,
): { name: string; items: T[] }[] {
  const groups: { name: string; items: T[] }[] = [];
  for (const item of items) {
    const name = heading(item);
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ name, items: [item] });
  }
  return groups;
}
