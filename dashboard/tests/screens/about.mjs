const READY = "**/readyz";

export default {
  name: "about",
  shots: { now: "/about", first: "/about?known_at=1" },
  tests: {
    "counts, coverage and doubts are the API's": async ({ page, open, api, equal, ok }) => {
      const service = await api("/v1?known_at=1");
      await open("/about?known_at=1");
      const counts = await page.locator(".counts strong").allTextContents();
      equal(counts.map(Number), Object.values(service.counts));
      equal(
        await page.locator(".doubts > .doubt > p").allTextContents(),
        service.doubts.map(({ text }) => text),
      );
      const coverage = await page.textContent("#coverage");
      for (const text of [...service.coverage.modelled, ...service.coverage.not_modelled])
        ok(coverage.includes(text), text);
      for (const { text } of service.conventions) ok((await page.textContent("#conventions")).includes(text));
    },
    "what lapsed unverified is told with its rulings": async ({ page, open, api, equal }) => {
      const now = await api("/v1/matrix?limit=1");
      await open("/about");
      const told = page.locator("#currency > ul:not(.checks) > li > a:first-child");
      equal(
        await told.allTextContents(),
        now.lapsed_unverified.map(({ title }) => title),
      );
    },
    "a doubt leads to an answer that shows it": async ({ page, open, api, ok }) => {
      const { doubts } = await api("/v1");
      const [doubt] = doubts.filter(({ about }) => about.until && about.chips.length > 0);
      await open("/about");
      await page.click(`#doubt-${doubt.id} button`);
      await page.waitForURL(/\/eligibility\?/);
      const { pathname, search } = new URL(page.url());
      const answer = await api(`/v1${pathname}${search}`);
      ok(
        answer.doubts.some(({ id }) => id === doubt.id),
        page.url(),
      );
    },
    "the texts to cite are copied as they stand": async ({ page, open, api, equal, ok }) => {
      const service = await api("/v1");
      await open("/about");
      const text = await page.textContent("#cite blockquote");
      ok(text.includes(`Data version ${service.data_version}`), text);
      await page.locator("#cite").getByRole("button", { name: "Copy" }).first().click();
      equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    },
    "the banner says what is raised on any screen, cannot be dismissed, and leads here": async ({
      page,
      open,
      api,
      settled,
      equal,
      ok,
    }) => {
      const ready = await api("/readyz");
      const checks = [
        ...ready.checks.filter(({ name }) => name !== "lapses"),
        { name: "lapses", status: "warn", text: "<b>3</b> provisions ended by the calendar" },
      ];
      await page.route(READY, (route) => route.fulfill({ json: { ...ready, status: "warn", checks } }));
      await open("/changes?known_at=1");
      ok((await page.textContent(".banner")).includes("<b>3</b> provisions ended by the calendar"));
      equal(await page.locator(".banner :is(button, input, [role=button])").count(), 0);
      await page.keyboard.press("Escape");
      await page.locator(".banner a").click();
      await settled();
      equal(new URL(page.url()).pathname + new URL(page.url()).hash, "/about#currency");
      ok(await page.locator(".banner").isVisible());
      await page.waitForFunction(() => {
        const top = document.getElementById("currency")?.getBoundingClientRect().top ?? -1;
        return top >= -1 && top < innerHeight / 2;
      });
    },
    "no banner where nothing is raised": async ({ page, open, api, equal }) => {
      const ready = await api("/readyz");
      const checks = ready.checks.map((check) => ({ ...check, status: "ok" }));
      await page.route(READY, (route) => route.fulfill({ json: { ...ready, status: "ok", checks } }));
      await open("/about");
      equal(await page.locator(".banner").count(), 0);
      equal(await page.locator(".check-warn").count(), 0);
    },
  },
};
