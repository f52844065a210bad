import assert from "node:assert/strict";
import { test } from "node:test";
import { claims, comparisonWords, sentence, testWords, tokenOf } from "../../src/law/words";

const at = (field: string, op: ">=" | "<" | ">" | "<=" | "==", value: unknown) => ({ field, op, value });

test("a bound is said with its unit", () => {
  assert.equal(comparisonWords("tpp", ">=", 4800), "TPP of 4,800 or more");
  assert.equal(comparisonWords("tpp", ">", 20800), "TPP over 20,800");
  assert.equal(comparisonWords("memory_bandwidth_gb_s", "<", 6500), "memory bandwidth under 6,500 GB/s");
  assert.equal(comparisonWords("process_node_nm", "<=", 16), "process node of 16 nm or less");
});

test("what is so or not so is said either way", () => {
  assert.equal(comparisonWords("data_center", "==", true), "designed or marketed for data centers");
  assert.equal(comparisonWords("data_center", "!=", true), "not designed or marketed for data centers");
  assert.equal(comparisonWords("data_center", "==", false), "not designed or marketed for data centers");
  assert.equal(comparisonWords("end_user_military", "==", true), "end user military");
});

test("texts and lists of them", () => {
  assert.equal(comparisonWords("vendor", "==", "NVIDIA"), "vendor is NVIDIA");
  assert.equal(
    comparisonWords("end_use", "in", ["military_ai", "logic"]),
    "end use one of: military ai, logic",
  );
});

test("two bounds of one field are one range, in either order", () => {
  const expected = "TPP from 2,400 to under 4,800";
  assert.equal(sentence(claims({ all: [at("tpp", ">=", 2400), at("tpp", "<", 4800)] })), expected);
  assert.equal(sentence(claims({ all: [at("tpp", "<", 4800), at("tpp", ">=", 2400)] })), expected);
});

test("bounds that any of must hold are no range", () => {
  const said = sentence(claims({ any: [at("tpp", ">=", 2400), at("tpp", "<", 1600)] }));
  assert.equal(said, "TPP of 2,400 or more, or TPP under 1,600");
});

test("no bound is lost where a field has more than two", () => {
  const said = sentence(claims({ all: [at("tpp", ">=", 10), at("tpp", "<", 30), at("tpp", "<", 20)] }));
  assert.equal(said, "TPP from 10 to under 30, and TPP under 20");
  const before = sentence(claims({ all: [at("tpp", "<", 20), at("tpp", "<", 30), at("tpp", ">=", 10)] }));
  assert.equal(before, "TPP under 30, and TPP from 10 to under 20");
});

test("and within or is bracketed", () => {
  const said = sentence(
    claims({
      any: [at("tpp", ">=", 4800), { all: [at("tpp", ">=", 1600), at("performance_density", ">=", 5.92)] }],
    }),
  );
  assert.equal(
    said,
    "TPP of 4,800 or more, or (TPP of 1,600 or more, and performance density of 5.92 or more)",
  );
});

test("nothing to hold is always, nothing that may hold is never", () => {
  assert.equal(sentence(claims({ all: [] })), "always");
  assert.equal(sentence(claims({ any: [] })), "never");
});

test("a test of a step is said as the comparison that it is", () => {
  assert.equal(testWords("tpp >= 4800"), "TPP of 4,800 or more");
  assert.equal(testWords("assembly == true"), "a system or an assembly");
  assert.equal(testWords("eccn in 3A090.a, 4A090.a"), "ECCN one of: 3A090.a, 4A090.a");
  assert.equal(testWords("any chip"), "any chip");
});

test("places are everywhere, a group or a destination", () => {
  assert.deepEqual(tokenOf("*"), { kind: "everywhere" });
  assert.deepEqual(tokenOf("group:D:5"), { kind: "group", id: "D:5" });
  assert.deepEqual(tokenOf("CN"), { kind: "destination", id: "CN" });
});
