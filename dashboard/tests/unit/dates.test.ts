import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, daysBetween, earlier, halfTyped, isDay, spoken } from "../../src/dates";

test("a day is one of the calendar, written whole", () => {
  assert.ok(isDay("2024-02-29"));
  for (const text of ["2023-02-29", "2024-2-9", "2024-02", "today", "2024-02-29T00:00:00Z", ""])
    assert.ok(!isDay(text), text);
});

test("a year that is not typed to its end is told from one that is", () => {
  for (const day of ["0002-01-01", "0020-01-01", "0202-01-01"]) assert.ok(isDay(day) && halfTyped(day), day);
  assert.ok(!halfTyped("2025-01-01"));
});

test("days are counted without regard to clocks that change", () => {
  assert.equal(addDays("2024-02-28", 2), "2024-03-01");
  assert.equal(addDays("2025-03-30", 1), "2025-03-31");
  assert.equal(daysBetween("2025-10-25", "2025-10-27"), 2);
  assert.equal(daysBetween("2025-10-27", "2025-10-25"), -2);
});

test("never is later than any day", () => {
  assert.equal(earlier(null, "2025-01-01"), "2025-01-01");
  assert.equal(earlier("2025-01-02", "2025-01-01"), "2025-01-01");
  assert.equal(earlier(null, null), null);
});

test("a date that is a year or a month is not made a day of", () => {
  assert.equal(spoken("2024"), "2024");
  assert.equal(spoken("2024-02"), "2024-02");
  assert.equal(spoken("2023-11-17"), "November 17, 2023");
});
