const DAYS = ["2022-12-01", "2023-12-01", "2025-03-01", "2026-06-01"];
// All kinds of items on one of the days, those for data centers on each.
const KINDS = ["data_center", "other", "data_center_systems", "other_systems"];

/** What the table of all chips says of each: its ECCN, and whether that is uncertain. */
const classes = (page) =>
  page.$$eval("#lines-all tr[data-chip]", (rows) =>
    rows.map((row) => [row.dataset.chip, row.querySelector(".class").textContent]),
  );

export default {
  name: "lines",
  shots: {
    "density-2023": "/lines?date=2023-12-01&known_at=1",
    "memory-h20": "/lines?date=2025-06-01&view_y=memory_bandwidth_gb_s&chip=h20&destination=CN&known_at=1",
  },
  tests: {
    "the zones class every chip as the API does": async ({ page, open, api, equal, ok }) => {
      for (const day of DAYS) {
        const theirs = new Map();
        let next = `/v1/matrix?destinations=CA&date=${day}&known_at=1&limit=200`;
        while (next) {
          const answer = await api(next);
          for (const { chip, answers } of answer.items) {
            const { eccn, eccn_uncertain } = answers[0];
            theirs.set(chip.id, `${eccn ?? "none"}${eccn_uncertain ? ", uncertain" : ""}`);
          }
          next = answer.next;
        }
        const ours = [];
        for (const kind of day === DAYS[1] ? KINDS : KINDS.slice(0, 1)) {
          await open(`/lines?date=${day}&view_kind=${kind}&known_at=1`);
          ours.push(...(await classes(page)));
        }
        ok(new Set(theirs.values()).size > 2);
        equal(new Map(ours), new Map(ours.map(([id]) => [id, theirs.get(id)])));
        if (day === DAYS[1]) equal(ours.length, theirs.size);
        ok(ours.length > 100);
      }
    },
    "a jump goes to the day on which lines change, and the zones move": async ({
      page,
      open,
      api,
      ok,
      settled,
    }) => {
      await open("/lines?date=2023-10-01&known_at=1");
      const before = await page.textContent(".lines-rules");
      const wanted = await api("/v1/rulings/us-bis-2023-10-17-acs-ifr?known_at=1");
      for (let i = 0; i < 3 && !page.url().includes(wanted.effective_from); i++)
        await page.click(".lines-jumps button:nth-child(2)");
      await settled();
      ok(page.url().includes(`date=${wanted.effective_from}`), page.url());
      ok((await page.textContent(".lines-rules")).includes(wanted.title));
      ok(!before.includes(wanted.title));
    },
    "a destination leaves the rules that reach it": async ({ page, open, ok }) => {
      const path = "/lines?date=2025-06-01&view_y=memory_bandwidth_gb_s&known_at=1";
      await open(`${path}&destination=CN`);
      ok((await page.textContent(".lines-rules")).includes("License required"));
      await open(`${path}&destination=CA`);
      ok(!(await page.textContent(".lines-rules")).includes("License required"));
    },
    "the picture stands alone, and every point is a link with its figures": async ({
      page,
      open,
      equal,
      ok,
    }) => {
      await open("/lines?date=2023-12-01&known_at=1");
      const points = await page.$$eval("svg.chart .point title", (all) => all.map((one) => one.textContent));
      ok(
        points.length > 20 && points.every((label) => /TPP [\d,.]+, performance density [\d,.]+/.test(label)),
      );
      equal(
        await page.$$eval("svg.chart .zone-names a", (all) =>
          all.every((one) => one.getAttribute("href").startsWith("/rulings/")),
        ),
        true,
      );
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.click("button:text-is('SVG')"),
      ]);
      ok(download.suggestedFilename().endsWith("2023-12-01.svg"));
    },
  },
};
