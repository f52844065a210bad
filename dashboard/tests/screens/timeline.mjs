// The timeline against the API's own history: its bands, its marks, its chronology, and its ways to other screens.
import { readFile } from "node:fs/promises";

const H20 = "chip=h20&destination=CN&known_at=1";
const H200 = "chip=h200&destination=CN&known_at=1&from=2025-12-01&to=2026-07-01";

const days = (items) => items.map(({ from }) => from);

function flips({ intervals }) {
  return intervals.slice(1).filter((interval, i) => interval.outcome !== intervals[i].outcome);
}

export default {
  name: "timeline",
  shots: {
    stories: "/history",
    "h20-to-china": `/history?${H20}`,
    "h200-since-december": `/history?${H200}`,
    "two-chips": "/history?chip=a800,h800&destination=CN&known_at=1&from=2023-01-01&to=2024-07-01",
  },
  tests: {
    "the chronology is the API's history": async ({ page, open, api, equal }) => {
      const history = await api(`/v1/history?${H20}`);
      await open(`/history?${H20}`);
      const times = await page.$$eval(".entry h3 time", (all) => all.map((one) => one.dateTime));
      equal(times, days(history.intervals));
      const flipped = await page.$$eval(".entry-flip h3 time", (all) => all.map((one) => one.dateTime));
      equal(flipped, days(flips(history)));
      const by = await page.$$eval(".entry", (all) =>
        all.map((entry) => [...entry.querySelectorAll(".entry-by a")].map((a) => a.textContent)),
      );
      equal(
        by,
        history.intervals.map((interval) => interval.changed_by.map(({ title }) => title)),
      );
      const events = await page.$$eval(".entry .event-list a", (all) => all.map((a) => a.textContent));
      equal(
        events,
        history.intervals.flatMap((interval) => interval.events.map(({ headline }) => headline)),
      );
    },
    "every mark, tick and stretch is a link with a name": async ({ page, open, api, equal, ok }) => {
      const history = await api(`/v1/history?${H200}`);
      await open(`/history?${H200}`);
      const links = await page.$$eval("svg.chart a", (all) =>
        all.map((a) => [
          a.parentNode.getAttribute("class"),
          a.getAttribute("href"),
          a.getAttribute("aria-label"),
        ]),
      );
      ok(links.length > 0 && links.every(([, href, name]) => href && name), JSON.stringify(links));
      const leadingTo = (kind) =>
        links.filter(([group]) => group === kind).map(([, href]) => href.split("?")[0]);
      const events = history.intervals.flatMap((interval) =>
        interval.events.map(({ id }) => `/events/${id}`),
      );
      equal(leadingTo("events").sort(), events.sort());
      const rulings = history.intervals.slice(1).flatMap(({ changed_by }) => changed_by);
      equal(leadingTo("changes").sort(), rulings.map(({ id }) => `/rulings/${id}`).sort());
    },
    "what was announced or proposed is hatched, from the decision that lists it": async ({
      page,
      open,
      api,
      ok,
      equal,
    }) => {
      await open(`/history?${H200}`);
      const hatched = await page.$$eval('svg.chart .spans[fill^="url"] a', (all) =>
        all.map((a) => a.getAttribute("href").split("?")[0]),
      );
      const { pending } = await api("/v1/eligibility?chip=h200&destination=CN&known_at=1&date=2025-12-10");
      ok(pending.length > 0);
      for (const { id } of pending) ok(hatched.includes(`/rulings/${id}`), `${id} of ${hatched}`);
      const { items } = await api("/v1/rulings?known_at=1&limit=200&fields=id,standing");
      const operative = items
        .filter(({ standing }) => standing === "operative")
        .map(({ id }) => `/rulings/${id}`);
      equal(
        hatched.filter((address) => operative.includes(address)),
        [],
      );
    },
    "a click on a band opens Check on the day under the pointer, Enter on its first day": async ({
      page,
      open,
      settled,
      ok,
      equal,
    }) => {
      await open(`/history?${H20}&from=2024-01-01&to=2025-01-01`);
      const band = page.locator("svg.chart .bands a").first();
      const box = await band.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      ok(/July [12], 2024/.test(await page.textContent(".tip")), await page.textContent(".tip"));
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForURL(/\/eligibility\?/);
      ok(/^2024-07-0[12]$/.test(new URL(page.url()).searchParams.get("date")), page.url());
      await page.goBack();
      await settled();
      await page.locator("svg.chart .bands a").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/eligibility\?/);
      equal(new URL(page.url()).searchParams.get("date"), "2024-01-01");
    },
    "arrow keys go from tick to tick, and the tip tells each": async ({ page, open, api, equal, ok }) => {
      const { intervals } = await api(`/v1/history?${H20}`);
      const [first, second] = intervals.flatMap((interval) => interval.events);
      await open(`/history?${H20}`);
      await page.locator("svg.chart .events a").first().focus();
      await page.keyboard.press("ArrowRight");
      ok((await page.textContent(".tip")).includes(second.headline));
      await page.keyboard.press("Home");
      ok((await page.textContent(".tip")).includes(first.headline));
      equal(await page.locator("svg.chart .events a[tabindex='0']").count(), 1);
      await page.keyboard.press("Escape");
      equal(await page.locator(".tip").count(), 0);
    },
    "the time shown is in the address: by year, by drag, and back": async ({
      page,
      open,
      settled,
      equal,
      ok,
    }) => {
      await open(`/history?${H20}`);
      await page.getByRole("link", { name: "2025", exact: true }).click();
      await page.waitForURL(/from=2025-01-01&to=2026-01-01/);
      await settled();
      const chart = await page.locator("svg.chart").boundingBox();
      const y = chart.y + 120;
      await page.mouse.move(chart.x + chart.width * 0.4, y);
      await page.mouse.down();
      await page.mouse.move(chart.x + chart.width * 0.6, y, { steps: 3 });
      await page.mouse.up();
      await page.waitForFunction(() => !location.search.includes("from=2025-01-01"));
      const { searchParams } = new URL(page.url());
      ok(searchParams.get("from") > "2025-03-01" && searchParams.get("to") < "2025-10-01", page.url());
      ok(page.url().includes("/history?"), page.url());
      await settled();
      await page.goBack();
      await page.waitForURL(/from=2025-01-01&to=2026-01-01/);
      await settled();
      equal(await page.inputValue('input[type="date"]'), "2025-01-01");
    },
    "a chip joins and leaves, each with rows and a chronology of its own": async ({
      page,
      open,
      settled,
      equal,
    }) => {
      await open(`/history?${H20}`);
      await page.getByRole("combobox", { name: "Compare with another chip" }).fill("H800");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/chip=h20,/);
      await settled();
      equal(await page.locator(".chronology").count(), 2);
      const check = await page.getByRole("link", { name: "Check", exact: true }).getAttribute("href");
      equal(
        new URL(check, page.url()).searchParams.get("chip"),
        "h20",
        "to a screen of one chip goes the first",
      );
      await page.getByRole("button", { name: /^Take away H800/ }).click();
      await settled();
      equal(await page.locator(".chronology").count(), 1);
      equal(new URL(page.url()).searchParams.get("chip"), "h20");
    },
    "the picture stands alone: title, legend and source in its file": async ({ page, open, ok }) => {
      await open(`/history?${H20}`);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "SVG", exact: true }).click(),
      ]);
      const text = await readFile(await file.path(), "utf8");
      for (const words of [
        "H20 to China",
        "License required",
        "the outcome flipped",
        "data version 1",
        "As recorded",
      ])
        ok(text.includes(`>${words}`) || text.includes(words), words);
      ok(!text.includes("var(--"), "a style that is only the page's");
      ok(text.includes("/history?chip=h20"), "the address");
    },
  },
};
