// A history as bands: neighbours with the same outcome are one, and each change of outcome is a flip.
import type { Schemas } from "../../api/client";
import { type Day, daysBetween } from "../../dates";

type Interval = Pick<Schemas["HistoryInterval"], "from" | "until" | "outcome" | "projected" | "changed_by">;

export interface Band {
  from: Day;
  until: Day;
  outcome: string;
  /** It begins after the last day to which the data was checked. */
  projected: boolean;
  changedBy: Schemas["Titled"][];
}

/** `end` is where an open interval stops being drawn. */
export function bandsOf(intervals: readonly Interval[], end: Day): Band[] {
  const bands: Band[] = [];
  for (const { from, until, outcome, projected, changed_by } of intervals) {
    if (from >= end) continue;
    const stop = until && until < end ? until : end;
    const last = bands.at(-1);
    if (last && last.outcome === outcome && last.projected === projected) last.until = stop;
    else bands.push({ from, until: stop, outcome, projected, changedBy: changed_by });
  }
  return bands;
}

/** Where a day lies between two others, from 0 to 1. */
export function share(day: Day, from: Day, to: Day): number {
  const length = daysBetween(from, to);
  return length > 0 ? daysBetween(from, day) / length : 0;
}

/** The first sentence of a text: up to a full stop before a capital. */
export function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s+[A-Z])/s.exec(text)?.[0] ?? text;
}
