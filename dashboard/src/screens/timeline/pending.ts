// What was announced or proposed and never was law, what was made and waited for its day, and what lapsed by the calendar alone.
import type { Schemas } from "../../api/client";
import { type Day, earlier, firstDay, lastDay } from "../../dates";
import { chipName, type History } from "./model";

/** Of a ruling, what is asked for here. */
export type Brief = Pick<
  Required<Schemas["RulingFields"]>,
  | "id"
  | "title"
  | "jurisdiction"
  | "standing"
  | "announced_on"
  | "effective_from"
  | "effective_until"
  | "suspends"
  | "provisions"
>;
export const BRIEF =
  "id,title,jurisdiction,standing,announced_on,effective_from,effective_until,suspends,provisions";

export interface Span {
  id: string;
  title: string;
  standing: "announced" | "proposed" | "scheduled";
  from: Day;
  until: Day | null;
  /** The names of the chips that it bears on. */
  chips: string[];
}

export interface Notch {
  day: Day;
  jurisdiction: string;
  rulings: { id: string; title: string; verified: Day }[];
}

function endOf(ruling: Brief): Day | null {
  const ends = ruling.provisions.map((provision) => provision.effective_until ?? ruling.effective_until);
  if (ends.length === 0) return ruling.effective_until;
  const known = ends.filter((end) => end !== null);
  return known[0] !== undefined && known.length === ends.length ? lastDay(known[0], ...known) : null;
}

/** The day from which the ruling may be pending: when it was made known, else its own beginning. */
export function knownFrom(ruling: Brief): Day | null {
  if (ruling.announced_on) return ruling.announced_on;
  return ruling.provisions.reduce<Day | null>(
    (least, provision) => earlier(least, provision.effective_from),
    ruling.effective_from,
  );
}

export interface PendingQuery {
  ruling: Brief;
  day: Day;
  chip: string;
}

/** For each ruling that is no law, and each chip, the question that tells whether the one bears on the other. */
export function pendingQueries(rulings: Brief[], histories: History[]): PendingQuery[] {
  return rulings.flatMap((ruling) => {
    const day = knownFrom(ruling);
    if (day === null) return [];
    return histories.map(({ question }) => ({ ruling, day, chip: question.chip }));
  });
}

/** The spans of those that the decisions, one for each query, list as pending. */
export function pendingSpans(
  queries: PendingQuery[],
  decisions: (Pick<Schemas["Decision"], "pending"> | undefined)[],
  nameOf: (chip: string) => string,
): Span[] {
  const spans = new Map<string, Span>();
  queries.forEach(({ ruling, day, chip }, i) => {
    if (!decisions[i]?.pending.some((pending) => pending.id === ruling.id)) return;
    const { id, title } = ruling;
    const standing = ruling.standing === "announced" ? "announced" : "proposed";
    const span = spans.get(id) ?? { id, title, standing, from: day, until: endOf(ruling), chips: [] };
    span.chips.push(nameOf(chip));
    spans.set(id, span);
  });
  return [...spans.values()];
}

/** Of what changed an answer on its first day, the time between its announcement and that day. */
export function scheduledSpans(histories: History[], rulings: Brief[]): Span[] {
  const spans = new Map<string, Span>();
  for (const history of histories) {
    for (const interval of history.intervals) {
      for (const { id } of interval.changed_by) {
        const ruling = rulings.find((one) => one.id === id);
        const begins = ruling?.provisions.some(
          (provision) => (provision.effective_from ?? ruling.effective_from) === interval.from,
        );
        if (!ruling?.announced_on || !begins || ruling.announced_on >= interval.from) continue;
        const key = `${id} ${interval.from}`;
        const { title, announced_on: from } = ruling;
        const span = spans.get(key) ?? {
          id,
          title,
          standing: "scheduled",
          from,
          until: interval.from,
          chips: [],
        };
        span.chips.push(chipName(history));
        spans.set(key, span);
      }
    }
  }
  return [...spans.values()];
}

type Lapsed = History["currency"]["lapsed_unverified"][number];

/** When it lapsed: its own end, or that of a suspension of it which is over. */
function lapsedOn(lapsed: Lapsed, rulings: Brief[]): Day | null {
  const ruling = rulings.find((one) => one.id === lapsed.id);
  if (!ruling) return null;
  const ends = ruling.provisions
    .filter((provision) => lapsed.provisions.includes(provision.id))
    .map((provision) => provision.effective_until ?? ruling.effective_until)
    .filter((end) => end !== null);
  if (ends[0] !== undefined) return firstDay(ends[0], ...ends);
  const suspensions = rulings.filter((one) =>
    one.provisions.some((provision) =>
      provision.targets.some((target) => target === lapsed.id || lapsed.provisions.includes(target)),
    ),
  );
  return suspensions.map(endOf).reduce<Day | null>(earlier, null);
}

/** One notch for a day and a jurisdiction, with all that lapsed. */
export function notches(history: History, rulings: Brief[]): Notch[] {
  const found = new Map<string, Notch>();
  for (const lapsed of history.currency.lapsed_unverified) {
    const day = lapsedOn(lapsed, rulings);
    const jurisdiction = rulings.find((one) => one.id === lapsed.id)?.jurisdiction;
    if (day === null || jurisdiction === undefined) continue;
    const key = `${day} ${jurisdiction}`;
    const notch = found.get(key) ?? { day, jurisdiction, rulings: [] };
    notch.rulings.push({ id: lapsed.id, title: lapsed.title, verified: lapsed.verified_through });
    found.set(key, notch);
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
