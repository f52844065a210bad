// The days on which an answer changed, and where a day lies among them.
import type { Schemas } from "../../api/client";
import type { Day } from "../../dates";
import { statusOf } from "../../law/answer";
import { plain } from "../../words";

export type Interval = Schemas["HistoryInterval"];
type Leg = Schemas["Leg"];

export interface Flip {
  date: Day;
  outcome: Interval["outcome"];
  /** Whether the outcome itself is another than before. */
  turned: boolean;
  words: string;
  by: Schemas["Titled"][];
  projected: boolean;
}

export interface Standing {
  /** Of the answer on the day asked for; null before the history begins. */
  current: Interval | null;
  previous: Flip | null;
  next: Flip | null;
  flips: Flip[];
  begins: Day | null;
}

function named(value: string | null | undefined): string {
  return value ? plain(value) : "none";
}

function legTurn(before: Leg, after: Leg, many: boolean): string[] {
  const whose = many ? `${after.jurisdiction} ${after.side}` : after.side;
  const turns: string[] = [];
  const [was, is] = [statusOf(before), statusOf(after)];
  if (was !== is) turns.push(`${whose}: ${plain(was)} → ${plain(is)}`);
  if (before.policy !== after.policy)
    turns.push(`${whose} review policy: ${named(before.policy)} → ${named(after.policy)}`);
  if (before.side === "import" || after.side === "import") return turns;
  if (before.eccn !== after.eccn)
    turns.push(`ECCN under ${after.jurisdiction}: ${before.eccn ?? "none"} → ${after.eccn ?? "none"}`);
  if (was === is && before.exception?.name !== after.exception?.name)
    turns.push(`exception: ${before.exception?.name ?? "none"} → ${after.exception?.name ?? "none"}`);
  return turns;
}

/** What changed from one interval to the next, in words. */
export function turnOf(before: Interval, after: Interval): string {
  const many = after.legs.filter((leg) => leg.side === "export").length > 1;
  const turns = after.legs.flatMap((leg) => {
    const was = before.legs.find((old) => old.side === leg.side && old.jurisdiction === leg.jurisdiction);
    return was ? legTurn(was, leg, many) : [`${leg.jurisdiction} ${leg.side}: ${plain(statusOf(leg))}`];
  });
  return turns.length > 0 ? turns.join("; ") : "other grounds or conditions";
}

function flipOf(before: Interval | undefined, after: Interval): Flip {
  return {
    date: after.from,
    outcome: after.outcome,
    turned: before?.outcome !== after.outcome,
    words: before ? turnOf(before, after) : `the data begins: ${plain(after.outcome)}`,
    by: after.changed_by,
    projected: after.projected,
  };
}

/** Where `date` lies in a history. The day on which an interval begins is a flip, but for the first: there only the record begins. */
export function standing(intervals: readonly Interval[], date: Day): Standing {
  const flips = intervals.map((interval, i) => flipOf(intervals[i - 1], interval));
  const [first] = intervals;
  const real = flips.slice(1);
  return {
    current: intervals.filter((interval) => interval.from <= date).at(-1) ?? null,
    previous: real.filter((flip) => flip.date < date).at(-1) ?? null,
    next: (first && date < first.from ? flips : real).find((flip) => flip.date > date) ?? null,
    flips: real,
    begins: first?.from ?? null,
  };
}
