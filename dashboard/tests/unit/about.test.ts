import assert from "node:assert/strict";
import { test } from "node:test";
import { citation, methods } from "../../src/screens/about/cite";
import { candidates, type Doubt, dayOfDoubt, groupOf } from "../../src/screens/about/doubt";
import { inBrief } from "../../src/ui/fold";

const about = (more: object) => ({ from: null, until: null, ...more }) as Doubt["about"];

test("a doubt is looked for today, or on the last day that it concerns", () => {
  const now = "2026-11-23";
  assert.equal(dayOfDoubt(about({}), now), now);
  assert.equal(dayOfDoubt(about({ from: "2023-07-30", until: "2023-11-17" }), now), "2023-11-16");
  assert.equal(dayOfDoubt(about({ until: "2030-01-01" }), now), now);
  assert.equal(dayOfDoubt(about({ from: "2027-01-01" }), now), "2027-01-01");
});

test("a group is told from a place", () => {
  assert.equal(groupOf("group:D:5"), "D:5");
  assert.equal(groupOf("CN"), null);
});

test("few questions are all asked, many are spread over chips and places", () => {
  const date = "2026-01-01";
  const few = candidates(["x", "y"], ["CN", "HK"], { date }, 10);
  assert.deepEqual(
    few.map(({ chip, destination }) => `${chip} ${destination}`),
    ["x CN", "x HK", "y CN", "y HK"],
  );
  const chips = Array.from({ length: 200 }, (_, i) => `c${i}`);
  const places = Array.from({ length: 250 }, (_, i) => `p${i}`);
  const many = candidates(chips, places, { date }, 100);
  assert.equal(many.length, 100);
  assert.equal(new Set(many.map(({ chip, destination }) => `${chip} ${destination}`)).size, 100);
  assert.ok(new Set(many.map(({ chip }) => chip)).size > 60, "most of them of another chip");
  assert.deepEqual(candidates([], places, { date }, 100), []);
});

const SERVICE = {
  service: "navicert",
  title: "Chips and rulings",
  data_version: 1,
  verified_through: "2026-10-10",
  versions: { latest: { data_version: 2, recorded_at: "2026-11-23T00:00:00.000Z" } },
  counts: { chips: 3, rulings: 1, events: 2 },
  coverage: { jurisdictions: ["US", "EU"], first_date: "2022-08-01", not_modelled: ["tariffs", "parties"] },
  notice: "Not legal advice.",
} as unknown as Parameters<typeof citation>[0];

test("a citation names the version it was made of, and an address that keeps to it", () => {
  const text = citation(SERVICE, "https://navicert.example", "2026-12-01");
  assert.match(text, /Data version 1, rulings verified through 2026-10-10\./);
  assert.match(text, /https:\/\/navicert\.example\/v1\?known_at=1 \(accessed 2026-12-01\)\.$/);
  const latest = citation({ ...SERVICE, data_version: 2 }, "https://navicert.example", "2026-12-01");
  assert.match(latest, /Data version 2, recorded 2026-11-23,/);
});

test("the methods box says what is not covered", () => {
  const text = methods(SERVICE, (code) => ({ US: "United States" })[code] ?? code);
  assert.match(text, /3 chips, 1 ruling of United States, EU, and 2 events/);
  assert.match(text, /Not covered: tariffs; parties\. Not legal advice\.$/);
});

test("a long list of names is told in brief, a short one whole", () => {
  const names = ["a", "b", "c", "d", "e"].map((text) => ({ text }));
  assert.equal(inBrief(names.slice(0, 4)), "a, b, c, d");
  assert.equal(inBrief(names), "a, b and 3 more");
});
