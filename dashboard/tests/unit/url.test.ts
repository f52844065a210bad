import assert from "node:assert/strict";
import { test } from "node:test";
import { corrected } from "../../src/url";

test("what was meant takes the place of what was written, and nothing else changes", () => {
  const state = { chip: "h200x", date: "2026-02-01" };
  assert.equal(
    corrected("/eligibility", state, "chip", "h200x", "h200"),
    "/eligibility?chip=h200&date=2026-02-01",
  );
});

test("of a list only the member that was wrong is replaced", () => {
  const state = { chips: "h20, h200x,b200" };
  assert.equal(corrected("/matrix", state, "chips", "h200x", "h200"), "/matrix?chips=h20,h200,b200");
});

test("a name with a comma of its own is one", () => {
  assert.equal(corrected("/search", { q: "a,b" }, "q", "a,b", "c"), "/search?q=c");
});

test("what is named by the path is replaced there", () => {
  assert.equal(
    corrected("/chips/h200%20x", { known_at: "1" }, "chip", "h200 x", "h200"),
    "/chips/h200?known_at=1",
  );
});

test("what the address does not hold cannot be put right in it", () => {
  assert.equal(corrected("/eligibility", { chip: "h20" }, "hq", "chna", "CN"), null);
  assert.equal(corrected("/eligibility", { chip: "h20" }, "chip", "h200x", "h200"), null);
});
