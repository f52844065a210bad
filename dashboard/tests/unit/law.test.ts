import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { ChipFacts } from "../../src/law/facts";
import { classOf, type Item, inForce, type Rule, type RulingFields, rulesOf } from "../../src/law/force";
import { excess, headroom, nearestSteps } from "../../src/law/headroom";
import { evaluate, type Predicate, reduce, thresholds } from "../../src/law/predicate";
import { planeOf } from "../../src/law/zones";

const at = (field: string, op: Predicate["op"], value: unknown): Predicate => ({ field, op, value });
const looks = (facts: ChipFacts) => (field: string) => facts[field];
// An L: x from 10, or x from 4 and y from 6.
const L: Predicate = { any: [at("x", ">=", 10), { all: [at("x", ">=", 4), at("y", ">=", 6)] }] };

function rule(id: string, more: Partial<Rule>): Rule {
  const [ruling = ""] = id.split("#");
  const places = { include: ["*"], exclude: [], headquartered_in: [] };
  const provision = {
    id,
    effect: "classify",
    text: "",
    cite: null,
    eccns: [],
    chips: null,
    predicate: null,
    destinations: places,
    targets: [],
    priority: 0,
  };
  return {
    ...provision,
    ruling: { id: ruling, title: ruling, jurisdiction: "" },
    from: null,
    until: null,
    ...more,
  } as Rule;
}

const item = (facts: ChipFacts): Item => ({ id: "a", product: "p", facts });

test("what is not known decides only where it matters, and what nobody stated is not so", () => {
  assert.equal(evaluate(L, looks({ x: 12, y: null })), true);
  assert.equal(evaluate(L, looks({ x: 5, y: null })), null);
  assert.equal(evaluate(L, looks({ x: 3, y: null })), false);
  assert.equal(evaluate(at("c", "==", true), looks({})), false);
  assert.equal(evaluate(at("c", "==", false), looks({})), true);
  assert.equal(evaluate(at("c", "!=", "text"), looks({})), false);
  assert.equal(evaluate(at("x", "in", [1, 2]), looks({ x: 2 })), true);
  assert.equal(evaluate(at("x", ">", 2), looks({ x: 2 })), false);
});

test("what is left of a predicate is what is not known yet", () => {
  const both: Predicate = { all: [at("x", ">=", 10), at("vendor", "==", "V")] };
  assert.deepEqual(reduce(both, looks({ x: 12, vendor: null })), at("vendor", "==", "V"));
});

test("an L is two rectangles and its border", () => {
  const { regions } = planeOf(L, "x", "y", () => null);
  const open = Number.POSITIVE_INFINITY;
  assert.equal(regions.length, 1);
  assert.equal(regions[0]?.condition, null);
  assert.deepEqual(regions[0]?.rects, [
    { x: { from: 10, to: open }, y: { from: 0, to: 6 } },
    { x: { from: 4, to: open }, y: { from: 6, to: open } },
  ]);
  assert.deepEqual(regions[0]?.edges.map(({ along, at: where }) => `${along}${where}`).sort(), [
    "x6",
    "y10",
    "y4",
  ]);
});

test("where more must be so than elsewhere nothing is drawn, and it is told", () => {
  const letter: Predicate = { all: [at("vendor", "==", "V"), { any: [at("y", ">=", 4), at("z", ">=", 9)] }] };
  const { regions, besides } = planeOf(letter, "x", "y", () => null);
  assert.deepEqual(
    regions.map(({ condition }) => condition),
    [at("vendor", "==", "V")],
  );
  assert.deepEqual(
    regions[0]?.rects.map(({ y }) => y.from),
    [4],
  );
  assert.equal(besides.length, 1);
});

/** The provisions that the program brings along. */
const bundled = rulesOf(JSON.parse(readFileSync("../db/data/rulings.json", "utf8")) as RulingFields[]);

test("in every plane each bundled provision is drawn where it holds and nowhere else", () => {
  const planes = [
    ["tpp", "performance_density"],
    ["tpp", "memory_bandwidth_gb_s"],
    ["interconnect_gb_s", "memory_bandwidth_gb_s"],
  ];
  let asked = 0;
  for (const [x = "", y = ""] of planes) {
    for (const { id, predicate } of bundled) {
      const { regions } = planeOf(predicate, x, y, (field) =>
        field === "data_center" ? true : field === "assembly" ? false : null,
      );
      const around = (field: string) =>
        [1, ...thresholds(predicate, field)].flatMap((value) => [value * 0.999, value * 1.001]);
      for (const px of around(x)) {
        for (const py of around(y)) {
          const facts: ChipFacts = { [x]: px, [y]: py };
          const look = (field: string) =>
            field in facts
              ? facts[field]
              : field === "data_center"
                ? true
                : field === "assembly"
                  ? false
                  : null;
          const sure = regions.filter(({ condition }) => condition === null);
          const drawn = sure.some(({ rects }) =>
            rects.some((rect) => rect.x.from < px && px < rect.x.to && rect.y.from < py && py < rect.y.to),
          );
          assert.equal(drawn, evaluate(predicate, look) === true, `${id} at ${x} ${px}, ${y} ${py}`);
          asked += drawn ? 1 : 0;
        }
      }
    }
  }
  assert.ok(asked > 50);
});

test("a provision is in force in its days, of a live ruling, where it reaches, unless suspended there", () => {
  const rules = [
    rule("r#1", { from: "2024-01-01", until: "2025-01-01" }),
    rule("r#2", { destinations: { include: ["group:G"], exclude: ["XX"], headquartered_in: [] } }),
    rule("s#1", {
      effect: "suspend",
      targets: ["r#2"],
      destinations: { include: ["YY"], exclude: [], headquartered_in: [] },
    }),
  ];
  const ids = (live: string[], day: string, place: Set<string> | null) =>
    inForce(rules, new Set(live), day, place).map(({ id }) => id);
  assert.deepEqual(ids(["r"], "2024-12-31", null), ["r#1", "r#2"]);
  assert.deepEqual(ids(["r"], "2025-01-01", null), ["r#2"]);
  assert.deepEqual(ids([], "2024-12-31", null), []);
  assert.deepEqual(ids(["r"], "2025-01-01", new Set(["XX", "group:G"])), []);
  assert.deepEqual(ids(["r", "s"], "2025-01-01", new Set(["YY", "group:G"])), ["s#1"]);
  // Suspended for one place, it is in force for the others, and so where none is named.
  assert.ok(ids(["r", "s"], "2025-01-01", null).includes("r#2"));
});

test("the highest classification that holds governs, and one above that is not known leaves doubt", () => {
  const rules = [
    rule("r#1", { eccns: ["low"], priority: 1, predicate: at("x", ">=", 1) }),
    rule("r#2", { eccns: ["high"], priority: 2, predicate: at("y", ">=", 1) }),
  ];
  const found = (facts: ChipFacts) => [
    classOf(rules, item(facts)).eccn,
    classOf(rules, item(facts)).uncertain,
  ];
  assert.deepEqual(found({ x: 2, y: 2 }), ["high", false]);
  assert.deepEqual(found({ x: 2, y: null }), ["low", true]);
  assert.deepEqual(found({ x: 0, y: 0 }), [null, false]);
});

test("headroom is the least step of one figure that crosses, and what cannot cross by one has none", () => {
  const under = rule("r#1", { predicate: L });
  assert.equal(headroom(under, item({ x: 8, y: 5 }), ["x", "y"])?.field, "y");
  assert.equal(headroom(under, item({ x: 8, y: 5 }), ["x", "y"])?.relative, 0.2);
  assert.equal(headroom(under, item({ x: 3, y: 5 }), ["y"]), null);
  assert.equal(headroom(under, item({ x: 8, y: null }), ["x", "y"]), null);
  assert.equal(headroom(under, item({ x: 12, y: 5 }), ["x", "y"]), null);
  // At a line that must be passed there is no distance, and the chip is not in.
  assert.equal(headroom(rule("r#2", { predicate: at("x", ">", 8) }), item({ x: 8 }), ["x"])?.relative, 0);
  assert.equal(excess(under, item({ x: 12, y: 5 }), ["x", "y"])?.line, 10);
  const order = nearestSteps(
    [under],
    [item({ x: 8, y: 3 }), { ...item({ x: 9, y: 3 }), id: "b" }],
    ["x", "y"],
    headroom,
  );
  assert.deepEqual(
    order.map((near) => near.item.id),
    ["b", "a"],
  );
});
