// What a history says, as the lanes, marks and spans that are drawn of it. No law is decided here: whatever two intervals differ in is read off
// the API's answers.
import type { Schemas } from "../../api/client";
import { addDays, type Day, firstDay, lastDay } from "../../dates";
import { statusOf } from "../../law/answer";
import { plain, type Tone, verdict } from "../../words";

export type History = Schemas["History"];
export type Interval = Schemas["HistoryInterval"];
export type Leg = Interval["legs"][number];
export type Titled = Schemas["Titled"];

/** The chip by its name, and as it was asked for. */
export function chipName({ matched, question }: History): string {
  return matched.chip?.name ?? question.chip;
}
export function chipAsked({ matched, question }: History): string {
  return matched.chip?.text ?? question.chip;
}

/** What a leg said for a while, whatever its grounds were. */
export interface Band {
  from: Day;
  until: Day | null;
  status: string;
  tone: Tone;
  /** The status, then how applications are reviewed or which exception there is. */
  words: string[];
  /** From when until when in all, where the band is only the verified part of it or the rest. */
  whole: { from: Day; until: Day | null };
  /** After the day through which all rulings were verified. */
  projected: boolean;
  /** Before this data set begins. */
  uncovered: boolean;
}

export interface Lane {
  side: "export" | "import";
  jurisdiction: string;
  bands: Band[];
}

/** How much changed on a day: the outcome itself, what a leg says, or only on what it rests. */
export type Weight = "flip" | "terms" | "grounds";

export interface Change {
  day: Day;
  weight: Weight;
  before: Interval;
  after: Interval;
}

export function legWords(leg: Leg): string[] {
  if (leg.side === "export" && leg.domestic) return ["Within one jurisdiction: no export"];
  const status = statusOf(leg);
  const could = status === "unknown" ? [`could be ${leg.possible.map(plain).join(" or ")}`] : [];
  const exception = leg.side === "export" && leg.exception ? [leg.exception.name] : [];
  return [verdict(status).words, ...exception, ...policyWords(leg.policy), ...could];
}

function policyWords(policy: string | null): string[] {
  return policy ? [plain(policy)] : [];
}

function sameLeg(leg: Leg): (other: Leg) => boolean {
  return (other) => other.side === leg.side && other.jurisdiction === leg.jurisdiction;
}

/** All that one sees of a leg without asking for its grounds. */
function look(leg: Leg): string {
  return [statusOf(leg), ...legWords(leg)].join("|");
}

/** Before the data set begins nothing is known of a leg, whatever its status by default. */
function bandOf(interval: Interval, leg: Leg): Band {
  const { from, until, projected, before_coverage: uncovered } = interval;
  const status = uncovered ? "unknown" : statusOf(leg);
  const words = uncovered ? ["Before this data set begins"] : legWords(leg);
  const { tone } = verdict(status);
  return { from, until, whole: { from, until }, status, tone, words, projected, uncovered };
}

function sameBand(a: Band, b: Band): boolean {
  return a.status === b.status && a.words.join("|") === b.words.join("|") && a.uncovered === b.uncovered;
}

/** A band that goes on after the day through which all was verified is projected from the day after. */
function split(band: Band, verified: Day | null): Band[] {
  if (verified === null) return [band];
  const projectedFrom = addDays(verified, 1);
  if (band.from >= projectedFrom) return [{ ...band, projected: true }];
  if (band.until !== null && band.until <= projectedFrom) return [band];
  return [
    { ...band, until: projectedFrom },
    { ...band, from: projectedFrom, projected: true },
  ];
}

function laneOf(history: History, leg: Leg): Lane {
  const bands: Band[] = [];
  for (const interval of history.intervals) {
    const found = interval.legs.find(sameLeg(leg));
    if (!found) continue;
    const band = bandOf(interval, found);
    const last = bands.at(-1);
    if (last && last.until === band.from && sameBand(last, band)) {
      last.until = band.until;
      last.whole.until = band.until;
    } else bands.push(band);
  }
  const verified = history.currency.verified_through;
  return {
    side: leg.side,
    jurisdiction: leg.jurisdiction,
    bands: bands.flatMap((band) => split(band, verified)),
  };
}

/** One lane for each leg there ever is, exports first. */
export function lanesOf(history: History): Lane[] {
  const legs: Leg[] = [];
  for (const leg of history.intervals.flatMap((interval) => interval.legs)) {
    if (!legs.some(sameLeg(leg))) legs.push(leg);
  }
  legs.sort((a, b) => Number(a.side === "import") - Number(b.side === "import"));
  return legs.map((leg) => laneOf(history, leg));
}

function weigh(before: Interval, after: Interval): Weight {
  if (before.outcome !== after.outcome) return "flip";
  const looks = (interval: Interval) => interval.legs.map(look).join("/");
  return looks(before) === looks(after) ? "grounds" : "terms";
}

/** Every day on which the answer is another than the day before. That the data set begins is no change of the law. */
export function changesOf(history: History): Change[] {
  return history.intervals.slice(1).flatMap((after, i) => {
    const before = history.intervals[i] as Interval;
    if (before.before_coverage) return [];
    return [{ day: after.from, weight: weigh(before, after), before, after }];
  });
}

/** What a change is, said. */
export function changeWords({ weight, before, after }: Change): string {
  if (weight === "flip")
    return `${verdict(before.outcome).words} became ${verdict(after.outcome).words.toLowerCase()}`;
  if (weight === "grounds") return "The same answer on other grounds";
  const changed = after.legs.filter((leg) => {
    const earlier = before.legs.find(sameLeg(leg));
    return !earlier || look(earlier) !== look(leg);
  });
  return changed.map((leg) => `${sideWords(leg)}: ${legWords(leg).join(", ").toLowerCase()}`).join("; ");
}

export function sideWords({ side, jurisdiction }: { side: string; jurisdiction: string }): string {
  return side === "import" ? `Import into ${jurisdiction}` : `Export under ${jurisdiction} law`;
}

export function eventsOf(history: History): Interval["events"] {
  return history.intervals.flatMap((interval) => interval.events);
}

/** The days to draw: those asked for, or until a while after the last that is known of. */
export function extent(histories: History[], known: Day[], today: Day): [Day, Day] {
  const from = firstDay(today, ...histories.map(({ question }) => question.from));
  const ends = histories.map(({ question }) => question.to);
  const last = histories.flatMap(({ intervals }) => intervals.map((interval) => interval.from));
  const open = lastDay(today, ...known, ...last);
  const end = ends[0] ?? addDays(open, 45);
  return [from, end > from ? end : addDays(from, 1)];
}
