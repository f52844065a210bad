// What nobody may overlook: data that was not checked for long, or law that lapsed by the calendar since. It cannot be dismissed.
import { readiness } from "../api/ready";
import { dataOf, useAnswer } from "../api/use";

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
