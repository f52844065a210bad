// A diff as people read it: by what made the difference, and under that by how the answer moved, with the chips and destinations that share a
// move folded together. Every pair of chip and destination is counted in one place only, so that the parts add up to the total.
import type { Schemas } from "../../api/client";
import { OUTCOMES } from "../../words";
import type { Aspect } from "./ask";

export type Item = Schemas["DiffItem"];
type Verdict = Schemas["Verdict"];

/** What is shown of an answer: its outcome with what belongs to it, and what else counts as changed. */
export interface Side {
  outcome: string;
  /** The outcomes that are possible, where that is more than one. */
  possible: string[];
  policy: string | null;
  exception: string | null;
  /** Undefined where it is the same on both sides, and so not what is being told. */
  eccn?: string | null;
  import?: string[];
}

/** The chips that share all of a move and all its destinations. */
export interface Parcel {
  chips: Schemas["Named"][];
  destinations: string[];
}

export interface Move {
  key: string;
  before: Side | null;
  after: Side | null;
  changed: Aspect[];
  parcels: Parcel[];
  pairs: number;
}

export interface Cause {
  key: string;
  rulings: Schemas["Titled"][];
  also: string[];
  pairs: number;
  moves: Move[];
}

function sideOf(verdict: Verdict | null, changed: readonly Aspect[]): Side | null {
  if (!verdict) return null;
  return {
    outcome: verdict.outcome,
    possible: verdict.possible.length > 1 ? verdict.possible : [],
    policy: verdict.policy,
    exception: verdict.exception,
    ...(changed.includes("eccn") && { eccn: verdict.eccn }),
    ...(changed.includes("import") && { import: verdict.import_possible }),
  };
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Unique pairs first by number, then as the API had them. */
function most<T extends { pairs: number }>(things: Iterable<T>): T[] {
  return [...things].sort((a, b) => b.pairs - a.pairs);
}

function movesOf(items: readonly Item[]): Move[] {
  const moves = new Map<string, Move & { byPlaces: Map<string, Parcel> }>();
  for (const item of items) {
    const { changed, destinations } = item;
    const before = sideOf(item.before, changed);
    const after = sideOf(item.after, changed);
    const key = JSON.stringify([before, after, changed]);
    const move = entry(moves, key, () => ({
      key,
      before,
      after,
      changed,
      parcels: [],
      pairs: 0,
      byPlaces: new Map(),
    }));
    entry(move.byPlaces, destinations.join(), () => ({ chips: [], destinations })).chips.push(item.chip);
    move.pairs += destinations.length;
  }
  return most(moves.values()).map(({ byPlaces, ...move }) => ({
    ...move,
    parcels: [...byPlaces.values()].sort((a, b) => parcelPairs(b) - parcelPairs(a)),
  }));
}

export function parcelPairs(parcel: Parcel): number {
  return parcel.chips.length * parcel.destinations.length;
}

/** By the rulings that made the difference together; without any, by what else did. */
export function causesOf(items: readonly Item[]): Cause[] {
  const causes = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.changed_by.map((ruling) => ruling.id), item.also_changed]);
    entry(causes, key, () => []).push(item);
  }
  const shaped = [...causes].map(([key, own]) => ({
    key,
    rulings: own[0]?.changed_by ?? [],
    also: own[0]?.also_changed ?? [],
    pairs: pairsOf(own),
    moves: movesOf(own),
  }));
  return most(shaped);
}

export function pairsOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.destinations.length, 0);
}

export function rulingsOf(items: readonly Item[]): Schemas["Titled"][] {
  const known = new Map(items.flatMap((item) => item.changed_by).map((ruling) => [ruling.id, ruling]));
  return [...known.values()];
}

export interface Turn {
  before: string | null;
  after: string | null;
  pairs: number;
}

/** How often each outcome became each other; null is a chip or a place that was not recorded. */
export function turnsOf(items: readonly Item[]): Turn[] {
  const turns = new Map<string, Turn>();
  for (const item of items) {
    const before = item.before?.outcome ?? null;
    const after = item.after?.outcome ?? null;
    entry(turns, `${before} ${after}`, () => ({ before, after, pairs: 0 })).pairs += item.destinations.length;
  }
  return most(turns.values());
}

export type Direction = "stricter" | "less strict" | "same outcome" | "not comparable";

/** Unknown is no degree: what begins or ends there is neither stricter nor less. */
export function directionOf({ before, after }: Pick<Turn, "before" | "after">): Direction {
  if (before === after) return "same outcome";
  const degrees = OUTCOMES.filter((outcome) => outcome !== "unknown") as string[];
  const from = before === null ? -1 : degrees.indexOf(before);
  const to = after === null ? -1 : degrees.indexOf(after);
  if (from < 0 || to < 0) return "not comparable";
  return to < from ? "stricter" : "less strict";
}
