import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText } from "../../src/csv";

test("what would end a cell is quoted, and quotes are doubled", () => {
  assert.equal(
    csvText({ columns: ["a", "b"], rows: [["x,y", 'say "no"\n']] }),
    'a,b\r\n"x,y","say ""no""\n"\r\n',
  );
});

test("an empty cell is null, a quoted one is a text with nothing in it", () => {
  assert.equal(csvText({ columns: ["a", "b"], rows: [[null, ""]] }), 'a,b\r\n,""\r\n');
});

test("a text that begins like a formula does not stay one", () => {
  for (const text of ["=1+1", "+1", "-1", "@a", "\t=1"]) {
    assert.match(csvText({ columns: ["a"], rows: [[text]] }), /\r\n"?'/);
  }
  assert.equal(csvText({ columns: ["a"], rows: [[-1]] }), "a\r\n-1\r\n", "a number is no text");
});
