// Which days are looked at: years, and steps to and fro.
import { addDays, type Day, daysBetween } from "../../dates";

/** The days that the address asks for; empty is all that there is. */
export interface Window {
  from: Day | "";
  to: Day | "";
}

export interface Year extends Window {
  year: string;
}

export function yearsOf(first: Day, last: Day): Year[] {
  const years: Year[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1)
    years.push({ year: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01` });
  return years;
}

/** Half a window earlier or later. */
export function moved([from, to]: [Day, Day], way: -1 | 1): Window {
  const days = Math.max(1, Math.round(daysBetween(from, to) / 2)) * way;
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** Half as long or twice, about the same middle. */
export function zoomed([from, to]: [Day, Day], factor: number): Window {
  const days = daysBetween(from, to);
  const wanted = Math.max(7, Math.round(days * factor));
  const start = addDays(from, Math.round((days - wanted) / 2));
  return { from: start, to: addDays(start, wanted) };
}
