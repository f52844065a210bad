// What is taken away from an answer as text: its permanent address, a citation, a note for the file, rows.
import type { Csv } from "../../csv";
import type { Day } from "../../dates";
import { spoken } from "../../dates";
import { verdict } from "../../words";
import type { Decision } from "./question";

/** The page that shows the answer of an address of the API. */
export function pageOf(self: string): string {
  return self.replace(/^\/v1(?=\/)/, "");
}

/** What a file of it is called by. */
export function subjectOf({ question }: Decision): (string | null)[] {
  const { chip, destination, hq, date } = question;
  return [chip ?? "hypothetical", destination, hq && `hq-${hq}`, date];
}

/** The parameters that the question was asked with. */
function asked(decision: Decision): URLSearchParams {
  return new URLSearchParams(decision.self?.split("?")[1]);
}

export function heading(decision: Decision): string {
  const { matched } = decision;
  const hq = matched.hq ? `, headquarters in ${matched.hq.name}` : "";
  // Where the question did not say it, the answer's assumptions do.
  const from = asked(decision).has("export_from") ? ` from ${matched.export_from.name}` : "";
  const chip = matched.chip?.name ?? "a hypothetical chip";
  return `${chip} to ${matched.destination.name}${from}${hq}`;
}

/** One line a title, a tab or a mail's subject can hold. */
export function headline(decision: Decision): string {
  const how = decision.currency.projected ? ", projected" : "";
  return `${verdict(decision.outcome).words}: ${heading(decision)}, ${decision.question.date}${how}`;
}

export function checkedThrough(decision: Decision): string {
  const through = decision.currency.verified_through;
  return through ? `all rulings checked through ${through}` : "no day recorded to which rulings were checked";
}

export function citation(decision: Decision, origin: string, retrieved: Day): string {
  const digest = decision.digest ? ` Digest ${decision.digest}.` : "";
  return (
    `navicert data set, data version ${decision.currency.data_version}, ${checkedThrough(decision)}; ` +
    `program ${decision.engine}. GET ${origin}${decision.self ?? ""}.${digest} Retrieved ${spoken(retrieved)}.`
  );
}

/** For the file: what was asked and answered, on what it rests, and where it can be had again. */
export function fileNote(decision: Decision, origin: string, page: string, retrieved: Day): string {
  const rulings = decision.legs.flatMap((leg) =>
    leg.because.map((ground) => `- ${ground.title} (${ground.provisions.join(", ")})`),
  );
  const list = (title: string, lines: string[]) => (lines.length > 0 ? [`${title}:`, ...lines, ""] : []);
  return [
    `${headline(decision)}, as recorded by this data set`,
    "",
    decision.summary ?? "",
    "",
    ...list("Rulings", [...new Set(rulings)]),
    ...list(
      "Assumed",
      decision.assumptions.map((text) => `- ${text}`),
    ),
    ...list(
      "Doubts of the data",
      decision.doubts.map((doubt) => `- ${doubt.text}`),
    ),
    citation(decision, origin, retrieved),
    page,
    decision.notice,
  ].join("\n");
}

/** The command that computes the digest anew from the answer's bytes. */
export function checkCommand(url: string): string {
  return `curl -s '${url.replace(/'/g, "%27")}' | jq -j -c 'del(.digest)' | b2sum -l 256 | cut -c1-64`;
}

const COLUMNS = [
  "chip",
  "destination",
  "hq",
  "export_from",
  "date",
  "data_version",
  "projected",
  "outcome",
  "side",
  "jurisdiction",
  "status",
  "possible",
  "policy",
  "eccn",
  "eccn_uncertain",
  "exception",
  "because",
  "condition",
  "condition_text",
  "condition_value",
  "condition_provision",
];

/** A row for each condition of each leg; a leg without any has one row. */
export function rowsOf(decision: Decision): Csv {
  const { chip, destination, hq, export_from, date } = decision.question;
  const { data_version, projected } = decision.currency;
  const asked = [chip, destination, hq, export_from, date, data_version, projected, decision.outcome];
  const rows = decision.legs.flatMap((leg) => {
    const exported = leg.side === "export" ? leg : null;
    const because = leg.because.flatMap((ground) => ground.provisions).join(" ");
    const exception = exported?.exception;
    const said = [
      leg.side,
      leg.jurisdiction,
      leg.status,
      leg.possible.join(" "),
      leg.policy,
      exported?.eccn,
      exported?.eccn_uncertain,
      exception?.name,
      because,
    ];
    const conditions = [...leg.conditions, ...(exception?.conditions ?? [])];
    if (conditions.length === 0) return [[...asked, ...said, null, null, null, null]];
    return conditions.map(({ type, text, value, provision }) => [
      ...asked,
      ...said,
      type,
      text,
      value,
      provision,
    ]);
  });
  return { columns: COLUMNS, rows };
}

/** `text` in lines of at most `width` characters, the last cut short where there would be more than `most`. */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else for (let at = 0; at < word.length; at += width) lines.push(word.slice(at, at + width));
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? "").slice(0, width - 1).trimEnd()}…`;
  return kept;
}
