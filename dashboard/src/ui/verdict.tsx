// A verdict as shape, colour and words: a cross, a full, half and empty square, and a question mark.
import type { Tone } from "../words";
import { verdict } from "../words";

export const SHAPES: Record<Tone, string> = {
  prohibited: "M3 3l10 10M13 3L3 13",
  required: "M2 2h12v12H2z",
  exception: "M2 2h12v12H2zM2 14V2l12 12z",
  free: "M2 2h12v12H2z",
  unknown: "M5 5.2C5 3.4 6.3 2.3 8 2.3s3 1.1 3 2.8c0 2.4-3 2.4-3 4.6M8 13.2v.6",
};

export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg class={`shape tone-${tone}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[tone]} />
    </svg>
  );
}

/** The verdict of a code of the API, such as `license_required` or `not_admitted`. */
export function Badge({ code, large }: { code: string | null | undefined; large?: boolean }) {
  const { words, tone } = verdict(code);
  return (
    <span class={`badge tone-${tone}${large ? " badge-large" : ""}`}>
      <Shape tone={tone} />
      {words}
    </span>
  );
}

/** What the shapes mean, for those who meet them first. */
export function Legend({ codes }: { codes: readonly string[] }) {
  return (
    <ul class="legend" aria-label="Legend">
      {codes.map((code) => (
        <li key={code}>
          <Badge code={code} />
        </li>
      ))}
    </ul>
  );
}
