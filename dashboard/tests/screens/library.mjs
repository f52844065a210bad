// Search, events, disputes, destinations and groups.
const EVENT = "2025-04-09-h20-license-letter";
export default {
  name: "library",
  shots: {
    search: "/search?q=affilates+rule&known_at=1",
    events: "/events?chip=h20&known_at=1",
    event: `/events/${EVENT}?known_at=1`,
    disputes: "/disputes?known_at=1",
    dispute: "/disputes/affiliates-rule-after-2026-11-09?known_at=1",
    destinations: "/destinations?group=D:5&date=2026-02-01&known_at=1",
    destination: "/destinations/HK?date=2026-02-01&known_at=1",
    group: "/destinations/D:5?date=2026-02-01&known_at=1",
  },
  tests: {
    "search shows what the API found, and how it read the words": async ({ page, open, api, equal, ok }) => {
      await open("/search?q=affilates+rule&known_at=1");
      const found = await api("/v1/search?q=affilates+rule&known_at=1&limit=20");
      equal(
        await page.locator(".lib-hit h3").allTextContents(),
        found.items.map(({ title }) => title),
      );
      const read = await page.locator("main").textContent();
      for (const text of found.words.flatMap((word) => word.read_as)) ok(read.includes(`“${text}”`));
    },
    "a claim has its speaker and its stance": async ({ page, open, api, equal, ok }) => {
      await open(`/events/${EVENT}?known_at=1`);
      const event = await api(`/v1/events/${EVENT}?known_at=1`);
      const claims = await page.locator(".lib-claim").allTextContents();
      equal(claims.length, event.claims.length);
      event.claims.forEach((claim, i) => {
        ok(claims[i].includes(claim.speaker) && claims[i].toLowerCase().includes(claim.stance));
      });
    },
    "the list of events is narrowed by the address": async ({ page, open, api, equal }) => {
      await open("/events?chip=h20&category=license&date.lt=2025-06-01&known_at=1");
      const { items } = await api("/v1/events?chip=h20&category=license&date.lt=2025-06-01&known_at=1");
      equal(
        await page.locator(".lib-event a").allTextContents(),
        items.map(({ headline }) => headline),
      );
    },
    "a dispute shows all its positions": async ({ page, open, api, equal }) => {
      const { items } = await api("/v1/disputes?limit=1&known_at=1");
      await open(`/disputes/${items[0].id}?known_at=1`);
      equal(
        await page.locator(".lib-position h3").allTextContents(),
        items[0].positions.map(({ value }) => value),
      );
    },
    "a group has its members on the day": async ({ page, open, api, equal }) => {
      await open("/destinations/D:5?date=2026-02-01&known_at=1");
      const { items } = await api("/v1/destinations?group=D:5&date=2026-02-01&known_at=1&limit=200");
      equal(
        await page.locator("tbody th").allTextContents(),
        items.map(({ name }) => name),
      );
    },
  },
};
