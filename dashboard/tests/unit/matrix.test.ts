import assert from "node:assert/strict";
import { test } from "node:test";
import { drawingOf, type Node } from "../../src/screens/matrix/drawing";
import {
  cellName,
  importHinders,
  inWords,
  POLICIES,
  policyLetter,
  summaryOf,
} from "../../src/screens/matrix/labels";
import {
  ALONE,
  type Answer,
  type DiffDocument,
  type MatrixDocument,
  MOST,
  modelOf,
  restricted,
  type Wish,
} from "../../src/screens/matrix/model";
import { chip, place } from "./matrix-facts";

function answer(outcome: Answer["outcome"], destinations: string[], more: Partial<Answer> = {}): Answer {
  return {
    outcome,
    possible: [outcome],
    policy: null,
    eccn: null,
    eccn_uncertain: false,
    exception: null,
    import_status: "no_restriction_recorded",
    import_possible: ["no_restriction_recorded"],
    because: [],
    missing: [],
    destinations,
    ...more,
  };
}

/** Of a document only what the table reads. */
function matrix(chips: Record<string, Answer[]>, places: Record<string, string>): MatrixDocument {
  return {
    items: Object.entries(chips).map(([id, answers]) => ({ chip: { id, name: id.toUpperCase() }, answers })),
    total: Object.keys(chips).length,
    destinations: Object.entries(places).map(([code, name]) => ({ code, name })),
    question: { hq: null, export_from: "QX", date: "2025-06-01", known_at: 1 },
  } as unknown as MatrixDocument;
}

const WISH: Wish = { rows: "tpp", columns: "name", groups: [], onlyChanged: false, originStated: false };
const PLACES = { QA: "Zeta", QB: "Alpha", QC: "Mid" };
const TABLE = matrix(
  {
    small: [answer("license_required", ["QA"]), answer("no_license_required", ["QB", "QC"])],
    big: [answer("prohibited", ["QC"]), answer("license_required", ["QA"]), answer("unknown", ["QB"])],
    secret: [answer("no_license_required", ["QA", "QB", "QC"])],
  },
  PLACES,
);
const FACTS = [chip("small", 10), chip("big", 4000), chip("secret", null)];

function diff(before: string, after: string): DiffDocument {
  return {
    before: { date: before },
    after: { date: after },
    items: [
      {
        chip: { id: "small", name: "SMALL" },
        changed: ["outcome"],
        before: answer("no_license_required", []),
        after: answer("prohibited", []),
        changed_by: [{ id: "r", title: "The rule" }],
        also_changed: [],
        destinations: ["QA", "GONE"],
      },
    ],
  } as unknown as DiffDocument;
}

test("rows go down by the figure, and what has none stands last", () => {
  const ids = (wish: Partial<Wish>, facts = FACTS) =>
    modelOf(TABLE, null, facts, [], { ...WISH, ...wish }).rows.map((row) => row.id);
  assert.deepEqual(ids({}), ["big", "small", "secret"]);
  assert.deepEqual(ids({ rows: "name" }), ["big", "secret", "small"]);
  const dated = FACTS.map((fact, i) => ({
    ...fact,
    released_on: [null, "2024-01-01", "2025-01-01"][i] ?? null,
  }));
  assert.deepEqual(ids({ rows: "released" }, dated), ["secret", "big", "small"]);
});

test("columns stand under the groups that were asked for, each place once, the others apart", () => {
  const places = [place("QA", ["G:2", "G:1"]), place("QB", ["G:2"]), place("QC", ["other"])];
  const model = modelOf(TABLE, null, FACTS, places, { ...WISH, columns: "group", groups: ["G:1", "g:2"] });
  assert.deepEqual(
    model.columns.map(({ code, section }) => [code, section]),
    [
      ["QA", "G:1"],
      ["QB", "G:2"],
      ["QC", ALONE],
    ],
  );
  assert.deepEqual(
    model.sections.map(({ label, span }) => `${label} ${span}`),
    ["G:1 1", "G:2 1", `${ALONE} 1`],
  );
});

test("the most restricted destinations come first where that is asked for", () => {
  const order = (columns: Wish["columns"]) =>
    modelOf(TABLE, null, FACTS, [], { ...WISH, columns }).columns.map(({ code }) => code);
  assert.deepEqual(order("strictest"), ["QC", "QA", "QB"]);
  assert.deepEqual(order("name"), ["QB", "QC", "QA"]);
});

test("pairs are counted by outcome, and the sentence says as many", () => {
  const model = modelOf(TABLE, null, FACTS, [], WISH);
  assert.equal(model.pairs, 9);
  assert.equal(
    model.counts.reduce((sum, { count }) => sum + count, 0),
    9,
  );
  assert.equal(
    summaryOf(model),
    "On June 1, 2025, as recorded by this data set, of 9 pairs of 3 chips and 3 destinations, 1 is prohibited, 2 need a license, 5 need no license and of 1 it is unknown.",
  );
});

test("the sentence says for whom, from where and under what circumstances, where that was stated", () => {
  const question = { ...TABLE.question, hq: "QB", circumstances: { end_use: "x" } };
  const asked = (wish: Wish) =>
    summaryOf(modelOf({ ...TABLE, question }, null, FACTS, [place("QB", [])], wish)).split(", of ")[0];
  const said = "On June 1, 2025, as recorded by this data set, for a recipient headquartered in QB";
  assert.equal(asked(WISH), `${said}, with end use x`);
  assert.equal(asked({ ...WISH, originStated: true }), `${said}, shipped from QX, with end use x`);
});

test("unknown counts neither as barred nor as free", () => {
  assert.deepEqual(restricted([answer("unknown", []), answer("prohibited", []), undefined]), {
    barred: 1,
    unknown: 1,
    of: 2,
  });
});

test("a cell that differs tells of the other day, whichever of the two is shown", () => {
  const was = (from: string, to: string) =>
    modelOf(TABLE, diff(from, to), FACTS, [], WISH)
      .rows.find((row) => row.id === "small")
      ?.changes.get("QA")?.was?.outcome;
  assert.equal(was("2024-06-01", "2025-06-01"), "no_license_required");
  assert.equal(was("2025-06-01", "2026-06-01"), "prohibited");
  const model = modelOf(TABLE, diff("2025-06-01", "2026-06-01"), FACTS, [], WISH);
  assert.equal(model.compared, "2026-06-01");
  assert.equal(model.changed, 1, "what is no column here is not counted with the rest");
  assert.deepEqual(model.changedElsewhere, { pairs: 1, places: ["GONE"] });
});

test("only what differs leaves the rows and columns in which something does", () => {
  const wish = { ...WISH, onlyChanged: true };
  const model = modelOf(TABLE, diff("2024-06-01", "2025-06-01"), FACTS, [], wish);
  assert.deepEqual(
    [model.rows.map((row) => row.id), model.columns.map(({ code }) => code)],
    [["small"], ["QA"]],
  );
  assert.equal(model.pairs, 9, "what is counted stays the whole");
  assert.equal(
    modelOf(TABLE, null, FACTS, [], wish).rows.length,
    3,
    "without a comparison nothing is left out",
  );
});

test("no more is shown than a table can hold, and all is counted", () => {
  const codes = Array.from({ length: MOST + 5 }, (_, i) => `C${i}`);
  const many = matrix(
    { a: [answer("unknown", codes)] },
    Object.fromEntries(codes.map((code) => [code, code])),
  );
  const model = modelOf(many, null, [], [], WISH);
  assert.deepEqual([model.columns.length, model.places, model.pairs], [MOST, MOST + 5, MOST + 5]);
});

test("a cell's name says what its colour and marks say", () => {
  const asked = answer("license_required", ["QA"], {
    policy: "case_by_case",
    eccn: "9Z999",
    import_status: "discouraged",
    import_possible: ["discouraged"],
    missing: ["die_area"],
  });
  const change = { aspects: ["outcome"], was: answer("no_license_required", []), by: [] };
  assert.equal(
    cellName({ chip: "A", place: "Zeta", answer: asked, change, compared: "2024-06-01" }),
    "A to Zeta: License required; application reviewed under case-by-case review; import: discouraged; ECCN 9Z999. Not published: die area. Differs from June 1, 2024 (outcome): No license required.",
  );
});

test("what could be one or the other says both", () => {
  const doubt = answer("unknown", [], {
    possible: ["license_required", "no_license_required"],
    eccn_uncertain: true,
  });
  assert.equal(inWords(doubt), "Unknown: could be license required or no license required; ECCN uncertain");
});

test("each policy has a letter of its own, and one never heard of is not left out", () => {
  assert.equal(new Set(POLICIES.map(({ letter }) => letter)).size, POLICIES.length);
  assert.equal(policyLetter(null), "");
  assert.equal(policyLetter("something_new"), "·");
});

test("the import side is marked unless it is known to be clear", () => {
  assert.ok(!importHinders(answer("unknown", [])));
  assert.ok(importHinders(answer("unknown", [], { import_status: "approval_required" })));
  assert.ok(
    importHinders(answer("unknown", [], { import_possible: ["no_restriction_recorded", "not_admitted"] })),
  );
});

const SOURCE = "Some data, version 1";

function all(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}

test("the picture has a cell for each pair, and says its title, day, legend and source itself", () => {
  const model = modelOf(TABLE, diff("2024-06-01", "2025-06-01"), FACTS, [], WISH);
  const drawn = all(
    drawingOf(model, {
      title: "A title",
      summary: summaryOf(model),
      source: SOURCE,
      sectionName: (name) => name,
    }),
  );
  const grounds = drawn.filter(({ attributes }) => String(attributes.class).startsWith("matrix-ground"));
  assert.equal(grounds.length, model.pairs + model.counts.length);
  const outlined = drawn.filter(({ attributes }) => attributes.class === "matrix-outline");
  assert.equal(outlined.length, model.changed + 1, "and one in the legend");
  const words = drawn
    .flatMap(({ children }) => children.filter((child) => typeof child === "string"))
    .join("\n");
  for (const said of [
    "A title",
    "June 1, 2025",
    "ZETA",
    "Differs from June 1, 2024",
    SOURCE,
    "License required",
  ])
    assert.ok(words.toUpperCase().includes(said.toUpperCase()), said);
});

test("nothing of the picture lies outside of it", () => {
  const model = modelOf(TABLE, null, FACTS, [], WISH);
  const root = drawingOf(model, {
    title: "T",
    summary: "S ".repeat(300),
    source: SOURCE,
    sectionName: String,
  });
  for (const { tag, attributes } of all(root)) {
    if (tag !== "rect" && tag !== "text") continue;
    assert.ok(Number(attributes.y) <= Number(root.attributes.height), JSON.stringify(attributes));
    assert.ok(Number(attributes.x) <= Number(root.attributes.width), JSON.stringify(attributes));
  }
});
