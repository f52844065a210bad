// What the address of the screen asks of the API, and the questions that are a click away.
import type { Query, Schemas } from "../../api/client";
import { addDays, type Day, dayOf } from "../../dates";
import { circumstances, link, type State } from "../../url";

export type Aspect = Schemas["Aspect"];

/** In the order of an answer; `grounds` counts only where it is asked for, as with the API. */
export const ASPECTS: readonly Aspect[] = [
  "outcome",
  "policy",
  "eccn",
  "exception",
  "import",
  "conditions",
  "grounds",
];
const COUNTED = ASPECTS.filter((aspect) => aspect !== "grounds");

export const ASPECT_WORDS: Record<Aspect, string> = {
  outcome: "outcome",
  policy: "review policy",
  eccn: "classification (ECCN)",
  exception: "license exception",
  import: "import side",
  conditions: "conditions",
  grounds: "grounds",
};

const OF_TEXT = ["from", "to", "known_from", "known_at", "hq", "export_from"] as const;
const OF_LISTS = ["changed", "chips", "destinations"] as const;

/** The members of a list in an address; a backslash before a comma keeps it. */
export function members(text: string | undefined): string[] {
  const parts = (text ?? "").match(/(?:\\.|[^,\\])+/g) ?? [];
  return parts.map((part) => part.replace(/\\(.)/g, "$1").trim()).filter((part) => part !== "");
}

export function listed(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\,]/g, "\\$&")).join(",");
}

export function asksSomething(state: State): boolean {
  return Boolean(state.from || state.known_from);
}

/** As the reader wrote it: what is wrong with it is the API's to say. */
export function diffQuery(state: State): Query<"/v1/diff"> {
  const query: Record<string, unknown> = {};
  for (const name of OF_TEXT) if (state[name]) query[name] = state[name];
  for (const name of OF_LISTS) if (state[name]) query[name] = splitAsWritten(state[name]);
  const stated = circumstances(state);
  return { ...query, ...(stated && { circumstances: stated }) } as Query<"/v1/diff">;
}

/** At the commas that part members, leaving escapes for the API to read. */
function splitAsWritten(text: string): string[] {
  return text.match(/(?:\\.|[^,\\])+/g) ?? [];
}

export function countedAspects(state: State): readonly string[] {
  return state.changed ? members(state.changed) : COUNTED;
}

/** What stands in the address for a choice of aspects: nothing for the choice that the API makes by itself. */
export function aspectsAsked(chosen: readonly string[]): string | null {
  const same = chosen.length === COUNTED.length && COUNTED.every((aspect) => chosen.includes(aspect));
  return same || chosen.length === 0 ? null : ASPECTS.filter((aspect) => chosen.includes(aspect)).join(",");
}

export interface Shortcut {
  words: string;
  href: string;
}

/** Ready questions, each about as much of the data as the address is about now. */
export function shortcuts(state: State, service: Schemas["Service"], now: Day): Shortcut[] {
  const { from: _from, to: _to, known_from: _known_from, known_at: _known_at, ...kept } = state;
  const since = (words: string, from: Day) => ({ words, href: link("/diff", { from, to: now, ...kept }) });
  const { verified_through, data_version, coverage, versions } = service;
  const day = dayOf(new Date(versions.latest.recorded_at));
  return [
    ...(verified_through
      ? [since(`Since the data was verified, ${verified_through}`, verified_through)]
      : []),
    since("Last 30 days", addDays(now, -30)),
    since("Last year", addDays(now, -365)),
    since(`Since coverage began, ${coverage.first_date}`, coverage.first_date),
    ...(data_version > 1
      ? [
          {
            words: `What data version ${data_version} changed (recorded ${day})`,
            href: link("/diff", {
              known_from: String(data_version - 1),
              known_at: String(data_version),
              ...kept,
            }),
          },
        ]
      : []),
  ];
}

/** Kept and opened later, it tells what changed since now, in law and in what is recorded of it. */
export function nextVisit(state: State, service: Schemas["Service"], now: Day): string {
  const { to: _to, known_at: _known_at, ...kept } = state;
  return link("/diff", { ...kept, from: now, known_from: String(service.data_version) });
}
