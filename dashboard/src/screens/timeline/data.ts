// What the timeline asks of the API: a history for each chip, and what is known beside them.
import { sharedBy } from "../../api/batch";
import { type Asked, addressOf, ask, get, getAll } from "../../api/client";
import { type Answer, useAnswer } from "../../api/use";
import { circumstances, type State } from "../../url";
import { chipName, type History } from "./model";
import { BRIEF, type Brief, type PendingQuery, pendingQueries, pendingSpans, type Span } from "./pending";

export const MOST_CHIPS = 8;
const MOST_QUERIES = 100;

/** The chips that the address names, each once. */
export function chipsNamed(state: State): string[] {
  const named = (state.chip ?? "").split(",").map((chip) => chip.trim());
  return [...new Set(named.filter(Boolean))];
}

/** As many of them as one picture holds. */
export function chipsOf(state: State): string[] {
  return chipsNamed(state).slice(0, MOST_CHIPS);
}

/** What one chip's history is asked with: just what the address says. */
export function historyAsked(state: State, chip: string): Asked<"/v1/history"> {
  const circumstance = circumstances(state);
  const { destination = "", hq, export_from, from, to, known_at } = state;
  return { query: { chip, destination, hq, export_from, from, to, known_at, circumstance } };
}

export function useHistories(state: State): Answer<History[]> {
  const asked = state.destination ? chipsOf(state).map((chip) => historyAsked(state, chip)) : [];
  const key = asked.map((one) => addressOf("/v1/history", one)).join(" ");
  return useAnswer(key || null, (signal) => Promise.all(asked.map((one) => get("/v1/history", one, signal))));
}

export interface Beside {
  pending: Span[];
  /** Those that changed an answer or lapsed. */
  rulings: Brief[];
}

function named(histories: History[]): string[] {
  const ids = histories.flatMap(({ intervals, currency }) => [
    ...intervals.flatMap((interval) => interval.changed_by.map(({ id }) => id)),
    ...currency.lapsed_unverified.map(({ id }) => id),
  ]);
  return [...new Set(ids)].sort();
}

async function briefs(
  filter: Record<string, string>,
  known_at: string,
  signal: AbortSignal,
): Promise<Brief[]> {
  const query = { ...filter, known_at, fields: BRIEF };
  const list = await getAll("/v1/rulings", query, signal);
  return list.items as Brief[];
}

async function decided(queries: PendingQuery[], state: State, known_at: number, signal: AbortSignal) {
  const { destination = "" } = state;
  const common = { ...sharedBy(state), destination, known_at, explain: "none" as const };
  const parts = [];
  for (let i = 0; i < queries.length; i += MOST_QUERIES) {
    const part = queries.slice(i, i + MOST_QUERIES).map(({ chip, day }) => ({ chip, date: day }));
    parts.push(ask({ ...common, queries: part }, signal));
  }
  const answers = await Promise.all(parts);
  return answers.flatMap((answer) => answer.items.map((item) => item.decision));
}

async function beside(histories: History[], state: State, signal: AbortSignal): Promise<Beside> {
  const known_at = histories[0]?.question.known_at ?? 1;
  const ids = named(histories);
  const [outside, rulings] = await Promise.all([
    briefs({ standing: "announced,proposed" }, String(known_at), signal),
    ids.length > 0 ? briefs({ id: ids.join(",") }, String(known_at), signal) : [],
  ]);
  const queries = pendingQueries(outside, histories);
  const decisions = await decided(queries, state, known_at, signal);
  const nameOf = (chip: string) => {
    const history = histories.find(({ question }) => question.chip === chip);
    return history ? chipName(history) : chip;
  };
  return { pending: pendingSpans(queries, decisions, nameOf), rulings };
}

/** What was announced or proposed and bears on them, and the rulings that their changes are owed to. */
export function useBeside(histories: History[] | undefined, state: State): Answer<Beside> {
  const key = histories ? `beside ${histories.map(({ self }) => self).join(" ")}` : null;
  return useAnswer(key, (signal) => beside(histories ?? [], state, signal));
}
