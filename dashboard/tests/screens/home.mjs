// The first page and the frame around all of them.
export default {
  name: "home",
  shots: { home: "/", "nothing-here": "/nowhere" },
  tests: {
    "a story is the API's history": async ({ page, open, api, equal }) => {
      await open("/");
      const { matched, intervals } = await api("/v1/history?chip=h20&destination=CN&from=2023-01-01");
      const story = page.locator(".home-stories article").first();
      equal(await story.locator("h3").textContent(), `${matched.chip.name} to ${matched.destination.name}`);
      const flips = intervals.filter((one, i) => i === 0 || one.outcome !== intervals[i - 1].outcome);
      equal(await story.locator(".home-flips li").count(), flips.length);
    },
    "the form asks with the name that was chosen by keys": async ({ page, open, ok }) => {
      await open("/");
      const form = page.locator(".home-ask");
      await form.getByRole("combobox", { name: "Chip" }).fill("h200");
      await form.locator("[role=option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await form.getByRole("combobox", { name: "Destination" }).fill("CN");
      await form.getByRole("button", { name: "Check" }).click();
      await page.waitForURL("**/eligibility?*");
      const { pathname, searchParams } = new URL(page.url());
      ok(pathname === "/eligibility" && searchParams.get("chip") && searchParams.get("destination") === "CN");
    },
    "the heading of the next screen takes the focus": async ({ page, open, equal }) => {
      await open("/");
      await page.locator(".top-nav").getByRole("link", { name: "Events" }).click();
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      equal(await page.evaluate(() => document.activeElement.textContent), await page.textContent("h1"));
    },
    "a server out of reach is said, and asked again when it is back": async ({ page, context, open }) => {
      await open("/");
      await context.setOffline(true);
      await page.locator(".banner-away").waitFor();
      await context.setOffline(false);
      await page.locator(".banner-away").waitFor({ state: "detached" });
    },
  },
};
