import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted, flow, pack, wrapped } from "../../src/charts/pack";

const measure = (text: string) => text.length * 10;

test("what touches goes a row down, and back up where there is room", () => {
  const rows = pack(
    [
      { x1: 0, x2: 50 },
      { x1: 40, x2: 90 },
      { x1: 54, x2: 60 },
      { x1: 45, x2: 48 },
    ],
    4,
  );
  assert.deepEqual(rows, [0, 1, 0, 2]);
  const near = [
    { x1: 0, x2: 50 },
    { x1: 53, x2: 60 },
    { x1: 54, x2: 60 },
  ];
  assert.deepEqual(pack(near, 4), [0, 1, 0], "the gap is kept");
});

test("a text that does not fit is cut with an ellipsis, and dropped where nothing of it would be told", () => {
  assert.equal(fitted("presumption", 110, measure), "presumption");
  assert.equal(fitted("presumption", 109, measure), "presumpti…");
  assert.equal(fitted("presumption", 40, measure), null);
});

test("a text is broken between words, and within one that is longer than the line", () => {
  assert.deepEqual(wrapped("a line of words", 70, measure), ["a line", "of", "words"]);
  assert.deepEqual(wrapped("to http://x.example", 80, measure), ["to", "http://x", ".example"]);
});

test("items flow into lines of the width there is", () => {
  assert.deepEqual(flow([40, 40, 25], 100, 10), [
    { x: 0, line: 0 },
    { x: 50, line: 0 },
    { x: 0, line: 1 },
  ]);
});
