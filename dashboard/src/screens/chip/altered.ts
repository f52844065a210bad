// A chip with some of its numbers changed, as the address tells them: view_die_area_mm2=400, view_peak_tops.fp8=200.
import type { Schemas } from "../../api/client";
import { type Chip, memberAt } from "./figures";

export type ChipAsked = Schemas["ChipAsked"];

/** Part of the recorded throughput of all precisions, in percent. */
export const THROUGHPUT = "view_throughput";

const NUMBERS = [
  "memory.bandwidth_gb_s",
  "interconnect.bandwidth_gb_s",
  "die_area_mm2",
  "package_count",
  "process_node_nm",
  "memory_bandwidth_density",
];
const TEXTS = ["segment", "kind"];

/** The name of a member in the address. */
export function nameOf(path: string): string {
  return `view_${path}`;
}

/** The numbers that decide and can be changed: first those that are recorded. */
export function numbersOf(chip: Chip): string[] {
  const precisions = Object.keys(chip.peak_tops ?? {}).map((precision) => `peak_tops.${precision}`);
  const known = (path: string) => typeof memberAt(chip, path) === "number";
  const all = [...precisions, ...NUMBERS];
  return [...all.filter(known), ...all.filter((path) => !known(path))];
}

/** A number, or what was written instead of one: the API says what is wrong with it. */
function given(text: string): number | string {
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

type Changes = Record<string, unknown>;

function put(changes: Changes, path: string, value: unknown) {
  const [outer = path, inner] = path.split(".");
  if (inner === undefined) changes[outer] = value;
  else changes[outer] = { ...((changes[outer] as Changes | undefined) ?? {}), [inner]: value };
}

function scale(changes: Changes, chip: Chip, percent: string | undefined) {
  if (!percent) return;
  const part = given(percent);
  for (const [precision, tops] of Object.entries(chip.peak_tops ?? {})) {
    if (typeof tops !== "number") continue;
    put(changes, `peak_tops.${precision}`, typeof part === "number" ? (tops * part) / 100 : part);
  }
}

/** The hypothetical chip of the address; null where no number is another than recorded. */
export function alteredChip(chip: Chip, state: Record<string, string>): ChipAsked | null {
  const changes: Changes = {};
  if (state[THROUGHPUT] !== "100") scale(changes, chip, state[THROUGHPUT]);
  for (const path of numbersOf(chip)) {
    const text = state[nameOf(path)];
    if (text && given(text) !== memberAt(chip, path)) put(changes, path, given(text));
  }
  for (const path of TEXTS) {
    const text = state[nameOf(path)];
    if (text && text !== memberAt(chip, path)) put(changes, path, text);
  }
  // What was written may be no number: then the API refuses it, in better words than this page has.
  return Object.keys(changes).length === 0 ? null : ({ like: chip.id, ...changes } as ChipAsked);
}

/** Changes of the address that take back every change of the chip. */
export function unaltered(chip: Chip): Record<string, null> {
  const names = [THROUGHPUT, ...[...numbersOf(chip), ...TEXTS].map(nameOf)];
  return Object.fromEntries(names.map((name) => [name, null]));
}
