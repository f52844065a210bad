import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, OUTCOMES, plural, term, verdict } from "../../src/words";

test("unknown, and what this page has never heard of, is not drawn as permission", () => {
  for (const code of ["unknown", null, undefined, "something_new"])
    assert.equal(verdict(code).tone, "unknown", String(code));
  assert.equal(verdict("something_new").words, "Something new");
});

test("no two outcomes are drawn alike", () => {
  assert.equal(new Set(OUTCOMES.map((outcome) => verdict(outcome).tone)).size, OUTCOMES.length);
});

test("a figure that is not known says so, and zero is one", () => {
  assert.equal(figure(null), "not known");
  assert.equal(figure(0), "0");
  assert.equal(figure(15832), "15,832");
  assert.equal(plural(1, "pair"), "1 pair");
  assert.equal(plural(1200, "pair"), "1,200 pairs");
});

test("a name at the head of a line has a capital, and abbreviations are written as such", () => {
  assert.equal(term("us_availability"), "US availability");
  assert.equal(term("kyc"), "KYC");
  assert.equal(term("end_use"), "End use");
});
