import assert from "node:assert/strict";
import { test } from "node:test";
import { csvAddress, csvText, fileName, joinedCsv, nextOf } from "../../src/csv";

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

test("a table that came in pages has one head, and every row", () => {
  assert.equal(joinedCsv(["a,b\r\n1,2\r\n", "a,b\r\n3,4\r\n", "a,b\r\n"]), "a,b\r\n1,2\r\n3,4\r\n");
  assert.equal(joinedCsv(["a\r\n"]), "a\r\n", "a table without rows keeps its head");
});

test("the next page is the one that a Link header names so, among others", () => {
  const others = '</v1/columns>; rel="describedby", </v1>; rel="license"';
  assert.equal(nextOf(`</v1/chips?cursor=x&limit=2>; rel="next", ${others}`), "/v1/chips?cursor=x&limit=2");
  assert.equal(nextOf(`${others}, </v1/chips?cursor=x>; rel=next`), "/v1/chips?cursor=x");
  assert.equal(nextOf(others), null);
  assert.equal(nextOf(null), null);
});

test("the table of a list is all of it, without what a table cannot hold", () => {
  assert.equal(csvAddress("/v1/groups"), "/v1/groups?format=csv");
  assert.equal(
    csvAddress("/v1/events?q=a%26b&limit=5&fields=id%2Cdate&facets=category"),
    "/v1/events?q=a%26b&limit=200&fields=id,date&format=csv",
  );
  assert.equal(
    csvAddress("/v1/diff?from=2025-01-01"),
    "/v1/diff?from=2025-01-01&format=csv",
    "no limit of our own",
  );
});

test("a file is called by what is in it, in letters that every system takes", () => {
  assert.equal(
    fileName(["timeline", "nvidia-h20", "CN", "2026-02-01"]),
    "navicert-timeline-nvidia-h20-cn-2026-02-01",
  );
  assert.equal(fileName(["chips", undefined, "", null]), "navicert-chips");
  assert.equal(fileName(["search", "../a b/Ü?"]), "navicert-search-..-a-b");
  assert.ok(fileName(["x".repeat(500)]).length <= 120);
});
