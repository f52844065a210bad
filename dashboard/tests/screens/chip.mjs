// The pages of chips: figures with their sources, and the answer to a chip with another number.
const number = (value) => new Intl.NumberFormat("en", { maximumSignificantDigits: 6 }).format(value);
const panel = (page, title) =>
  page.locator(".panel", { has: page.getByRole("heading", { name: title, exact: true }) });

const CHIP = "/chips/h200?date=2026-02-01&known_at=1";
const ALTERED = "/chips/h20?date=2024-02-01&known_at=1&destination=CN&view_throughput=200";

export default {
  name: "chip",
  shots: {
    h200: CHIP,
    "h20-altered": ALTERED,
    list: "/chips?known_at=1&vendor=NVIDIA",
    none: "/chips/no-such-chip",
  },
  tests: {
    "every figure is the API's, with its unit and who published it": async ({
      page,
      open,
      api,
      equal,
      ok,
    }) => {
      await open(CHIP);
      const chip = await api("/v1/chips/h200?date=2026-02-01&known_at=1");
      const table = panel(page, "Figures and their sources").getByRole("table");
      const row = (name) => table.getByRole("row", { name: new RegExp(`^${name}\\b`) });
      ok((await row("FP8 throughput").textContent()).includes(`${number(chip.peak_tops.fp8)} TFLOPS`));
      ok((await row("Die area").textContent()).includes(`${number(chip.die_area_mm2)} mm²`));
      // A source cell spans the rows of all figures that it covers.
      const beside = (figure) =>
        table.evaluate((element, name) => {
          const rows = [...element.tBodies[0].rows];
          const at = rows.findIndex((one) => one.cells[0].textContent === name);
          const cell = rows.slice(0, at + 1).findLast((one) => one.cells[2]).cells[2];
          return [...cell.querySelectorAll("a")].map((link) => link.getAttribute("href"));
        }, figure);
      const covering = (field) =>
        chip.sources.filter(({ fields }) => fields.includes(field)).map(({ url }) => url);
      equal(await beside("Die area"), covering("die_area_mm2"));
      equal(await beside("FP8 throughput"), covering("peak_tops"));
      equal(await beside("Logic dies"), covering("die_count"));
      ok((await table.textContent()).includes("no source recorded"));
      equal(await page.locator(".chip-sources li").count(), chip.sources.length);
    },
    "what rulings count by is worked out": async ({ page, open, api, ok }) => {
      await open(CHIP);
      const { metrics } = await api("/v1/chips/h200?known_at=1");
      const text = await panel(page, "What rulings count by").textContent();
      for (const value of [metrics.tpp, metrics.performance_density]) ok(text.includes(number(value)), text);
      const [, right] = metrics.derivation.split("; ")[0].split(" = ");
      ok(text.includes(`${right} = ${number(metrics.tpp)}`), text);
    },
    "a changed number asks for a chip that does not exist": async ({
      page,
      open,
      settled,
      equal,
      ok,
      origin,
    }) => {
      await open("/chips/h20?date=2024-02-01&known_at=1&destination=CN");
      const form = panel(page, "Change a number");
      ok((await form.textContent()).includes("Change one of the numbers"));
      await form.getByLabel(/^All throughput/).fill("200");
      await page.waitForURL(/view_throughput=200/);
      await form.getByRole("table").first().waitFor();
      await settled();
      const { peak_tops } = await (await fetch(`${origin}/v1/chips/h20?known_at=1`)).json();
      const twice = Object.fromEntries(
        Object.entries(peak_tops).flatMap(([name, tops]) => (tops === null ? [] : [[name, tops * 2]])),
      );
      const asked = {
        destination: "CN",
        date: "2024-02-01",
        known_at: 1,
        queries: [{ chip: "h20" }, { chip: { like: "h20", peak_tops: twice } }],
      };
      const reply = await fetch(`${origin}/v1/eligibility`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked),
      });
      const { items } = await reply.json();
      const words = items.map(({ decision }) => decision.outcome.replace(/_/g, " "));
      const badges = await form.locator(".two .badge").allTextContents();
      equal(
        badges.map((text) => text.toLowerCase()),
        words,
      );
      ok(words[0] !== words[1]);
      const { metrics } = items[1].decision.question.specification;
      ok((await form.locator(".chip-recomputed").textContent()).includes(number(metrics.tpp)));
      ok((await form.locator(".two-told").textContent()).includes(`${words[0]} becomes ${words[1]}`));
    },
    "as recorded takes every change back, and back brings it again": async ({ page, open, settled, ok }) => {
      await open(ALTERED);
      await panel(page, "Change a number").getByRole("button", { name: "As recorded" }).click();
      await page.waitForURL((url) => !url.search.includes("view_"));
      ok((await panel(page, "Change a number").textContent()).includes("Change one of the numbers"));
      await page.goBack();
      await settled();
      ok((await page.locator(".two .badge").count()) === 2);
    },
    "what is no number is refused in the API's words": async ({ page, open, ok }) => {
      await open("/chips/h20?known_at=1&date=2024-02-01&destination=CN&view_die_area_mm2=big");
      ok((await page.locator(".fault").textContent()).includes("die_area_mm2"));
    },
    "where it may go sums up to all destinations": async ({ page, open, api, equal }) => {
      await open(CHIP);
      const matrix = await api("/v1/matrix?chips=h200&date=2026-02-01&known_at=1");
      const counts = await page.locator(".chip-reach summary").allTextContents();
      const total = counts.reduce(
        (sum, text) => sum + Number(/([\d,]+) destination/.exec(text)[1].replace(",", "")),
        0,
      );
      equal(total, matrix.destinations.length);
    },
    "disputes stand with all their positions": async ({ page, open, api, equal }) => {
      await open(CHIP);
      const { items } = await api("/v1/disputes?about=nvidia-h200,nvidia-h200-sxm&known_at=1");
      equal(await page.locator(".dispute").count(), items.length);
      const values = items.flatMap(({ positions }) => positions.map(({ value }) => value));
      equal(await page.locator(".dispute-value").allTextContents(), values);
    },
    "the list is the API's: narrowed, sorted and continued": async ({
      page,
      open,
      api,
      settled,
      equal,
      ok,
    }) => {
      await open("/chips?known_at=1&tpp.gte=4800");
      const names = () => page.locator(".chip-list tbody th").allTextContents();
      const first = await api("/v1/chips?known_at=1&tpp.gte=4800&sort=-tpp&limit=50&fields=name");
      equal(
        await names(),
        first.items.map(({ name }) => name),
      );
      await page.getByLabel("Vendor").selectOption("AMD");
      await page.waitForURL(/vendor=AMD/);
      await settled();
      const narrowed = await api(
        "/v1/chips?known_at=1&tpp.gte=4800&vendor=AMD&sort=-tpp&limit=50&fields=name",
      );
      equal(
        await names(),
        narrowed.items.map(({ name }) => name),
      );
      await page.getByRole("link", { name: /^Chip/ }).first().click();
      await page.getByRole("link", { name: "Released" }).click();
      await page.waitForURL(/sort=-released_on/);
      await page.goto(`${new URL(page.url()).origin}/chips?known_at=1`);
      await settled();
      await page.getByRole("button", { name: "Show more" }).click();
      await page.waitForURL(/view_pages=2/);
      await settled();
      ok((await names()).length === 100);
    },
  },
};
