// The facts of a chip under the names that predicates have for them, and how they are called here.
import type { Schemas } from "../api/client";
import { figure, plain } from "../words";
import type { Fact, Look, Predicate } from "./predicate";

export type ChipFacts = Record<string, Fact | null>;
type ChipFields = Schemas["ChipFields"];

/** The members of a chip that `factsOf` reads, for `fields` of GET /v1/chips. */
export const FACT_MEMBERS =
  "vendor,kind,segment,metrics,memory,interconnect,process_node_nm,memory_bandwidth_density";

export function factsOf(chip: ChipFields): ChipFacts {
  return {
    tpp: chip.metrics?.tpp ?? null,
    performance_density: chip.metrics?.performance_density ?? null,
    memory_bandwidth_gb_s: chip.memory?.bandwidth_gb_s ?? null,
    interconnect_gb_s: chip.interconnect?.bandwidth_gb_s ?? null,
    io_plus_memory_bandwidth_gb_s: chip.metrics?.io_plus_memory_bandwidth_gb_s ?? null,
    memory_bandwidth_density: chip.memory_bandwidth_density ?? null,
    process_node_nm: chip.process_node_nm ?? null,
    data_center: chip.metrics?.data_center ?? null,
    assembly: chip.metrics?.assembly ?? null,
    vendor: chip.vendor ?? null,
    kind: chip.kind ?? null,
  };
}

/** Looks a chip's facts up; what is none of them is a circumstance, and nobody stated one. */
export function lookIn(facts: ChipFacts): Look {
  return (field) => facts[field];
}

export interface Axis {
  field: string;
  /** For the end of an axis and the head of a column. */
  name: string;
  /** Within a sentence. */
  short: string;
  unit: string;
}

/** The figures that a plane can be spanned by. */
export const AXES: Axis[] = [
  { field: "tpp", name: "Total processing performance (TPP)", short: "TPP", unit: "" },
  {
    field: "performance_density",
    name: "Performance density (TPP per mm² of logic die)",
    short: "performance density",
    unit: "",
  },
  {
    field: "memory_bandwidth_gb_s",
    name: "Memory bandwidth (GB/s)",
    short: "memory bandwidth",
    unit: "GB/s",
  },
  {
    field: "interconnect_gb_s",
    name: "Interconnect bandwidth (GB/s)",
    short: "interconnect bandwidth",
    unit: "GB/s",
  },
  {
    field: "io_plus_memory_bandwidth_gb_s",
    name: "Interconnect and memory bandwidth together (GB/s)",
    short: "interconnect and memory bandwidth",
    unit: "GB/s",
  },
];

export function axisOf(field: string | undefined, otherwise: Axis): Axis {
  return AXES.find((axis) => axis.field === field) ?? otherwise;
}

function valueWords(value: unknown, unit: string): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(one, unit)).join(" or ");
  if (typeof value !== "number") return String(value);
  return unit ? `${figure(value)} ${unit}` : figure(value);
}

const OPS: Record<string, string> = {
  "==": "is",
  "!=": "is not",
  in: "is",
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
};

function comparisonWords({ field = "", op = "==", value }: Predicate): string {
  const axis = AXES.find((known) => known.field === field);
  const name = axis?.short ?? plain(field);
  if (typeof value === "boolean") return value === (op === "==") ? name : `not ${name}`;
  return `${name} ${OPS[op] ?? op} ${valueWords(value, axis?.unit ?? "")}`;
}

/** A predicate as people read it: "vendor is NVIDIA and memory bandwidth ≥ 4,000 GB/s". */
export function predicateWords(predicate: Predicate, inner = false): string {
  const children = predicate.all ?? predicate.any;
  if (!children) return comparisonWords(predicate);
  const words = children.map((child) => predicateWords(child, true)).join(predicate.all ? " and " : " or ");
  return inner && children.length > 1 ? `(${words})` : words;
}

/** A figure of an axis with its unit. */
export function amount(axis: Axis, value: number | null | undefined): string {
  return value === null || value === undefined ? figure(value) : valueWords(value, axis.unit);
}
