// What nobody may overlook: data that was not checked for long, or law that lapsed by the calendar since. It cannot be dismissed.
import { API_ORIGIN, type Schemas } from "../api/client";
import { dataOf, useAnswer } from "../api/use";

// /readyz answers 503 when not ready, with the same document: both are worth telling.
async function readiness(signal: AbortSignal): Promise<Schemas["Readiness"]> {
  const response = await fetch(`${API_ORIGIN}/readyz`, { signal });
  return (await response.json()) as Schemas["Readiness"];
}

export function StaleBanner() {
  const ready = dataOf(useAnswer("/readyz", readiness));
  if (!ready?.checks) return null;
  const raised = ready.checks.filter((check) => check.status !== "ok");
  if (raised.length === 0) return null;
  return (
    <div class="banner" role="alert">
      <strong>Look before you rely on it:</strong> {raised.map((check) => check.text).join("; ")}. Rulings
      verified through {ready.verified_through}. <a href="/about#currency">What that means</a>
    </div>
  );
}
