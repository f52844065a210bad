// The tests of an answer, put in order for reading.
import type { Schemas } from "../../api/client";

export type Step = Schemas["Step"];
export type Leg = Schemas["Leg"];

export interface Tested {
  provision: string;
  effect: string;
  cite: string | null;
  steps: Step[];
  /** Whether the answer of its leg rests on it. */
  decided: boolean;
}

/** The provisions that an answer names as its ground: those of its rulings, exceptions and conditions. */
export function grounds(leg: Leg): Set<string> {
  const named = new Set(leg.because.flatMap((ground) => ground.provisions));
  for (const condition of leg.conditions) named.add(condition.provision);
  for (const missing of leg.missing) for (const id of missing.provisions) named.add(id);
  if (leg.side === "export" && leg.exception) named.add(leg.exception.provision);
  return named;
}

/**
 * A classification is no ground of its own: it is told by its citation, which names the ECCN that governs. Where it fails in every
 * test it did not classify.
 */
function classifies(leg: Leg, provision: { effect: string; cite: string | null; steps: Step[] }): boolean {
  if (leg.side !== "export" || !leg.eccn || provision.effect !== "classify" || !provision.cite) return false;
  const cited = provision.cite.split(/[^0-9A-Za-z.]+/);
  return cited.includes(leg.eccn) && provision.steps.some((step) => step.result === true);
}

/** One entry a provision, in the order in which they were tested. */
export function tested(leg: Leg): Tested[] {
  const named = grounds(leg);
  const byId = new Map<string, Tested>();
  for (const step of leg.steps ?? []) {
    let entry = byId.get(step.provision);
    if (!entry) {
      const { provision, effect, cite } = step;
      entry = { provision, effect, cite, steps: [], decided: false };
      byId.set(provision, entry);
    }
    entry.steps.push(step);
  }
  const all = [...byId.values()];
  for (const entry of all) entry.decided = named.has(entry.provision) || classifies(leg, entry);
  return all;
}

/** How many tests the API made for an answer. */
export function countOf(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + (leg.steps?.length ?? 0), 0);
}
