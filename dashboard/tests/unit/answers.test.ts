import assert from "node:assert/strict";
import { test } from "node:test";
import { compared, restsOn, statusOf } from "../../src/law/answer";
import { nearest, type Step, turns } from "../../src/law/steps";
import { exampleDay, examplePlace } from "../../src/screens/ruling/example";

type Decision = Parameters<typeof compared>[0];

const step = (
  test: string,
  value: Step["value"],
  result: boolean | null,
  margin: number | null = null,
): Step => ({
  provision: "r#1",
  effect: "classify",
  test,
  value,
  result,
  margin,
  cite: null,
});
const decided = (steps: Step[]) => ({ legs: [{ steps }] }) as unknown as Decision;

test("what it turned on are the tests of a changed fact that came out differently", () => {
  const before = decided([
    step("tpp >= 4800", 15000, true, 10200),
    step("tpp >= 1600", 15000, true, 13400),
    step("eccn in 3A090.a", null, true),
    step("data_center == true", true, true),
  ]);
  const after = decided([
    step("tpp >= 4800", 2000, false, -2800),
    step("tpp >= 1600", 2000, true, 400),
    step("eccn in 3A090.a", null, false),
    step("data_center == true", true, true),
    step("tpp >= 10", 2000, false),
  ]);
  assert.deepEqual(
    turns(before, after).map((turn) => [turn.after.test, turn.before.value, turn.after.value]),
    [["tpp >= 4800", 15000, 2000]],
  );
});

test("the nearest lines are those that a figure misses or passes by the least part of the line", () => {
  const lines = nearest(
    decided([
      step("tpp >= 4800", 2368, false, -2432),
      step("tpp >= 2400", 2368, false, -32),
      step("memory_bandwidth_gb_s >= 4000", 4100, true, 100),
      step("data_center == true", true, true),
      step("tpp < 2400", 2368, true, -32),
    ]),
    2,
  );
  assert.deepEqual(
    lines.map(({ test, share }) => [test, share.toFixed(4)]),
    [
      ["tpp >= 2400", "-0.0133"],
      ["memory_bandwidth_gb_s >= 4000", "0.0250"],
    ],
  );
});

const leg = (eccn: string | null, rulings: string[]) => ({
  side: "export",
  jurisdiction: "US",
  eccn,
  eccn_uncertain: false,
  policy: null,
  exception: null,
  conditions: [],
  because: rulings.map((id) => ({ id, title: id.toUpperCase() })),
});
const answer = (outcome: string, eccn: string | null, rulings: string[] = []) =>
  ({ outcome, possible: [outcome], missing: [], legs: [leg(eccn, rulings)] }) as unknown as Decision;

test("two answers are compared by what either has, and nothing that neither has is said", () => {
  const rows = compared(answer("license_required", "3A090.a"), answer("no_license_required", null));
  assert.deepEqual(rows, [
    { name: "Outcome", values: ["License required", "No license required"], same: false },
    { name: "Classification", values: ["3A090.a (US)", "None recorded"], same: false },
  ]);
});

test("equal answers are the same in every member", () => {
  const one = answer("license_required", "3A090.a");
  assert.ok(compared(one, one).every(({ same }) => same));
});

test("an answer rests on each ruling once", () => {
  const two = { legs: [leg(null, ["a", "b"]), leg(null, ["b"])] } as unknown as Decision;
  assert.deepEqual(restsOn(two), [
    { id: "a", title: "A" },
    { id: "b", title: "B" },
  ]);
});

const provision = (effect: string, ...include: string[]) =>
  ({ effect, destinations: { include, exclude: [], headquartered_in: [] } }) as unknown as Parameters<
    typeof examplePlace
  >[0]["provisions"][number];

test("a ruling is shown at work on a day when it is in force", () => {
  assert.equal(exampleDay({ state: "in_force", effective_from: "2023-01-01" }, "2026-01-01"), "2026-01-01");
  assert.equal(exampleDay({ state: "ended", effective_from: "2023-01-01" }, "2026-01-01"), "2023-01-01");
  assert.equal(exampleDay({ state: "proposed", effective_from: null }, "2026-01-01"), "2026-01-01");
});

test("and at a place that a deciding provision names, a destination before a group", () => {
  const provisions = [
    provision("classify", "AA"),
    provision("license_required", "*", "group:G:1"),
    provision("license_required", "BB"),
  ];
  assert.deepEqual(examplePlace({ provisions }), { kind: "destination", id: "BB" });
  assert.deepEqual(examplePlace({ provisions: provisions.slice(1, 2) }), { kind: "group", id: "G:1" });
  assert.deepEqual(examplePlace({ provisions: provisions.slice(0, 1) }), { kind: "destination", id: "AA" });
  assert.equal(examplePlace({ provisions: [provision("classify", "*")] }), null);
});

test("where several are possible no single status is said, and an uncertain classification stays one without a number", () => {
  assert.equal(
    statusOf({ status: "no_restriction_recorded", possible: ["no_restriction_recorded"] }),
    "no_restriction_recorded",
  );
  assert.equal(
    statusOf({ status: "no_restriction_recorded", possible: ["not_admitted", "no_restriction_recorded"] }),
    "unknown",
  );
  const of = (status: string, possible: string[]) =>
    ({
      outcome: "no_license_required",
      possible: ["no_license_required"],
      missing: [],
      legs: [
        {
          side: "export",
          jurisdiction: "US",
          eccn: null,
          eccn_uncertain: possible.length > 1,
          policy: null,
          conditions: [],
        },
        { side: "import", jurisdiction: "CN", status, possible, conditions: [] },
      ],
    }) as unknown as Decision;
  const told = compared(
    of("no_restriction_recorded", ["no_restriction_recorded"]),
    of("no_restriction_recorded", ["not_admitted", "no_restriction_recorded"]),
  );
  const said = (name: string) => told.find((member) => member.name === name)?.values;
  assert.deepEqual(said("Import"), ["No restriction recorded (CN)", "Unknown (CN)"]);
  assert.deepEqual(said("Classification"), ["None recorded", "None recorded, uncertain (US)"]);
});
