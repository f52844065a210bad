import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "../../src/ui/marked";

test("marks count characters, also those that take two units", () => {
  assert.deepEqual(parts("𝄞ab", [[1, 1]]), [
    { text: "𝄞", marked: false },
    { text: "a", marked: true },
    { text: "b", marked: false },
  ]);
});

test("the parts together are the text, whatever the marks say", () => {
  for (const marks of [
    [],
    [[0, 3]],
    [
      [2, 5],
      [1, 1],
    ],
    [[9, 2]],
  ]) {
    assert.equal(
      parts("H20 and", marks)
        .map((part) => part.text)
        .join(""),
      "H20 and",
    );
  }
});
