// Questions that no address can hold, from a component.
import { ask, type Batch, type Schemas } from "./client";
import { type Answer, useAnswer } from "./use";

/** The answers to a batch, in the order of its queries; null asks nothing. */
export function useBatch(batch: Batch | null): Answer<Schemas["EligibilityAnswers"]> {
  const key = batch && `POST /v1/eligibility ${JSON.stringify(batch)}`;
  return useAnswer(key, (signal) => ask(batch as Batch, signal));
}

/** What a question of the address shares with others about the same shipment, as a body has it. */
export function sharedBy(state: Record<string, string>) {
  const { hq, export_from, known_at } = state;
  return {
    ...(hq && { hq }),
    ...(export_from && { export_from }),
    ...(known_at && { known_at }),
    circumstances: circumstancesAsked(state) ?? {},
  };
}

/** Circumstances of the address as a body has them: what is so or not so, and numbers, are no texts there. */
function circumstancesAsked(state: Record<string, string>): Batch["circumstances"] {
  const named = Object.entries(state).filter(([name, value]) => name.startsWith("circumstance.") && value);
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map(([name, text]) => [name.slice("circumstance.".length), stated(text)]));
}

function stated(text: string): boolean | number | string {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
