// Made-up chips and places for the tests of the matrix.
import type { ChipFacts, PlaceFacts } from "../../src/screens/matrix/model";

export function chip(id: string, tpp: number | null, more: Partial<ChipFacts> = {}): ChipFacts {
  return {
    id,
    name: id.toUpperCase(),
    vendor: "V",
    family: null,
    market: "global",
    released_on: null,
    "metrics.tpp": tpp,
    "metrics.performance_density": null,
    ...more,
  };
}

export function place(code: string, groups: string[], region = "R"): PlaceFacts {
  return { code, name: code, region, groups_on_date: groups };
}
