const FIRST = "/changes?known_at=1";
const NOTE = "<img src=x onerror=alert(1)> recorded while you look";

/** The API, but for questions that wait: the first of those gets this news, the others nothing. */
async function withNews(page, api) {
  const { meta } = await api("/v1/changes?limit=1");
  const seq = meta.data_version + 1;
  const item = {
    seq,
    recorded_at: "2026-12-01T12:00:00.000Z",
    actor: "somebody",
    note: NOTE,
    kind: "chip",
    id: "nvidia-h20",
    op: "replaced",
    changed: ["notes"],
    previous: 1,
    url: `/v1/chips/nvidia-h20?known_at=${seq}`,
  };
  const asked = [];
  await page.route(/\/v1\/changes\?.*wait=/, async (route) => {
    asked.push(new URL(route.request().url()).searchParams);
    const items = asked.length === 1 ? [item] : [];
    await route.fulfill({
      json: { items, total: items.length, next: null, meta: { ...meta, data_version: seq } },
    });
  });
  return { asked, since: meta.data_version, seq };
}

export default {
  name: "changes",
  shots: { latest: "/changes?kind=dataset,destination&limit=5", first: FIRST },
  tests: {
    "every document of a page is told with its revision": async ({ page, open, api, equal }) => {
      const list = await api("/v1/changes?sort=-seq&limit=50&known_at=1");
      await open(FIRST);
      equal(await page.textContent(".panel-head h2"), `${list.total} changes`);
      equal(
        await page.locator(".documents th[scope=row]").allTextContents(),
        list.items.map(({ id }) => id),
      );
      equal(await page.locator(".revision .why").allTextContents(), [
        ...new Set(list.items.map(({ note }) => note)),
      ]);
    },
    "filters are the API's, in the address": async ({ page, open, api, settled, equal, ok }) => {
      await open("/changes");
      await page.getByLabel("Kind of document").selectOption("ruling");
      await settled();
      ok(page.url().endsWith("?kind=ruling"), page.url());
      const list = await api("/v1/changes?kind=ruling");
      equal(await page.textContent(".panel-head h2"), `${list.total} changes`);
      const [first] = list.items;
      await page.getByLabel("Document's id").fill(first.id);
      await page.keyboard.press("Enter");
      await settled();
      const row = page.locator(".documents th[scope=row] a").last();
      equal(await row.getAttribute("href"), `/rulings/${first.id}`);
    },
    "reading on is kept in the address": async ({ page, open, settled, equal }) => {
      await open(FIRST);
      await page.getByRole("button", { name: "Read on" }).click();
      await settled();
      equal(await page.locator(".documents tbody tr").count(), 100);
      equal(new URL(page.url()).searchParams.get("view_pages"), "2");
    },
    "following shows what is recorded, as text": async ({ page, open, api, equal, ok }) => {
      const { asked, since, seq } = await withNews(page, api);
      await open("/changes?kind=chip");
      await page.getByLabel(/Follow: show/).check();
      await page.waitForSelector(".following .revision");
      equal(await page.textContent(".following .why"), NOTE);
      equal(await page.locator("main img").count(), 0);
      equal([asked[0].get("seq.gt"), asked[0].get("kind")], [String(since), "chip"]);
      await page.waitForTimeout(1200);
      equal(asked[1]?.get("seq.gt"), String(seq), "it goes on from what it was told");
      ok(asked.length < 4, "and not without a rest");
      await page.getByLabel(/Follow: show/).uncheck();
      const soFar = asked.length;
      await page.waitForTimeout(1200);
      equal(asked.length, soFar, "it stops when told");
    },
    "a chosen state of knowledge is not followed": async ({ page, open, ok }) => {
      await open(`${FIRST}&view_follow=1`);
      ok(await page.getByLabel(/Follow: show/).isDisabled());
    },
  },
};
