// Check: what it says is what the API says, every way to step and to state leaves an address, and the receipt gives the same answer.
const ASKED = "chip=h200&destination=CN&date=2026-02-01&known_at=1";
const OPEN = "chip=cambricon-mlu590&destination=CN&date=2024-06-01&known_at=1";

function flat(text) {
  return text.replace(/\s+/g, " ").trim();
}

export default {
  name: "check",
  shots: {
    "not-asked": "/eligibility",
    "h200-to-china": `/eligibility?${ASKED}&view_steps=1&view_flips=1&view_more=1&view_notes=1`,
    "not-known": `/eligibility?${OPEN}`,
    exception: "/eligibility?chip=rtx%204090&destination=CN&export_from=MY&date=2023-12-01&known_at=1",
    "no-such-chip": "/eligibility?chip=hh20&destination=CN&known_at=1",
  },
  tests: {
    "the sentence, the legs and the conditions are the API's": async ({ page, open, api, equal }) => {
      await open(`/eligibility?${ASKED}`);
      const answer = await api(`/v1/eligibility?${ASKED}`);
      equal(await page.textContent(".sentence"), answer.summary);
      equal(await page.locator(".leg").count(), answer.legs.length);
      for (const [i, leg] of answer.legs.entries()) {
        const shown = page.locator(".leg").nth(i);
        equal(
          flat(await shown.locator(".badge").textContent()).toLowerCase(),
          leg.status.replaceAll("_", " "),
        );
        equal(
          await shown.locator("dd .grounds > li > a:first-child").allTextContents(),
          leg.because.map((ground) => ground.title),
        );
        equal(await shown.locator(".conditions li").count(), leg.conditions.length);
      }
      equal(await page.locator(".not-in-force li").count(), answer.pending.length + answer.suspended.length);
    },

    "◀ and ▶ go to the days of the history, by keys too, and end with a reason": async ({
      page,
      open,
      api,
      settled,
      equal,
      ok,
    }) => {
      const { intervals } = await api("/v1/history?chip=h200&destination=CN&known_at=1");
      const days = intervals.map((interval) => interval.from);
      const at = days.findLastIndex((day) => day <= "2026-02-01");
      const arrive = async (day) => {
        await page.waitForURL((url) => url.searchParams.get("date") === day, { timeout: 3000 });
        await settled();
      };
      await open(`/eligibility?${ASKED}`);
      await page.click("#flip-next");
      await arrive(days[at + 1]);
      await page.keyboard.press("ArrowLeft");
      await arrive(days[at]);
      ok((await page.textContent(".since")).includes(intervals[at].changed_by[0].title));
      await page.goBack();
      await arrive(days[at + 1]);
      await open(`/eligibility?${ASKED.replace("2026-02-01", days.at(-1))}`);
      equal(await page.getAttribute("#flip-next", "aria-disabled"), "true");
      equal(await page.getAttribute("#flip-next", "href"), null);
      ok((await page.textContent("#flip-next")).includes("none is recorded"));
    },

    "a year that is half typed stays out of the address, and out of the field once left": async ({
      page,
      open,
      equal,
    }) => {
      await open(`/eligibility?${ASKED}`);
      const field = page.getByLabel("On the day");
      const asked = () => new URL(page.url()).searchParams.get("date");
      const before = asked();
      await field.focus();
      await page.keyboard.type("0201202", { delay: 30 });
      equal(asked(), before);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      equal(await field.inputValue(), before);
      await field.focus();
      await page.keyboard.type("03012025", { delay: 30 });
      await page.waitForFunction(() => new URL(location.href).searchParams.get("date") === "2025-03-01");
    },

    "every test is shown with its provision, asked for only when opened": async ({
      page,
      open,
      api,
      settled,
      equal,
      ok,
    }) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await open(`/eligibility?${ASKED}`);
      ok(!asked.some((url) => url.includes("explain=full")));
      await page.click("#steps summary");
      await page.waitForSelector(".steps");
      await settled();
      equal(new URL(page.url()).searchParams.get("view_steps"), "1");
      const { legs } = await api(`/v1/eligibility?${ASKED}&explain=full`);
      const steps = legs.flatMap((leg) => leg.steps);
      const order = (texts) => [...texts].sort();
      equal(
        order(await page.locator(".steps tr:not(.step-head) code").allTextContents()),
        order(steps.map((step) => step.test)),
      );
      const values = await page.locator(".steps data").evaluateAll((all) => all.map((data) => data.value));
      equal(
        order(values),
        order(steps.filter((step) => typeof step.value === "number").map((step) => String(step.value))),
      );
      await page.click("#steps input[type=checkbox]");
      await page.waitForFunction(() => !document.querySelector(".steps tbody:not(.decided)"));
      const kept = await page.locator(".steps .provision-link").allTextContents();
      for (const id of legs.flatMap((leg) => leg.because.flatMap((ground) => ground.provisions)))
        ok(kept.includes(id), `${id} in ${kept}`);
    },

    "the receipt's addresses give the answer again, and its picture and rows are files": async ({
      page,
      open,
      origin,
      api,
      equal,
      ok,
    }) => {
      await open("/eligibility?chip=h200&destination=CN&date=2026-02-01");
      const answer = await api("/v1/eligibility?chip=h200&destination=CN&date=2026-02-01");
      equal(await page.textContent(".receipt a"), origin + answer.self.replace("/v1", ""));
      equal(await page.textContent(".receipt dd:nth-of-type(2)"), `curl -s '${origin}${answer.self}'`);
      await page.click("#receipt button:has-text('Citation')");
      const cited = await page.evaluate(() => navigator.clipboard.readText());
      ok(cited.includes(`GET ${origin}${answer.self}.`) && cited.includes(answer.digest), cited);
      for (const kind of ["SVG", "PNG", "CSV"]) {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.click(`#receipt .tools button:text-is("${kind}")`),
        ]);
        equal(file.suggestedFilename(), `navicert-nvidia-h200-sxm-cn-2026-02-01.${kind.toLowerCase()}`);
      }
    },

    "what was not stated can be, and goes into the address and the answer": async ({
      page,
      open,
      api,
      settled,
      equal,
    }) => {
      await open(`/eligibility?${ASKED}`);
      const { caveats } = await api(`/v1/eligibility?${ASKED}`);
      equal(await page.locator(".caveats .field").count(), caveats.length);
      await page.locator(".caveats select").first().selectOption("true");
      await page.waitForURL(/circumstance\.end_user_on_entity_list=true/);
      await settled();
      const stated = await api(`/v1/eligibility?${ASKED}&circumstance.end_user_on_entity_list=true`);
      equal(await page.textContent(".sentence"), stated.summary);
    },

    "what is not known is said with every possible outcome and the facts that would settle it": async ({
      page,
      open,
      api,
      equal,
      ok,
    }) => {
      await open(`/eligibility?${OPEN}`);
      const answer = await api(`/v1/eligibility?${OPEN}`);
      ok(answer.possible.length > 1);
      equal(
        await page.locator(".answer .possible").allTextContents(),
        answer.possible.map((code) => code.replaceAll("_", " ")),
      );
      equal(await page.locator(".missing li").count(), answer.missing.length);
      equal(await page.locator(".answer.tone-unknown").count(), 1);
    },

    "names are found as they are typed, and a name that is none is answered by what may have been meant":
      async ({ page, open, api, settled, equal }) => {
        await open("/eligibility?destination=CN&date=2025-05-01&known_at=1");
        await page.fill("input[placeholder^='H20']", "h20");
        await page.waitForSelector(".combo-list:not([hidden]) [role=option]");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".sentence");
        const chip = new URL(page.url()).searchParams.get("chip");
        const answer = await api(`/v1/eligibility?chip=${chip}&destination=CN&date=2025-05-01&known_at=1`);
        equal(await page.textContent(".sentence"), answer.summary);
        await open("/eligibility?chip=hh20&destination=CN&known_at=1");
        const problem = await api("/v1/eligibility?chip=hh20&destination=CN&known_at=1");
        equal(
          await page.locator(".suggestions a").allTextContents(),
          problem.errors.map((error) => error.suggestion),
        );
        await page.click(".suggestions a");
        await settled();
        equal(new URL(page.url()).searchParams.get("chip"), problem.errors[0].suggestion);
      },

    "a question that is not answered has no verdict of another in its title": async ({
      page,
      open,
      equal,
      ok,
    }) => {
      await open(`/eligibility?${ASKED}`);
      ok((await page.title()).startsWith("License required"));
      await page.route("**/v1/eligibility?*", (route) => route.fulfill({ status: 500, body: "" }));
      await page.fill("input[type=date]", "2022-09-01");
      await page.locator(".fault").waitFor();
      equal(await page.title(), "Check · navicert");
      equal(await page.locator(".answer").count(), 0);
    },

    "what is possible besides is never said as free": async ({ page, open, api, equal, ok }) => {
      const before = "chip=h200&destination=CN&date=2015-01-01&known_at=1";
      const { legs } = await api(`/v1/eligibility?${before}`);
      ok(legs.some(({ side, possible }) => side === "import" && possible.length > 1));
      await open(`/eligibility?${before}`);
      for (const [i, { possible }] of legs.entries())
        equal(
          flat(await page.locator(".leg").nth(i).locator(".badge").textContent()),
          possible.length > 1 ? "Unknown" : "No restriction recorded",
        );
    },
  },
};
