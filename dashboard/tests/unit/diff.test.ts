import assert from "node:assert/strict";
import { test } from "node:test";
import {
  aspectsAsked,
  countedAspects,
  diffQuery,
  listed,
  members,
  nextVisit,
  shortcuts,
} from "../../src/screens/diff/ask";
import { causesOf, directionOf, type Item, pairsOf, rulingsOf, turnsOf } from "../../src/screens/diff/group";
import { between, sentence } from "../../src/screens/diff/sentence";

const RULES = { a: { id: "a", title: "Rule A" }, b: { id: "b", title: "Rule B" } };

function verdict(outcome: string, more: object = {}) {
  return {
    outcome,
    possible: [outcome],
    policy: null,
    eccn: "3A090.a",
    eccn_uncertain: false,
    exception: null,
    import_status: "no_restriction_recorded",
    import_possible: ["no_restriction_recorded"],
    because: [],
    missing: [],
    ...more,
  };
}

function item(chip: string, destinations: string[], more: object = {}): Item {
  return {
    chip: { id: chip, name: chip.toUpperCase() },
    changed: ["outcome", "grounds"],
    before: verdict("no_license_required"),
    after: verdict("license_required"),
    changed_by: [RULES.a],
    also_changed: [],
    destinations,
    ...more,
  } as unknown as Item;
}

test("chips that share a move and all its destinations are one parcel", () => {
  const [cause, ...others] = causesOf([item("x", ["CN", "HK"]), item("y", ["CN", "HK"]), item("z", ["CN"])]);
  assert.deepEqual(others, []);
  assert.equal(cause?.moves.length, 1);
  const told = cause?.moves[0]?.parcels.map(({ chips, destinations }) => [
    chips.map(({ id }) => id),
    destinations,
  ]);
  assert.deepEqual(told, [
    [
      ["x", "y"],
      ["CN", "HK"],
    ],
    [["z"], ["CN"]],
  ]);
});

test("every pair is counted in one part only, and the parts add up", () => {
  const items = [
    item("x", ["CN", "HK"]),
    item("x", ["AE"], { changed_by: [RULES.a, RULES.b] }),
    item("y", ["CN"], { changed_by: [RULES.b] }),
    item("y", ["KH", "RU", "SY"], { changed_by: [], also_changed: ["destination"] }),
  ];
  const causes = causesOf(items);
  assert.equal(
    causes.reduce((sum, cause) => sum + cause.pairs, 0),
    pairsOf(items),
  );
  assert.deepEqual(
    causes.map((cause) => [cause.rulings.map(({ id }) => id), cause.also, cause.pairs]),
    [
      [[], ["destination"], 3],
      [["a"], [], 2],
      [["a", "b"], [], 1],
      [["b"], [], 1],
    ],
  );
  for (const cause of causes)
    assert.equal(
      cause.moves.reduce((sum, move) => sum + move.pairs, 0),
      cause.pairs,
    );
  assert.deepEqual(
    rulingsOf(items).map(({ id }) => id),
    ["a", "b"],
  );
});

test("a classification parts moves only where it is what changed", () => {
  const same = [
    item("x", ["CN"]),
    item("y", ["CN"], { after: verdict("license_required", { eccn: "4A090.a" }) }),
  ];
  assert.equal(causesOf(same)[0]?.moves.length, 1);
  const reclassified = same.map((one) => ({ ...one, changed: ["outcome", "eccn"] }) as Item);
  const moves = causesOf(reclassified)[0]?.moves ?? [];
  assert.deepEqual(
    moves.map((move) => move.after?.eccn),
    ["3A090.a", "4A090.a"],
  );
});

test("what one state does not know has no side", () => {
  const [cause] = causesOf([item("x", ["CN"], { before: null })]);
  assert.equal(cause?.moves[0]?.before, null);
  assert.deepEqual(turnsOf([item("x", ["CN"], { before: null })]), [
    { before: null, after: "license_required", pairs: 1 },
  ]);
});

test("unknown is neither stricter nor less strict than anything", () => {
  const direction = (before: string | null, after: string | null) => directionOf({ before, after });
  assert.equal(direction("no_license_required", "license_required"), "stricter");
  assert.equal(direction("prohibited", "license_exception_available"), "less strict");
  assert.equal(direction("unknown", "prohibited"), "not comparable");
  assert.equal(direction("no_license_required", "unknown"), "not comparable");
  assert.equal(direction(null, "license_required"), "not comparable");
  assert.equal(direction("unknown", "unknown"), "same outcome");
});

test("only what the API takes is asked, as it was written", () => {
  const state = {
    from: "2025-04-08",
    chips: "h20,a\\,b",
    changed: "outcome,nonsense",
    chip: "h200",
    view_all: "1",
    "circumstance.end_user_military": "true",
  };
  assert.deepEqual(diffQuery(state), {
    from: "2025-04-08",
    chips: ["h20", "a\\,b"],
    changed: ["outcome", "nonsense"],
    circumstances: { "circumstance.end_user_military": "true" },
  });
  assert.deepEqual(members(state.chips), ["h20", "a,b"]);
  assert.equal(listed(members(state.chips)), state.chips);
});

test("the aspects that the API counts by itself stand in no address", () => {
  const usual = countedAspects({});
  assert.ok(!usual.includes("grounds"));
  assert.equal(aspectsAsked(usual), null);
  assert.equal(aspectsAsked(["policy", "outcome"]), "outcome,policy");
  assert.deepEqual(countedAspects({ changed: "grounds" }), ["grounds"]);
});

const SERVICE = {
  data_version: 3,
  verified_through: "2026-10-10",
  coverage: { first_date: "2022-08-01" },
  versions: { latest: { data_version: 3, recorded_at: "2026-11-23T00:00:00.000Z" } },
} as Parameters<typeof shortcuts>[1];

test("ready questions end today and keep what is filtered by", () => {
  const state = { from: "2020-01-01", known_from: "1", destinations: "CN" };
  const hrefs = shortcuts(state, SERVICE, "2026-11-30").map(({ href }) => href);
  assert.deepEqual(hrefs, [
    "/diff?from=2026-10-10&to=2026-11-30&destinations=CN",
    "/diff?from=2026-10-31&to=2026-11-30&destinations=CN",
    "/diff?from=2025-11-30&to=2026-11-30&destinations=CN",
    "/diff?from=2022-08-01&to=2026-11-30&destinations=CN",
    "/diff?known_from=2&known_at=3&destinations=CN",
  ]);
  assert.equal(
    shortcuts(state, { ...SERVICE, data_version: 1 }, "2026-11-30").length,
    4,
    "a first version changed nothing",
  );
});

test("the next visit compares with whatever day and data it comes to", () => {
  const href = nextVisit({ to: "2026-01-01", known_at: "1", chips: "h20" }, SERVICE, "2026-11-30");
  assert.equal(href, "/diff?chips=h20&from=2026-11-30&known_from=3");
});

const QUESTION = { from: "2025-04-08", to: "2025-04-09", known_from: 2, known_at: 2 };
const between_ = (question: object) =>
  between({ question: { ...QUESTION, ...question } } as Parameters<typeof between>[0]);

test("the two states are named by the clock that moved", () => {
  assert.equal(between_({}), "Between April 8, 2025 and April 9, 2025");
  assert.equal(
    between_({ from: "2025-04-09", known_from: 1 }),
    "Between data version 1 and data version 2, for April 9, 2025",
  );
  assert.match(between_({ known_from: 1 }), /^Between April 8, 2025 as known at data version 1 and April 9/);
});

test("pages that were not read may hold more rulings", () => {
  const diff = {
    question: QUESTION,
    items: [item("x", ["CN", "HK"])],
    total: 2,
    total_pairs: 5,
    next: "/v1/diff?cursor=x",
    meta: { data_version: 2 },
  } as unknown as Parameters<typeof sentence>[0];
  assert.match(
    sentence(diff, { chips: 10, destinations: 100 }),
    /for 5 of 1,000 pairs .*by at least 1 ruling,/,
  );
  assert.match(sentence({ ...diff, next: null }, undefined), /for 5 pairs .*, by 1 ruling, as recorded by/);
  const none = { ...diff, total_pairs: 0 };
  assert.match(sentence(none, undefined), /changed for no pair of chip and destination, as recorded by/);
  assert.match(sentence(none, { chips: 10, destinations: 100 }), /changed for none of 1,000 pairs of chip/);
});
