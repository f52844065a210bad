// Questions that no address can hold, from a component.
import { ask, type Batch, type Schemas } from "./client";
import { type Answer, useAnswer } from "./use";

/** The answers to a batch, in the order of its queries; null asks nothing. */
export function useBatch(batch: Batch | null): Answer<Schemas["EligibilityAnswers"]> {
  const key = batch && `POST /v1/eligibility ${JSON.stringify(batch)}`;
  return useAnswer(key, (signal) => ask(batch as Batch, signal));
}

/** Circumstances of the address as a body has them: what is so or not so, and numbers, are no texts there. */
export function circumstancesAsked(state: Record<string, string>): Batch["circumstances"] {
  const named = Object.entries(state).filter(([name, value]) => name.startsWith("circumstance.") && value);
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map(([name, text]) => [name.slice("circumstance.".length), stated(text)]));
}

function stated(text: string): boolean | number | string {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
