// How far a chip is from a line: the least change of one figure, the others held, that puts it under a provision or out of it.
import type { ChipFacts } from "./facts";
import { holdsFor, type Item, type Rule } from "./force";
import { thresholds } from "./predicate";

export interface Step {
  rule: Rule;
  field: string;
  value: number;
  /** The threshold that is met. */
  line: number;
  /** The line itself is already across; else it takes more than the line, or less. */
  reached: boolean;
  /** The change over the chip's own value: 0.05 is five percent more, -0.05 less. */
  relative: number;
  /** The chip's figures with this one changed. */
  facts: ChipFacts;
}

/** A hair beyond a line, to ask on which side of it a predicate turns. */
const HAIR = 1e-9;

function steps(rule: Rule, item: Item, field: string, up: boolean): Step[] {
  const value = item.facts[field];
  if (typeof value !== "number" || value <= 0) return [];
  return thresholds(rule.predicate, field)
    .filter((line) => (up ? line >= value : line <= value && line > 0))
    .flatMap((line) =>
      [true, false].map((reached) => {
        const then = reached ? line : line * (up ? 1 + HAIR : 1 - HAIR);
        const facts = { ...item.facts, [field]: then };
        return { rule, field, value, line, reached, relative: (line - value) / value, facts };
      }),
    );
}

function nearest(found: Step[]): Step | null {
  return found.reduce<Step | null>(
    (best, step) => (best === null || Math.abs(step.relative) < Math.abs(best.relative) ? step : best),
    null,
  );
}

/** The least increase of one of the fields that puts a chip under a provision which does not hold for it; null where none does. */
export function headroom(rule: Rule, item: Item, fields: readonly string[]): Step | null {
  if (holdsFor(rule, item) !== false) return null;
  return nearest(
    fields
      .flatMap((field) => steps(rule, item, field, true))
      .filter((step) => holdsFor(rule, item, step.facts) === true),
  );
}

/** The least decrease of one of the fields that takes a chip out of a provision which holds for it; null where none does. */
export function excess(rule: Rule, item: Item, fields: readonly string[]): Step | null {
  if (holdsFor(rule, item) !== true) return null;
  return nearest(
    fields
      .flatMap((field) => steps(rule, item, field, false))
      .filter((step) => holdsFor(rule, item, step.facts) === false),
  );
}

/** For each item the nearest of its steps by `measure` over all the rules, nearest first. */
export function nearestSteps<T extends Item>(
  rules: Rule[],
  items: T[],
  fields: readonly string[],
  measure: typeof headroom,
): { item: T; step: Step }[] {
  const found = items.flatMap((item) => {
    const step = nearest(
      rules.map((rule) => measure(rule, item, fields)).filter((one): one is Step => one !== null),
    );
    return step ? [{ item, step }] : [];
  });
  return found.sort(
    (a, b) => Math.abs(a.step.relative) - Math.abs(b.step.relative) || (a.item.id < b.item.id ? -1 : 1),
  );
}
