// The figures of a chip with what each is counted in and who published it.
import type { Schemas } from "../../api/client";
import { capital, plain } from "../../words";

export type Chip = Schemas["ChipFields"];
type Column = Schemas["Column"];
export type Source = NonNullable<Chip["sources"]>[number];

const LABELS: Record<string, string> = {
  "memory.type": "Memory",
  "memory.capacity_gb": "Memory capacity",
  "memory.bandwidth_gb_s": "Memory bandwidth",
  memory_bandwidth_density: "Memory bandwidth density",
  "interconnect.name": "Interconnect",
  "interconnect.bandwidth_gb_s": "Interconnect bandwidth",
  process_node_nm: "Process node",
  die_area_mm2: "Die area",
  die_count: "Logic dies",
  package_count: "Packages",
  transistors_billion: "Transistors",
  tdp_w: "Thermal design power",
  tpp_reported: "TPP reported by others",
  performance_density_reported: "Performance density reported by others",
  peak_tops: "Throughput",
};

const SYMBOLS: Record<string, string> = {
  gigabytes: "GB",
  "gigabytes a second": "GB/s",
  "gigabytes a second per square millimetre": "GB/s per mm²",
  "square millimetres": "mm²",
  nanometres: "nm",
  "thousand millions": "billion",
  watts: "W",
  "TOPS times bits": "TOPS × bits",
  "TOPS times bits per square millimetre": "TOPS × bits per mm²",
};

/** How a unit that the API names in words is written beside a figure. */
export function symbol(unit: string | null | undefined): string {
  return unit ? (SYMBOLS[unit] ?? unit) : "";
}

/** What a member of a chip is called. */
export function label(path: string): string {
  const precision = /^peak_tops\.(.*)$/.exec(path)?.[1];
  if (precision) return `${precision.toUpperCase()} throughput`;
  return LABELS[path] ?? capital(plain(path.replace(/\./g, " ")));
}

/** The member of a document that a path such as `memory.type` names. */
export function memberAt(document: object, path: string): unknown {
  let at: unknown = document;
  for (const name of path.split(".")) {
    if (at === null || typeof at !== "object") return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** The same within a sentence: what begins with initials keeps them. */
export function labelWithin(path: string): string {
  const text = label(path);
  return /^.[a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export interface Figure {
  path: string;
  label: string;
  unit: string;
  description: string;
  value: number | string | null;
  /** Places in `sources` of the chip, from 0. */
  sources: number[];
}

/** The sources that cover a member, by itself or through what it is part of. */
export function sourcesOf(chip: Chip, path: string): number[] {
  return (chip.sources ?? []).flatMap((source, i) =>
    source.fields?.some((field) => field === path || path.startsWith(`${field}.`)) ? [i] : [],
  );
}

// What the API lists as text and still belongs among the figures: the names of the parts that are measured.
const NAMES = new Set(["memory.type", "interconnect.name", "process"]);

function isFigure({ name, type }: Column): boolean {
  return (type === "number" && name !== "revision" && !name.startsWith("metrics.")) || NAMES.has(name);
}

/** Every figure that the API's columns of chips name, in their order; null is not known. */
export function figuresOf(chip: Chip, columns: Column[]): Figure[] {
  return columns.filter(isFigure).map(({ name, unit, description }) => {
    const value = memberAt(chip, name);
    return {
      path: name,
      label: label(name),
      unit: symbol(unit),
      description,
      value: typeof value === "number" || typeof value === "string" ? value : null,
      sources: sourcesOf(chip, name),
    };
  });
}

/** Figures one after another that the same sources cover. */
export function runs(figures: Figure[]): Figure[][] {
  const out: Figure[][] = [];
  for (const one of figures) {
    const last = out.at(-1);
    if (last?.[0]?.sources.join() === one.sources.join()) last.push(one);
    else out.push([one]);
  }
  return out;
}

export interface Derived {
  name: string;
  /** What is left of the equals sign is said by `name`; this is the right. */
  steps: string;
}

/** `tpp = 1979 TOPS at fp8 x 8 bit / 1 package; …` as its equations. */
export function derivationOf(text: string): Derived[] {
  return text.split("; ").map((part) => {
    const at = part.indexOf(" = ");
    return at < 0 ? { name: "", steps: part } : { name: part.slice(0, at), steps: part.slice(at + 3) };
  });
}

// The last digit that is printed is rounded, so that less than this is no difference.
const ROUNDING = 0.005;

/** By what part another party's figure is above ours, or below; null where they agree or one is not known. */
export function differs(ours: number | null | undefined, theirs: number | null | undefined): number | null {
  if (!ours || theirs === null || theirs === undefined) return null;
  const share = theirs / ours - 1;
  return Math.abs(share) > ROUNDING ? share : null;
}
