// The matrix: the same answers as the API's, cell by cell; walked by keys, slid through days, compared, chosen and taken away.
import { readFileSync } from "node:fs";

const QUESTION = "chips=h20,h200,a100,mi308x&destinations=CN,NL,group:D:5&date=2026-02-01&known_at=1";
const COMPARED = "2025-02-01";

/** What the API says of each pair, by "chip place". */
function pairsOf(matrix) {
  const pairs = {};
  for (const { chip, answers } of matrix.items)
    for (const answer of answers)
      for (const code of answer.destinations) pairs[`${chip.id} ${code}`] = answer;
  return pairs;
}

/** The cells of the page, by the pair that each leads to. */
async function cellsOf(page) {
  const cells = await page.$$eval(".matrix-cell", (links) =>
    links.map((link) => [link.getAttribute("href"), link.getAttribute("aria-label"), link.className]),
  );
  return cells.map(([href, name, kind]) => {
    const query = new URL(href, "http://x").searchParams;
    return { pair: `${query.get("chip")} ${query.get("destination")}`, date: query.get("date"), name, kind };
  });
}

const WORDS = {
  prohibited: "Prohibited",
  license_required: "License required",
  license_exception_available: "License exception available",
  no_license_required: "No license required",
  unknown: "Unknown",
};

export default {
  name: "matrix",
  shots: {
    "what-events-name": "/matrix?date=2026-02-01&known_at=1",
    compared: `/matrix?${QUESTION}&view_compare=${COMPARED}`,
  },
  tests: {
    "each cell says what the API says of its pair, and leads to it": async ({
      page,
      open,
      api,
      equal,
      ok,
    }) => {
      await open(`/matrix?${QUESTION}`);
      const pairs = pairsOf(await api(`/v1/matrix?${QUESTION}`));
      const cells = await cellsOf(page);
      equal(cells.map(({ pair }) => pair).sort(), Object.keys(pairs).sort());
      for (const { pair, name, date } of cells) {
        ok(name.includes(`: ${WORDS[pairs[pair].outcome]}`), name);
        equal(date, "2026-02-01");
      }
      const needed = Object.values(pairs).filter(({ outcome }) => outcome === "license_required").length;
      ok((await page.textContent(".matrix-summary")).includes(`${needed} need a license`));
      ok((await page.textContent(".matrix-summary")).includes(`of ${cells.length} pairs`));
    },
    "arrow keys walk the table, and Enter opens the whole answer": async ({ page, open, equal }) => {
      await open(`/matrix?${QUESTION}`);
      equal(await page.locator('.matrix [tabindex="0"]').count(), 1);
      await page.locator('.matrix [tabindex="0"]').focus();
      for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
      const { at, href } = await page.evaluate(() => ({
        at: document.activeElement.dataset.at,
        href: document.activeElement.getAttribute("href"),
      }));
      equal(at, "1,1");
      equal(await page.locator('.matrix [tabindex="0"]').count(), 1);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/eligibility\?/);
      equal(new URL(page.url()).pathname + new URL(page.url()).search, href);
    },
    "outlined is what the API says differs, and nothing else": async ({ page, open, api, equal, ok }) => {
      await open(`/matrix?${QUESTION}&view_compare=${COMPARED}`);
      const asked = QUESTION.replace("&date=", `&from=${COMPARED}&to=`);
      const diff = await api(`/v1/diff?${asked}`);
      const all = diff.items.flatMap(({ chip, destinations }) =>
        destinations.map((code) => `${chip.id} ${code}`),
      );
      // The comparison has the members of a group on either day, the table those of its own.
      const pairs = pairsOf(await api(`/v1/matrix?${QUESTION}`));
      const differ = all.filter((pair) => pairs[pair]);
      const cells = await cellsOf(page);
      const outlined = cells.filter(({ kind }) => kind.includes("matrix-changed"));
      equal(outlined.map(({ pair }) => pair).sort(), differ.sort());
      ok(outlined.length > 0 && outlined.length < cells.length, `${outlined.length} of ${cells.length}`);
      for (const { name } of outlined) ok(name.includes("Differs from February 1, 2025"), name);
      const said = await page.locator(".matrix-summary + p").textContent();
      ok(said.startsWith(`${differ.length} pairs differ`), said);
      ok(said.includes(`Not in the table: ${all.length - differ.length} pairs`), said);
      await page.getByLabel("Only what differs").check();
      await page.waitForURL(/view_only=changed/);
      const rows = new Set((await cellsOf(page)).map(({ pair }) => pair.split(" ")[0]));
      equal([...rows].sort(), [...new Set(differ.map((pair) => pair.split(" ")[0]))].sort());
    },
    "sliding asks where it rests, and leaves no trail": async ({ page, open, settled, equal, ok }) => {
      await open(`/matrix?${QUESTION}`);
      const before = await page.evaluate(() => history.length);
      const asked = [];
      page.on("request", (request) => request.url().includes("/v1/matrix") && asked.push(request.url()));
      await page.evaluate(async () => {
        const slider = document.querySelector("input[type=range]");
        for (let i = 0; i < 30; i++) {
          slider.value = String(Number(slider.value) - 20);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      });
      const day = await page.inputValue("input[type=date]");
      await page.waitForFunction(
        (text) => document.querySelector(".matrix-cell")?.getAttribute("href").includes(text),
        `date=${day}`,
      );
      await settled();
      // One, where the machine is quick enough to slide without a rest.
      ok(asked.length > 0 && asked.length <= 5, `${asked.length} questions`);
      ok(asked.at(-1).includes(`date=${day}`), asked.at(-1));
      equal(new URL(page.url()).searchParams.get("date"), day);
      equal(await page.evaluate(() => history.length), before);
    },
    "chips and groups are chosen, and back takes a choice back": async ({
      page,
      open,
      settled,
      api,
      equal,
      ok,
    }) => {
      await open("/matrix?chips=h20&destinations=NL&date=2026-02-01&known_at=1");
      await page.getByText("Choose chips and destinations").click();
      await page.getByRole("combobox", { name: "Add a chip" }).fill("h200");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/chips=h20,/);
      const { items } = await api("/v1/groups?known_at=1&limit=1");
      await page
        .getByLabel("A set of destinations")
        .selectOption({ label: `${items[0].id} ${items[0].name}` });
      await page.getByRole("group", { name: "Destinations" }).getByRole("button", { name: "Show" }).click();
      await page.waitForURL(/destinations=group:/);
      await settled();
      const members = await api(`/v1/destinations?group=${items[0].id}&date=2026-02-01&known_at=1&limit=1`);
      const columns = await page.locator("th.matrix-place a").count();
      equal(columns, Math.min(members.total, 60));
      ok((await page.textContent(".matrix-sections")).includes(items[0].name));
      await page.goBack();
      await page.waitForURL(/destinations=NL/);
      await settled();
      equal(await page.locator("th.matrix-place a").count(), 1);
      equal(await page.locator(".matrix tbody tr").count(), 2);
    },
    "without a question the data chooses what events name most": async ({ page, open, api, equal, ok }) => {
      await open("/matrix?date=2026-02-01&known_at=1");
      const { facets } = await api("/v1/events?limit=1&facets=chips,countries&known_at=1");
      const cells = await cellsOf(page);
      const places = new Set(cells.map(({ pair }) => pair.split(" ")[1]));
      ok(places.has(facets.countries[0].value), [...places].join());
      const told = await page.textContent(".matrix-fold summary");
      ok(told.includes("events name most often"), told);
      const chips = new Set(cells.map(({ pair }) => pair.split(" ")[0]));
      const asked = facets.chips.slice(0, chips.size).map(({ value }) => value);
      const same = await api(`/v1/matrix?chips=${asked}&destinations=CN&known_at=1`);
      equal([...chips].sort(), same.items.map(({ chip }) => chip.id).sort());
    },
    "the picture stands alone": async ({ page, open, ok }) => {
      await open(`/matrix?${QUESTION}&view_compare=${COMPARED}`);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "SVG" }).click(),
      ]);
      const svg = readFileSync(await file.path(), "utf8");
      ok(svg.includes("Export of AI chips by destination, February 1, 2026"));
      ok(svg.includes("as recorded by this data set"));
      ok(/font-size="18px"/.test(svg), "its type is written into it");
      ok(!/class=|var\(/.test(svg), "nothing of it hangs on the page's styles");
    },
    "a name that the API does not know is told in its words": async ({ page, open, api, equal }) => {
      await open("/matrix?chips=h20,nothing-of-that-name&destinations=CN");
      const problem = await api("/v1/matrix?chips=h20,nothing-of-that-name&destinations=CN");
      equal(await page.textContent(".fault p"), problem.detail);
    },
  },
};
