// What a cell says: in words for the name of its link and the line below the table, and in marks for the eye.
import type { Schemas } from "../../api/client";
import { spoken } from "../../dates";
import { statusOf } from "../../law/answer";
import { capital, figure, type Outcome, plain, plural, verdict } from "../../words";
import type { Answer, Change, Model } from "./model";

type Core = Schemas["VerdictCore"];

/** One letter for how an application is reviewed. What is new to this page gets a dot, and its words in the name of the cell. */
const POLICY_LETTERS: Record<NonNullable<Schemas["Policy"]>, string> = {
  policy_of_denial: "D",
  presumption_of_denial: "P",
  case_by_case: "C",
  presumption_of_approval: "A",
};

export const POLICIES = Object.entries(POLICY_LETTERS).map(([code, letter]) => ({
  letter,
  words: capital(policyWords(code)),
}));

export function policyWords(code: string): string {
  return code === "case_by_case" ? "case by case" : plain(code);
}

export function policyLetter(policy: string | null): string {
  if (!policy) return "";
  return (POLICY_LETTERS as Record<string, string>)[policy] ?? "·";
}

export function importOf(answer: Pick<Core, "import_status" | "import_possible">): string {
  return statusOf({ status: answer.import_status, possible: answer.import_possible });
}

/** Whether the side of the importing country stands in the way, or is not known to be clear. */
export function importHinders(answer: Pick<Core, "import_status" | "import_possible">): boolean {
  return verdict(importOf(answer)).tone !== "free";
}

const or = (codes: readonly string[]) => codes.map((code) => verdict(code).words.toLowerCase()).join(" or ");

/** An answer in one line, its outcome first. */
export function inWords(answer: Core): string {
  const said = [verdict(answer.outcome).words];
  if (answer.possible.length > 1) said[0] += `: could be ${or(answer.possible)}`;
  if (answer.exception) said.push(`exception ${answer.exception}`);
  if (answer.policy) said.push(`application reviewed under ${policyPhrase(answer.policy)}`);
  if (answer.import_possible.length > 1) said.push(`import: ${or(answer.import_possible)}`);
  else if (importHinders(answer)) said.push(`import: ${verdict(answer.import_status).words.toLowerCase()}`);
  if (answer.eccn) said.push(`ECCN ${answer.eccn}${answer.eccn_uncertain ? " (uncertain)" : ""}`);
  else if (answer.eccn_uncertain) said.push("ECCN uncertain");
  return said.join("; ");
}

function policyPhrase(code: string): string {
  return code === "case_by_case" ? "case-by-case review" : `a ${plain(code)}`;
}

export function changeInWords(change: Change, compared: string): string {
  const was = change.was ? inWords(change.was) : "not recorded";
  return `Differs from ${spoken(compared)} (${change.aspects.map(plain).join(", ")}): ${was}`;
}

export interface CellText {
  chip: string;
  place: string;
  answer: Answer;
  change: Change | undefined;
  compared: string | null;
}

/** The name of a cell: everything that its colour, its shape and its marks say. */
export function cellName({ chip, place, answer, change, compared }: CellText): string {
  const said = [`${chip} to ${place}: ${inWords(answer)}`];
  if (answer.missing.length > 0) said.push(`Not published: ${answer.missing.map(plain).join(", ")}`);
  if (change && compared) said.push(changeInWords(change, compared));
  return `${said.join(". ")}.`;
}

const COUNTED: Record<Outcome, (of: string, one: boolean) => string> = {
  prohibited: (of, one) => `${of} ${one ? "is" : "are"} prohibited`,
  license_required: (of, one) => `${of} ${one ? "needs" : "need"} a license`,
  license_exception_available: (of, one) => `${of} ${one ? "has" : "have"} a license exception available`,
  no_license_required: (of, one) => `${of} ${one ? "needs" : "need"} no license`,
  unknown: (of) => `of ${of} it is unknown`,
};

/** The table in one sentence. */
export function summaryOf(model: Model): string {
  const parts = model.counts.map(({ outcome, count }) => COUNTED[outcome](figure(count), count === 1));
  const last = parts.pop();
  const list = parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
  const what = `${plural(model.chips, "chip")} and ${plural(model.places, "destination")}`;
  const terms = model.terms.map((term) => ` ${term},`).join("");
  return `On ${spoken(model.date)}, as recorded by this data set,${terms} of ${plural(model.pairs, "pair")} of ${what}, ${list ?? "none is answered"}.`;
}
