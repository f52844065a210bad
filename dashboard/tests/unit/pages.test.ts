import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("every address that the server answers with the page has a screen there, and no other has one", () => {
  const routes = [...readFileSync("src/app.tsx", "utf8").matchAll(/<Route path="([^"]+)"/g)];
  const pages: string[] = JSON.parse(readFileSync("pages.json", "utf8"));
  assert.deepEqual(routes.map(([, path = ""]) => path.replace(/:\w+/g, "*")).sort(), pages.sort());
});
