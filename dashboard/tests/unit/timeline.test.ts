import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutOf } from "../../src/screens/timeline/layout";
import {
  changesOf,
  changeWords,
  extent,
  type History,
  lanesOf,
  legWords,
} from "../../src/screens/timeline/model";
import {
  type Brief,
  notches,
  pendingQueries,
  pendingSpans,
  scheduledSpans,
} from "../../src/screens/timeline/pending";
import { chronologyCsv } from "../../src/screens/timeline/table";
import { moved, yearsOf, zoomed } from "../../src/screens/timeline/window";

interface Said {
  from: string;
  until: string | null;
  outcome?: string;
  status?: string;
  policy?: string | null;
  imports?: string;
  by?: string[];
}

/** A history of one export leg and one import leg, as the API answers, of what matters here. */
function history(said: Said[], more: Record<string, unknown> = {}): History {
  const intervals = said.map(({ from, until, status = "license_required", ...rest }) => ({
    from,
    until,
    outcome: rest.outcome ?? status,
    possible: [rest.outcome ?? status],
    projected: false,
    before_coverage: false,
    legs: [
      {
        side: "export",
        jurisdiction: "US",
        status,
        policy: rest.policy ?? null,
        exception: null,
        domestic: false,
        possible: [status],
        conditions: [],
      },
      {
        side: "import",
        jurisdiction: "CN",
        status: rest.imports ?? "no_restriction_recorded",
        policy: null,
        possible: [],
        conditions: [],
      },
    ],
    changed_by: (rest.by ?? []).map((id) => ({ id, title: id })),
    doubts: [],
    events: [],
  }));
  return {
    question: { chip: "chip-x", destination: "CN", from: said[0]?.from, to: null, known_at: 1 },
    matched: { chip: { text: "x", name: "X", id: "chip-x", how: "id" }, destination: { name: "China" } },
    intervals,
    currency: { data_version: 1, verified_through: null, lapsed_unverified: [] },
    ...more,
  } as unknown as History; // Only the members that are read here.
}

function ruling(id: string, more: Partial<Brief>, ...provisions: Record<string, unknown>[]): Brief {
  return {
    id,
    title: id,
    jurisdiction: "US",
    standing: "operative",
    announced_on: null,
    effective_from: null,
    effective_until: null,
    suspends: [],
    provisions: provisions.map((provision, i) => ({
      id: `${id}#${i + 1}`,
      effective_from: null,
      effective_until: null,
      targets: [],
      ...provision,
    })),
    ...more,
  } as Brief;
}

test("a lane goes on over what changes elsewhere, and ends where its own status or policy changes", () => {
  const told = history([
    { from: "2022-01-01", until: "2023-01-01" },
    { from: "2023-01-01", until: "2024-01-01", imports: "discouraged" },
    { from: "2024-01-01", until: null, imports: "discouraged", policy: "case_by_case" },
  ]);
  const [out, into] = lanesOf(told);
  const stretches = (lane: typeof out) => lane?.bands.map(({ from, until }) => [from, until]);
  assert.deepEqual(stretches(out), [
    ["2022-01-01", "2024-01-01"],
    ["2024-01-01", null],
  ]);
  assert.deepEqual(stretches(into), [
    ["2022-01-01", "2023-01-01"],
    ["2023-01-01", null],
  ]);
});

test("what lies after the last verified day is projected from the day after, and knows the whole", () => {
  const told = history([{ from: "2022-01-01", until: null }], {
    currency: { data_version: 1, verified_through: "2025-12-31", lapsed_unverified: [] },
  });
  assert.deepEqual(
    lanesOf(told)[0]?.bands.map(({ from, until, projected, whole }) => ({ from, until, projected, whole })),
    [
      {
        from: "2022-01-01",
        until: "2026-01-01",
        projected: false,
        whole: { from: "2022-01-01", until: null },
      },
      { from: "2026-01-01", until: null, projected: true, whole: { from: "2022-01-01", until: null } },
    ],
  );
});

test("every further leg has a lane of its own, exports before imports", () => {
  const told = history([{ from: "2022-01-01", until: null }]);
  const legs = told.intervals[0]?.legs;
  legs?.push({ ...legs[0], jurisdiction: "TW" } as (typeof legs)[number]);
  assert.deepEqual(
    lanesOf(told).map(({ side, jurisdiction }) => `${side} ${jurisdiction}`),
    ["export US", "export TW", "import CN"],
  );
});

test("a flip is a change of the outcome, terms are of a leg, grounds are the rest", () => {
  const told = history([
    { from: "2022-01-01", until: "2023-01-01", status: "no_license_required" },
    { from: "2023-01-01", until: "2024-01-01" },
    { from: "2024-01-01", until: "2025-01-01", imports: "discouraged" },
    { from: "2025-01-01", until: null, imports: "discouraged", by: ["r"] },
  ]);
  const changes = changesOf(told);
  assert.deepEqual(
    changes.map(({ day, weight }) => [day, weight]),
    [
      ["2023-01-01", "flip"],
      ["2024-01-01", "terms"],
      ["2025-01-01", "grounds"],
    ],
  );
  assert.deepEqual(changes.map(changeWords), [
    "No license required became license required",
    "Import into CN: discouraged",
    "The same answer on other grounds",
  ]);
});

test("before the data set begins nothing is known, and its beginning is no flip", () => {
  const told = history([
    { from: "2021-01-01", until: "2022-08-01", outcome: "unknown", status: "unknown" },
    { from: "2022-08-01", until: null },
  ]);
  if (told.intervals[0]) told.intervals[0].before_coverage = true;
  assert.deepEqual(changesOf(told), []);
  const bands = lanesOf(told).map(({ bands: [first] }) => [first?.tone, first?.words]);
  assert.deepEqual(bands, [
    ["unknown", ["Before this data set begins"]],
    ["unknown", ["Before this data set begins"]],
  ]);
});

test("a leg that is unknown says what it could be", () => {
  const [leg] = history([{ from: "2022-01-01", until: null, status: "unknown" }]).intervals[0]?.legs ?? [];
  assert.ok(leg);
  leg.possible = ["license_required", "no_license_required"] as typeof leg.possible;
  assert.deepEqual(legWords(leg), ["Unknown", "could be license required or no license required"]);
});

test("an import side that may be more than its least status is unknown, not free", () => {
  const [leg] = history([{ from: "2022-01-01", until: null }]).intervals[0]?.legs.slice(-1) ?? [];
  assert.ok(leg?.side === "import");
  leg.possible = ["discouraged", "no_restriction_recorded"];
  assert.deepEqual(legWords(leg), ["Unknown", "could be discouraged or no restriction recorded"]);
});

test("a pending ruling is shown for the chips whose decision lists it, until the last of its provisions ends", () => {
  const histories = [history([{ from: "2022-01-01", until: null }])];
  const bill = ruling(
    "bill",
    { standing: "proposed", announced_on: "2025-05-01" },
    {},
    { effective_until: "2025-07-01" },
  );
  const plan = ruling(
    "plan",
    { standing: "announced", announced_on: "2025-06-01" },
    { effective_until: "2025-08-01" },
    { effective_until: "2025-07-01" },
  );
  const other = ruling("other", { standing: "proposed", announced_on: "2025-06-02" }, {});
  const undated = ruling("undated", { standing: "proposed" }, {});
  const queries = pendingQueries([bill, plan, other, undated], histories);
  assert.deepEqual(
    queries.map(({ ruling: { id }, day, chip }) => [id, day, chip]),
    [
      ["bill", "2025-05-01", "chip-x"],
      ["plan", "2025-06-01", "chip-x"],
      ["other", "2025-06-02", "chip-x"],
    ],
  );
  const listing = (...ids: string[]) => ({
    pending: ids.map((id) => ({ id, title: id, standing: "proposed" as const, provisions: [] })),
  });
  const spans = pendingSpans(queries, [listing("bill"), listing("bill", "plan"), listing("bill")], () => "X");
  assert.deepEqual(
    spans.map(({ id, standing, from, until, chips }) => [id, standing, from, until, chips]),
    [
      ["bill", "proposed", "2025-05-01", null, ["X"]],
      ["plan", "announced", "2025-06-01", "2025-08-01", ["X"]],
    ],
  );
});

test("a rule is scheduled from its announcement to the day it changes the answer, and only where it begins then", () => {
  const histories = [
    history([
      { from: "2023-01-01", until: "2023-11-17" },
      { from: "2023-11-17", until: null, by: ["rule", "late", "ended"] },
    ]),
  ];
  const rulings = [
    ruling("rule", { announced_on: "2023-10-17", effective_from: "2023-11-17" }, {}),
    ruling("late", { announced_on: "2023-11-20", effective_from: "2023-11-17" }, {}),
    ruling(
      "ended",
      { announced_on: "2022-10-07", effective_from: "2022-10-21", effective_until: "2023-11-17" },
      {},
    ),
  ];
  assert.deepEqual(
    scheduledSpans(histories, rulings).map(({ id, from, until }) => [id, from, until]),
    [["rule", "2023-10-17", "2023-11-17"]],
  );
});

test("a lapse is on its provision's own end, else on its ruling's, else on that of a suspension of it", () => {
  const lapsed = ["own", "whole", "freed", "nowhere"].map((id) => ({
    id,
    title: id,
    verified_through: "2026-01-01",
    provisions: [`${id}#1`],
  }));
  const told = history([{ from: "2022-01-01", until: null }], {
    currency: { data_version: 1, verified_through: "2026-01-01", lapsed_unverified: lapsed },
  });
  const rulings = [
    ruling(
      "own",
      { effective_until: "2030-01-01" },
      { effective_until: "2026-04-01" },
      { effective_until: "2020-01-01" },
    ),
    ruling("whole", { effective_until: "2026-05-01", jurisdiction: "CN" }, {}),
    ruling("freed", {}, {}),
    ruling("pause", { effective_until: "2026-04-01" }, { targets: ["freed"] }),
    ruling("nowhere", {}, {}),
  ];
  assert.deepEqual(
    notches(told, rulings).map(({ day, jurisdiction, rulings: those }) => [
      day,
      jurisdiction,
      those.map(({ id }) => id),
    ]),
    [
      ["2026-04-01", "US", ["own", "freed"]],
      ["2026-05-01", "CN", ["whole"]],
    ],
  );
});

test("the picture ends where the address says, else a while after the last day that is known of", () => {
  const told = history([{ from: "2022-01-01", until: null }]);
  assert.deepEqual(extent([told], ["2026-12-31"], "2026-06-01"), ["2022-01-01", "2027-02-14"]);
  assert.deepEqual(extent([told], [], "2026-06-01"), ["2022-01-01", "2026-07-16"]);
  const narrowed = history([{ from: "2022-01-01", until: "2023-01-01" }], {
    question: { ...told.question, to: "2023-01-01" },
  });
  assert.deepEqual(extent([narrowed], ["2026-12-31"], "2026-06-01"), ["2022-01-01", "2023-01-01"]);
});

test("years, steps and zooms keep whole days about the middle", () => {
  assert.deepEqual(
    yearsOf("2022-08-01", "2023-02-01").map(({ year, from, to }) => [year, from, to]),
    [
      ["2022", "2022-01-01", "2023-01-01"],
      ["2023", "2023-01-01", "2024-01-01"],
    ],
  );
  assert.deepEqual(moved(["2024-01-01", "2024-01-11"], -1), { from: "2023-12-27", to: "2024-01-06" });
  assert.deepEqual(zoomed(["2024-01-01", "2024-01-31"], 0.5), { from: "2024-01-09", to: "2024-01-24" });
  assert.deepEqual(zoomed(["2024-01-01", "2024-01-05"], 0.5), { from: "2023-12-31", to: "2024-01-07" });
});

test("a picture puts days on pixels, and no two spans with their labels over each other", () => {
  const span = (id: string, from: string, until: string | null) => ({
    id,
    title: id,
    standing: "proposed" as const,
    from,
    until,
    chips: ["X"],
  });
  const layout = layoutOf({
    width: 1000,
    head: 18,
    domain: ["2024-01-01", "2025-01-01"],
    rows: [],
    spans: [
      span("long", "2024-01-01", null),
      span("short", "2024-02-01", "2024-02-03"),
      span("last", "2024-12-20", "2024-12-30"),
      span("gone", "2023-01-01", "2024-01-01"),
    ],
    laneLabel: () => "",
    fit: (text) => text,
    measure: (text) => text.length * 6,
  });
  assert.equal(layout.x("2024-01-01"), layout.left);
  assert.equal(layout.x("2025-01-01"), layout.right);
  assert.deepEqual(
    layout.spans.map(({ span: { id }, at, y1 }) => [id, at, y1 - (layout.spans[0]?.y1 ?? 0)]),
    [
      ["long", "inside", 0],
      ["short", "after", 22],
      ["last", "before", 22],
    ],
  );
});

test("the table has a row for each interval, with what changed it and how much", () => {
  const told = history([
    { from: "2022-01-01", until: "2023-01-01", status: "no_license_required" },
    { from: "2023-01-01", until: null, policy: "presumption_of_denial", by: ["a", "b"] },
  ]);
  const { columns, rows } = chronologyCsv([told]);
  const cell = (row: number, column: string) => rows[row]?.[columns.indexOf(column)];
  assert.equal(rows.length, 2);
  assert.deepEqual([cell(0, "change"), cell(1, "change")], [null, "flip"]);
  assert.equal(cell(1, "export"), "US: License required, presumption of denial");
  assert.equal(cell(1, "changed_by"), "a b");
  assert.equal(cell(0, "until"), "2023-01-01");
});
