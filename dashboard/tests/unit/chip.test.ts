import assert from "node:assert/strict";
import { test } from "node:test";
import { alteredChip, numbersOf, unaltered } from "../../src/screens/chip/altered";
import {
  type Chip,
  derivationOf,
  differs,
  figuresOf,
  label,
  labelWithin,
  runs,
  sourcesOf,
} from "../../src/screens/chip/figures";
import { reached } from "../../src/screens/chip/reached";
import { chipFilter, order, turned } from "../../src/screens/chips/list";

const chip: Chip = {
  id: "one",
  segment: "data_center",
  peak_tops: { fp16: 100, fp8: 200, fp4: null },
  memory: { type: "HBM", capacity_gb: 80, bandwidth_gb_s: 3000 },
  interconnect: { name: null, bandwidth_gb_s: null },
  die_area_mm2: 800,
  package_count: 1,
  sources: [
    { title: "Data sheet", url: "https://one.example/", fields: ["peak_tops", "memory.bandwidth_gb_s"] },
    { title: "Die shot", url: "https://two.example/", fields: ["die_area_mm2", "peak_tops.fp8"] },
  ],
};

const column = (name: string, type: "number" | "text" = "number") => ({
  list: "chips",
  name,
  type,
  unit: type === "number" ? "watts" : null,
  description: "",
});

test("a source covers a member by its path, or by what that is part of, and nothing that only begins alike", () => {
  assert.deepEqual(sourcesOf(chip, "peak_tops.fp8"), [0, 1]);
  assert.deepEqual(sourcesOf(chip, "memory.bandwidth_gb_s"), [0]);
  assert.deepEqual(sourcesOf(chip, "memory.type"), []);
  assert.deepEqual(sourcesOf(chip, "die_area_mm2_x"), []);
});

test("figures are the numbers that are measured, and the names of parts; not what is derived", () => {
  const columns = [
    column("name", "text"),
    column("metrics.tpp"),
    column("peak_tops.fp8"),
    column("memory.type", "text"),
    column("interconnect.bandwidth_gb_s"),
    column("revision"),
  ];
  const figures = figuresOf(chip, columns);
  assert.deepEqual(
    figures.map(({ path, value, unit }) => [path, value, unit]),
    [
      ["peak_tops.fp8", 200, "W"],
      ["memory.type", "HBM", ""],
      ["interconnect.bandwidth_gb_s", null, "W"],
    ],
  );
});

test("figures of the same sources are one run, and others between part them", () => {
  const figures = figuresOf(chip, [
    column("peak_tops.fp16"),
    column("memory.bandwidth_gb_s"),
    column("die_area_mm2"),
    column("peak_tops.fp4"),
  ]);
  assert.deepEqual(
    runs(figures).map((run) => run.map(({ path }) => path)),
    [["peak_tops.fp16", "memory.bandwidth_gb_s"], ["die_area_mm2"], ["peak_tops.fp4"]],
  );
});

test("labels keep their initials within a sentence", () => {
  assert.equal(label("peak_tops.fp8"), "FP8 throughput");
  assert.equal(labelWithin("peak_tops.fp8"), "FP8 throughput");
  assert.equal(labelWithin("die_area_mm2"), "die area");
});

test("a derivation is taken apart into equations, and what is none stays whole", () => {
  assert.deepEqual(derivationOf("tpp = 2 TOPS x 8; performance_density = tpp / 4"), [
    { name: "tpp", steps: "2 TOPS x 8" },
    { name: "performance_density", steps: "tpp / 4" },
  ]);
  assert.deepEqual(derivationOf("tpp is not known"), [{ name: "", steps: "tpp is not known" }]);
});

test("what others report differs where it is more than rounding", () => {
  assert.equal(differs(60000, 61120)?.toFixed(4), "0.0187");
  assert.equal(differs(19.4496, 19.45), null);
  assert.equal(differs(null, 5), null);
  assert.equal(differs(5, null), null);
});

test("a chip is altered by what differs from its record, and by nothing else", () => {
  assert.equal(alteredChip(chip, {}), null);
  assert.equal(
    alteredChip(chip, { view_die_area_mm2: "800", view_throughput: "100", date: "2024-01-01" }),
    null,
  );
  assert.deepEqual(alteredChip(chip, { view_die_area_mm2: "400", view_segment: "consumer" }), {
    like: "one",
    die_area_mm2: 400,
    segment: "consumer",
  });
});

test("throughput is scaled where it is recorded, and a precision that is given goes before", () => {
  assert.deepEqual(alteredChip(chip, { view_throughput: "50", "view_peak_tops.fp8": "30" }), {
    like: "one",
    peak_tops: { fp16: 50, fp8: 30 },
  });
});

test("members of one object are changed side by side", () => {
  assert.deepEqual(alteredChip(chip, { "view_peak_tops.fp4": "9", "view_peak_tops.fp16": "7" }), {
    like: "one",
    peak_tops: { fp16: 7, fp4: 9 },
  });
});

test("what is no number goes to the API as it was written", () => {
  assert.deepEqual(alteredChip(chip, { view_die_area_mm2: "big" }), { like: "one", die_area_mm2: "big" });
});

test("recorded numbers come first, and taking back takes back all of them", () => {
  assert.deepEqual(numbersOf(chip).slice(0, 3), ["peak_tops.fp16", "peak_tops.fp8", "memory.bandwidth_gb_s"]);
  assert.ok(numbersOf(chip).includes("peak_tops.fp4"));
  const back = unaltered(chip);
  for (const name of ["view_throughput", "view_die_area_mm2", "view_peak_tops.fp4", "view_kind"])
    assert.equal(back[name], null);
});

test("destinations are counted by outcome, the most restrictive first and the uncertain apart", () => {
  const answer = (outcome: string, possible: string[], destinations: string[]) =>
    ({ outcome, possible, destinations }) as unknown as Parameters<typeof reached>[0][number];
  const rows = reached([
    answer("no_license_required", ["no_license_required"], ["A"]),
    answer("prohibited", ["prohibited"], ["B"]),
    answer("no_license_required", ["no_license_required"], ["C", "D"]),
    answer("prohibited", ["prohibited", "unknown"], ["E"]),
  ]);
  assert.deepEqual(
    rows.map(({ outcome, certain, destinations }) => [outcome, certain, destinations.join("")]),
    [
      ["prohibited", true, "B"],
      ["prohibited", false, "E"],
      ["no_license_required", true, "ACD"],
    ],
  );
});

test("the list takes the filters of the API from the address, with their operators, and nothing of the page's own", () => {
  const state = { vendor: "X", "tpp.gte": "5", chip: "y", view_pages: "2", kind: "", date: "2024-01-01" };
  assert.deepEqual(chipFilter(state), { vendor: "X", "tpp.gte": "5" });
});

test("a head sorts down first, then up", () => {
  assert.equal(order("-tpp,name", "tpp"), "descending");
  assert.equal(order("tpp", "tpp"), "ascending");
  assert.equal(order("-tpp", "name"), null);
  assert.equal(turned("name", "tpp"), "-tpp");
  assert.equal(turned("-tpp", "tpp"), "tpp");
});
