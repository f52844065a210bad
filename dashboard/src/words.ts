// The field's words for what the API answers, each with how it is drawn. A value that is new to this page is shown as it is.
import type { Schemas } from "./api/client";

export type Outcome = NonNullable<Schemas["Decision"]["outcome"]>;
export type ImportStatus = Schemas["ImportStatus"];
/** How a verdict is drawn: the shape and the colour stand for it together, never the colour alone. */
export type Tone = "prohibited" | "required" | "exception" | "free" | "unknown";

export interface Verdict {
  words: string;
  tone: Tone;
}

/** Most restrictive first, as the API sorts them; unknown last, since it is no degree. */
export const OUTCOMES: Outcome[] = [
  "prohibited",
  "license_required",
  "license_exception_available",
  "no_license_required",
  "unknown",
];

const VERDICTS: Record<Outcome | ImportStatus, Verdict> = {
  prohibited: { words: "Prohibited", tone: "prohibited" },
  license_required: { words: "License required", tone: "required" },
  license_exception_available: { words: "License exception available", tone: "exception" },
  no_license_required: { words: "No license required", tone: "free" },
  unknown: { words: "Unknown", tone: "unknown" },
  not_admitted: { words: "Not admitted", tone: "prohibited" },
  approval_required: { words: "Approval required", tone: "required" },
  discouraged: { words: "Discouraged", tone: "exception" },
  inspection: { words: "Inspected at the border", tone: "exception" },
  no_restriction_recorded: { words: "No restriction recorded", tone: "free" },
};

const INITIALS: Record<string, string> = {
  gpu: "GPU",
  asic: "ASIC",
  soc: "SoC",
  us: "US",
  kyc: "KYC",
  hq: "HQ",
};

/** `license_required` as people say it; for what has no words of its own, underscores become spaces. */
export function plain(code: string): string {
  return code
    .split("_")
    .map((word) => INITIALS[word] ?? word)
    .join(" ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function verdict(code: string | null | undefined): Verdict {
  if (!code) return { words: "Unknown", tone: "unknown" };
  return (VERDICTS as Record<string, Verdict>)[code] ?? { words: capital(plain(code)), tone: "unknown" };
}

const NUMBER = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });

/** A figure for reading, with thousands apart; null is "not known". */
export function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "not known" : NUMBER.format(value);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}
