// The pages of rulings: the machine form in words, the state on a day, and the answer without the ruling.
const panel = (page, title) =>
  page.locator(".panel", { has: page.getByRole("heading", { name: title, exact: true }) });
const RULE = "us-bis-2023-10-17-acs-ifr";
const PAGE = `/rulings/${RULE}?date=2024-02-01&known_at=1&chip=h100&destination=CN`;

export default {
  name: "ruling",
  shots: {
    rule: PAGE,
    announced: "/rulings/us-wh-2025-12-08-h200-announcement?date=2025-12-20&known_at=1",
    list: "/rulings?date=2026-02-01&known_at=1",
  },
  tests: {
    "each provision stands with its text, at the place that links name": async ({
      page,
      open,
      api,
      equal,
      ok,
    }) => {
      await open(`${PAGE}#provision-4`);
      const ruling = await api(`/v1/rulings/${RULE}?date=2024-02-01&known_at=1`);
      const texts = await page.locator(".provision > p").allTextContents();
      equal(
        texts,
        ruling.provisions.map(({ text }) => text),
      );
      ok(await page.locator("#provision-4").evaluate((place) => place.matches(":target")));
      equal(await page.locator("h1").textContent(), ruling.title);
    },
    "a predicate is said in words, with the API's numbers": async ({ page, open, api, ok }) => {
      await open(PAGE);
      const { provisions } = await api(`/v1/rulings/${RULE}?known_at=1`);
      const bound = provisions[0].predicate.all[0].any[0];
      const said = new Intl.NumberFormat("en").format(bound.value);
      const text = await page.locator("#provision-1").textContent();
      ok(text.includes(`${bound.field.toUpperCase()} of ${said} or more`), text);
      ok(!text.includes('"op"'));
    },
    "groups are links by their names": async ({ page, open, api, equal }) => {
      await open(PAGE);
      const group = await api("/v1/groups/D:5?known_at=1");
      const link = page.locator("#provision-4").getByRole("link", { name: `D:5 (${group.name})` });
      equal(await link.getAttribute("href"), "/destinations/D%3A5?known_at=1");
    },
    "without it, the answer is the API's under law without it": async ({ page, open, equal, ok, origin }) => {
      await open(PAGE);
      const ask = async (more) => {
        const body = {
          queries: [{ chip: "h100", destination: "CN", date: "2024-02-01" }],
          known_at: 1,
          ...more,
        };
        const reply = await fetch(`${origin}/v1/eligibility`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        return (await reply.json()).items[0].decision.outcome.replace(/_/g, " ");
      };
      const outcomes = [await ask({}), await ask({ assume: { without: [RULE] } })];
      const badges = await panel(page, "Without this ruling").locator(".two .badge").allTextContents();
      equal(
        badges.map((text) => text.toLowerCase()),
        outcomes,
      );
      ok(outcomes[0] !== outcomes[1]);
    },
    "with no question in the address it shows one that the ruling catches": async ({
      page,
      open,
      api,
      ok,
      equal,
    }) => {
      await open(`/rulings/${RULE}?date=2024-02-01&known_at=1`);
      const { chips_caught } = await api(`/v1/rulings/${RULE}?date=2024-02-01&known_at=1`);
      const asked = panel(page, "Without this ruling");
      equal(await asked.getByRole("combobox", { name: "Chip" }).inputValue(), chips_caught[0].name);
      ok((await asked.locator(".two .badge").count()) === 2);
    },
    "chips that it catches are all there": async ({ page, open, api, equal }) => {
      await open(PAGE);
      const ruling = await api(`/v1/rulings/${RULE}?date=2024-02-01&known_at=1`);
      const caught = [...ruling.chips_caught, ...ruling.chips_perhaps_caught];
      equal(
        await page.locator(".ruling-chips li").allTextContents(),
        caught.map(({ name }) => name),
      );
    },
    "states are the API's on the day, and no verdict's colour": async ({ page, open, api, equal }) => {
      await open("/rulings?date=2026-02-01&known_at=1");
      const { items } = await api("/v1/rulings?date=2026-02-01&known_at=1&limit=50&fields=state");
      const states = await page.locator(".rulings .state").allTextContents();
      equal(
        states.map((text) => text.toLowerCase().replace(" ", "_")),
        items.map(({ state }) => state),
      );
      equal(await page.locator(".rulings [class*=tone-]").count(), 0);
    },
    "the list narrows to a state, and to a chip from the address": async ({
      page,
      open,
      api,
      settled,
      equal,
    }) => {
      await open("/rulings?date=2026-02-01&known_at=1&chip=h200");
      const count = (path) => api(path).then(({ total }) => total);
      const rows = page.locator(".rulings tbody tr");
      equal(await rows.count(), await count("/v1/rulings?date=2026-02-01&known_at=1&chip=h200"));
      await page.getByLabel("State", { exact: true }).selectOption("announced");
      await page.waitForURL(/status=announced/);
      await settled();
      equal(
        await rows.count(),
        await count("/v1/rulings?date=2026-02-01&known_at=1&chip=h200&status=announced"),
      );
    },
  },
};
