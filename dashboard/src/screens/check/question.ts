// What the address of the screen asks of the API.
import type { Query, Schemas } from "../../api/client";
import { circumstances, type State } from "../../url";

export type Decision = Schemas["Decision"];

/** What both the answer on a day and the history take. */
const SHARED = ["chip", "destination", "hq", "export_from", "known_at"];

function taken(state: State, names: string[]): Record<string, unknown> | null {
  if (!state.chip || !state.destination) return null;
  const query: Record<string, unknown> = {};
  for (const name of names) if (state[name]) query[name] = state[name];
  const stated = circumstances(state);
  return stated ? { ...query, circumstance: stated } : query;
}

/** As it was written: what cannot be is for the API to say. Null while the question is not whole. */
export function questionOf(state: State): Query<"/v1/eligibility"> | null {
  return taken(state, [...SHARED, "date", "strict"]) as Query<"/v1/eligibility"> | null;
}

export function historyOf(state: State): Query<"/v1/history"> | null {
  return taken(state, SHARED) as Query<"/v1/history"> | null;
}

/** The same question to all that the data set knows now, on the day that was understood. */
export function latestOf(state: State, decision: Decision): Query<"/v1/eligibility"> | null {
  return questionOf({ ...state, known_at: "", date: decision.question.date });
}

/** What an answer says, without how and when it was asked for. */
function said(decision: Decision) {
  const { outcome, possible, summary, legs, pending, suspended, missing, caveats, doubts, next_change } =
    decision;
  return { outcome, possible, summary, legs, pending, suspended, missing, caveats, doubts, next_change };
}

export type Agreement = "same" | "same outcome" | "other";

/** How far an answer from another state of knowledge agrees. */
export function agreement(a: Decision, b: Decision): Agreement {
  if (JSON.stringify(said(a)) === JSON.stringify(said(b))) return "same";
  const outcomes = ({ outcome, possible, legs }: Decision) =>
    JSON.stringify([outcome, possible, legs.map((leg) => leg.status)]);
  return outcomes(a) === outcomes(b) ? "same outcome" : "other";
}

/**
 * The API's summary in two: the sentence that answers, and the reasons after it. A summary of another form is one sentence.
 */
export function sentence(decision: Decision): [lead: string, rest: string] {
  const summary = decision.summary ?? "";
  const answer = `: ${decision.outcome.replace(/_/g, " ")}.`;
  const at = summary.indexOf(answer);
  if (at < 0) return [summary, ""];
  return [summary.slice(0, at + answer.length), summary.slice(at + answer.length)];
}
