// Where a chip may go, summed up from a row of the matrix.
import type { Schemas } from "../../api/client";
import { OUTCOMES, type Outcome } from "../../words";

type Answers = Schemas["MatrixItem"]["answers"];

export interface Reached {
  outcome: Outcome;
  /** Whether it is certain for all of them. */
  certain: boolean;
  destinations: string[];
}

/** The destinations of each outcome, the most restrictive first; what is not certain stands apart. */
export function reached(answers: Answers): Reached[] {
  const out = new Map<string, Reached>();
  for (const { outcome, possible, destinations } of answers) {
    const certain = possible.length === 1;
    const key = `${outcome} ${certain}`;
    const before = out.get(key)?.destinations ?? [];
    out.set(key, { outcome, certain, destinations: [...before, ...destinations] });
  }
  const rank = ({ outcome, certain }: Reached) => OUTCOMES.indexOf(outcome) * 2 + (certain ? 0 : 1);
  return [...out.values()].sort((a, b) => rank(a) - rank(b));
}
