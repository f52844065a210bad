// What an answer turned on: the tests that its steps made, compared with those of another answer.
import type { Schemas } from "../api/client";

export type Step = Schemas["Step"];
type Decision = Pick<Schemas["Decision"], "legs">;

/** All tests of an answer that was asked for with explain=full. */
export function stepsOf(decision: Decision): Step[] {
  return decision.legs.flatMap((leg) => leg.steps ?? []);
}

export interface Turn {
  before: Step;
  after: Step;
}

/**
 * The tests that both answers made of a fact that differs and that came out differently, each once. Tests of the classification only follow from
 * these.
 */
export function turns(before: Decision, after: Decision): Turn[] {
  const key = (step: Step) => `${step.provision} ${step.test}`;
  const known = new Map(stepsOf(before).map((step) => [key(step), step]));
  const out = new Map<string, Turn>();
  for (const step of stepsOf(after)) {
    const was = known.get(key(step));
    if (was && was.value !== step.value && was.result !== step.result)
      out.set(key(step), { before: was, after: step });
  }
  return [...out.values()];
}

export interface Near {
  test: string;
  value: number;
  /** How far the value is beyond the line, as a part of the line; negative is short of it. */
  share: number;
  provisions: string[];
}

/** The lines that the figures of an answer are nearest to, by what part of the line they miss or pass it. */
export function nearest(decision: Decision, count: number): Near[] {
  const out = new Map<string, Near>();
  for (const { test, value, margin, provision } of stepsOf(decision)) {
    if (typeof value !== "number" || typeof margin !== "number") continue;
    const line = value - margin;
    if (line === 0) continue;
    const near = out.get(test) ?? { test, value, share: margin / line, provisions: [] };
    if (!near.provisions.includes(provision)) near.provisions.push(provision);
    out.set(test, near);
  }
  return [...out.values()].sort((a, b) => Math.abs(a.share) - Math.abs(b.share)).slice(0, count);
}
