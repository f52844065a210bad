import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsOf, firstSentence, share } from "../../src/screens/home/bands.ts";
import { dated, grouped, monthOf } from "../../src/ui/when.ts";

const interval = (
  from: string,
  until: string | null,
  outcome: "unknown" | "prohibited",
  projected = false,
) => ({
  from,
  until,
  outcome,
  projected,
  changed_by: [{ id: from, title: from }],
});

test("neighbours with one outcome are one band, changed by the first of them", () => {
  const bands = bandsOf(
    [
      interval("2023-01-01", "2023-02-01", "unknown"),
      interval("2023-02-01", "2023-03-01", "prohibited"),
      interval("2023-03-01", null, "prohibited"),
    ],
    "2024-01-01",
  );
  assert.deepEqual(
    bands.map(({ from, until, outcome, changedBy }) => [from, until, outcome, changedBy[0]?.id]),
    [
      ["2023-01-01", "2023-02-01", "unknown", "2023-01-01"],
      ["2023-02-01", "2024-01-01", "prohibited", "2023-02-01"],
    ],
  );
});

test("what is projected is never joined to what was checked, and what comes after the end is left out", () => {
  const bands = bandsOf(
    [
      interval("2023-01-01", "2023-02-01", "unknown"),
      interval("2023-02-01", "2023-03-01", "unknown", true),
      interval("2023-03-01", null, "prohibited"),
    ],
    "2023-03-01",
  );
  assert.deepEqual(
    bands.map(({ projected }) => projected),
    [false, true],
  );
});

test("a day's share of a span, and of none", () => {
  assert.equal(share("2023-01-02", "2023-01-01", "2023-01-05"), 0.25);
  assert.equal(share("2023-01-01", "2023-01-01", "2023-01-01"), 0);
});

test("the first sentence ends at a full stop before a capital", () => {
  assert.equal(
    firstSentence("To CN: TPP 4.8 or more. A license is required. More."),
    "To CN: TPP 4.8 or more.",
  );
  assert.equal(firstSentence("no stop"), "no stop");
});

test("a date is told as exactly as it is known", () => {
  assert.deepEqual(
    ["day", "month", "year"].map((precision) => dated("2025-04-01", precision)),
    ["April 1, 2025", "April 2025", "2025"],
  );
  assert.equal(monthOf("2025"), "2025");
});

test("items under one heading stay together, in order", () => {
  assert.deepEqual(
    grouped([1, 3, 2, 5], (n) => (n % 2 ? "odd" : "even")),
    [
      { name: "odd", items: [1, 3] },
      { name: "even", items: [2] },
      { name: "odd", items: [5] },
    ],
  );
});
