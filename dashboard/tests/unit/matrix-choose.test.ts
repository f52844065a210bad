import assert from "node:assert/strict";
import { test } from "node:test";
import { move } from "../../src/screens/matrix/move";
import {
  chipSets,
  escaped,
  groupsIn,
  listOf,
  mostNamed,
  placeSets,
  tokens,
} from "../../src/screens/matrix/sets";
import { chip } from "./matrix-facts";

test("keys lead through the cells and the heads, and not out of the table", () => {
  const go = (row: number, column: number, key: string, whole = false) => {
    const to = move({ row, column }, key, whole, 3, 4);
    return to && [to.row, to.column];
  };
  assert.deepEqual(go(0, 0, "ArrowUp"), [-1, 0]);
  assert.deepEqual(go(-1, 0, "ArrowLeft"), [-1, 0], "the corner is nothing to stand on");
  assert.deepEqual(go(0, -1, "ArrowUp"), [0, -1]);
  assert.deepEqual(go(2, 3, "ArrowDown"), [2, 3]);
  assert.deepEqual(go(2, 3, "ArrowRight"), [2, 3]);
  assert.deepEqual(go(1, 2, "Home"), [1, 0]);
  assert.deepEqual(go(1, 2, "End", true), [2, 3]);
  assert.deepEqual(go(0, 1, "PageDown"), [2, 1]);
  assert.equal(go(0, 0, "a"), null);
});

test("a comma with a backslash before it is part of a name", () => {
  assert.deepEqual(tokens("a, b\\, c,,d"), ["a", "b\\, c", "d"]);
  assert.deepEqual(tokens(listOf(["x", escaped("b, c"), "x"])), ["x", "b\\, c"]);
  assert.equal(escaped(escaped("b, c")), "b\\, c");
  assert.deepEqual(groupsIn(["QA", "group:D:5", "Group:x"]), ["D:5", "x"]);
});

test("sets are what the data has", () => {
  const chips = [
    chip("a", 5, { vendor: "Vee", released_on: "2020-01-01" }),
    chip("b", 9, { vendor: "Wau", market: "QM", released_on: "2030-01-01" }),
    chip("c", null, { vendor: "Wau", market: "QM" }),
  ];
  const sets = Object.fromEntries(chipSets(chips, "2025-01-01").map(({ label, sets }) => [label, sets]));
  assert.deepEqual(
    sets["In order"]?.map(({ names }) => names),
    [["b", "a"], [], ["a"]],
  );
  assert.deepEqual(sets.Vendor, [
    { label: "Wau (2)", names: ["b", "c"] },
    { label: "Vee (1)", names: ["a"] },
  ]);
  assert.deepEqual(sets["Made for the market of"]?.find(({ label }) => label.startsWith("QM"))?.names, [
    "b",
    "c",
  ]);
  assert.deepEqual(placeSets([{ id: "G:1", name: "Gee" }], [])[0]?.sets, [
    { label: "G:1 Gee", names: ["group:G:1"] },
  ]);
});

test("one begins with what is counted most, if it is known at all", () => {
  const counted = [
    { value: "QA", count: 9 },
    { value: "NOWHERE", count: 8 },
    { value: "QB", count: 7 },
    { value: "QC", count: 1 },
  ];
  assert.deepEqual(mostNamed(counted, new Set(["QA", "QB", "QC"]), 2), ["QA", "QB"]);
  assert.deepEqual(mostNamed(undefined, null, 2), []);
});
