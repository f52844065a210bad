// The facts of a chip under the names that predicates have for them, and how they are called here.
import type { Schemas } from "../api/client";
import type { Fact, Look } from "./predicate";

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
  /** For the end of an axis and the head of a column, with its unit. */
  name: string;
}

/** The figures that a plane can be spanned by. */
export const AXES: Axis[] = [
  { field: "tpp", name: "Total processing performance (TPP)" },
  { field: "performance_density", name: "Performance density (TPP per mm² of logic die)" },
  { field: "memory_bandwidth_gb_s", name: "Memory bandwidth (GB/s)" },
  { field: "interconnect_gb_s", name: "Interconnect bandwidth (GB/s)" },
  {
    field: "io_plus_memory_bandwidth_gb_s",
    name: "Interconnect and memory bandwidth together (GB/s)",
  },
];

export function axisOf(field: string | undefined, otherwise: Axis): Axis {
  return AXES.find((axis) => axis.field === field) ?? otherwise;
}
