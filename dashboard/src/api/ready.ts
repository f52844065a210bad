// Whether the server is fit to be relied on, and what it warns of.
import { API_ORIGIN, type Schemas } from "./client";

/** /readyz answers 503 when not ready, with the same document: both are worth telling. */
export async function readiness(signal: AbortSignal): Promise<Schemas["Readiness"]> {
  const response = await fetch(`${API_ORIGIN}/readyz`, { signal });
  return (await response.json()) as Schemas["Readiness"];
}
