import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "../../src/dates";
import {
  type Change,
  changesQuery,
  documentPage,
  revisionsOf,
  versionLeft,
} from "../../src/screens/changes/ask";
import { type Following, follow, type NewsPage } from "../../src/screens/changes/follow";

test("the feed is asked the latest first, with its own filters only", () => {
  assert.deepEqual(changesQuery({ kind: "chip", "seq.gt": "3", chip: "h20", view_follow: "1" }), {
    sort: "-seq",
    filter: { kind: "chip", "seq.gt": "3" },
  });
  assert.deepEqual(changesQuery({ sort: "seq", known_at: "1" }), { sort: "seq", known_at: "1" });
});

test("changes of one revision stand together", () => {
  const change = (seq: number, id: string) => ({ seq, id, recorded_at: "", actor: "", note: `${seq}` });
  const revisions = revisionsOf([change(2, "a"), change(2, "b"), change(1, "a")] as Change[]);
  assert.deepEqual(
    revisions.map((revision) => [revision.seq, revision.note, revision.changes.map(({ id }) => id)]),
    [
      [2, "2", ["a", "b"]],
      [1, "1", ["a"]],
    ],
  );
});

test("a document has its page here, also as it was left", () => {
  assert.equal(documentPage("chip", "a b", null), "/chips/a%20b");
  assert.equal(documentPage("group", "D:5", 2), "/destinations/D%3A5?known_at=2");
  assert.equal(documentPage("dataset", "navicert", 1), "/about?known_at=1");
  assert.equal(versionLeft({ url: "/v1/chips/x?known_at=7" } as Change), 7);
  assert.equal(versionLeft({} as Change), null);
  assert.equal(instant("2026-11-23T04:05:06.000Z"), "2026-11-23 04:05 UTC");
});

/** A server that gives these answers one after the other, and then hangs up the page. */
async function followed(answers: (NewsPage<string> | Error)[], more: Partial<Following<string>> = {}) {
  const stop = new AbortController();
  const seen = {
    asked: [] as number[],
    news: [] as string[],
    faults: [] as unknown[],
    rests: [] as number[],
  };
  await follow<string>({
    since: 5,
    ask: async (since) => {
      seen.asked.push(since);
      const answer = answers.shift();
      if (answers.length === 0) queueMicrotask(() => setTimeout(() => stop.abort()));
      if (answer instanceof Error) throw answer;
      return answer ?? { items: [], next: null, meta: { data_version: since } };
    },
    readNext: async (next) => ({ items: [`of ${next}`], next: null, meta: { data_version: 9 } }),
    onNews: (items) => seen.news.push(...items),
    onFault: (fault) => seen.faults.push(fault instanceof Error ? fault.message : fault),
    rest: async (ms) => {
      seen.rests.push(ms);
      if (answers.length === 0) stop.abort();
    },
    looked: async () => {},
    signal: stop.signal,
    ...more,
  });
  return seen;
}

const page = (version: number, items: string[], next: string | null = null): NewsPage<string> => ({
  items,
  next,
  meta: { data_version: version },
});

test("following goes on from the version of the last answer, all its pages read", async () => {
  const seen = await followed([page(5, []), page(9, ["a"], "/next"), page(9, [])]);
  assert.deepEqual(seen.asked, [5, 5, 9]);
  assert.deepEqual(seen.news, ["a", "of /next"]);
});

test("a fault is told, and asking again takes longer each time until it is over", async () => {
  const seen = await followed([new Error("gone"), new Error("gone"), page(6, ["b"]), page(6, [])]);
  assert.deepEqual(seen.asked, [5, 5, 5, 6], "nothing is skipped by a fault");
  assert.deepEqual(seen.faults, ["gone", "gone", null, null]);
  assert.deepEqual(seen.rests, [2000, 4000, 1000, 1000]);
});

test("nothing is asked while nobody looks", async () => {
  const stop = new AbortController();
  const seen = await followed([page(5, [])], {
    looked: async () => stop.abort(),
    signal: stop.signal,
  });
  assert.deepEqual(seen.asked, []);
});
