const YEAR = "/diff?from=2025-10-10&to=2026-10-10&known_at=1";
const LETTER = "/diff?from=2025-04-08&to=2025-04-09&chips=h20&known_at=1";
const ALL = "/diff?from=2022-08-01&to=2026-10-10&known_at=1";

const figure = (number) => new Intl.NumberFormat("en").format(number);
const numbers = (texts) => texts.map((text) => Number(text.replace(/\D/g, "")));
const sum = (list) => list.reduce((total, number) => total + number, 0);
const counts = async (page) => sum(numbers(await page.locator(".cause .count").allTextContents()));

export default {
  name: "diff",
  shots: {
    start: "/diff",
    year: YEAR,
    letter: LETTER,
    nothing: "/diff?known_from=1&known_at=1&to=2026-10-10",
    fault: "/diff?from=2025-13-01",
  },
  tests: {
    "the sentence, the parts and the table have the numbers of the API": async ({
      page,
      open,
      api,
      equal,
      ok,
    }) => {
      const diff = await api(`/v1${YEAR}&limit=200`);
      const matrix = await api("/v1/matrix?date=2026-10-10&limit=1&known_at=1");
      await open(YEAR);
      const sentence = await page.textContent(".sentence");
      const compared = figure(matrix.total * matrix.destinations.length);
      ok(sentence.includes(`${figure(diff.total_pairs)} of ${compared} pairs`), sentence);
      ok(sentence.includes("as recorded by this data set (data version 1)"), sentence);
      const rulings = new Set(diff.items.flatMap((item) => item.changed_by.map(({ id }) => id)));
      ok(sentence.includes(`by ${rulings.size} rulings`), sentence);
      equal(await counts(page), diff.total_pairs);
      const linked = await page
        .locator(".cause > h3 a, .cause > .titles a")
        .evaluateAll((links) => links.map((one) => new URL(one.href).pathname.split("/").pop()));
      equal([...new Set(linked)].sort(), [...rulings].sort());
      equal(sum(numbers(await page.locator(".turns td.number").allTextContents())), diff.total_pairs);
    },
    "folded destinations unfold to all that the API names": async ({ page, open, api, equal, ok }) => {
      const [item] = (await api(`/v1${LETTER}`)).items;
      const { destinations } = await api("/v1/matrix?date=2025-04-09&limit=1&known_at=1");
      const names = new Map(destinations.map(({ code, name }) => [code, name]));
      await open(LETTER);
      const fold = page.locator(".parcel details.fold").first();
      ok((await fold.textContent()).includes(`${item.destinations.length - 2} more`));
      await fold.locator("summary").click();
      await fold.locator("li").first().waitFor();
      equal(
        await fold.locator("li").allTextContents(),
        item.destinations.map((code) => names.get(code)),
      );
    },
    "any pair is checked in both states": async ({ page, open, api, equal }) => {
      const [item] = (await api(`/v1${LETTER}`)).items;
      const last = item.destinations.at(-1);
      await open(`${LETTER}&hq=US`);
      await page.click(".one-pair summary");
      await page.selectOption(".pair-picker select[aria-label=Destination]", last);
      const hrefs = await page.locator(".pair-links a").evaluateAll((links) => links.map((a) => a.search));
      const asked = `chip=${item.chip.id}&destination=${last}&hq=US`;
      equal(hrefs, [
        `?${asked}&date=2025-04-08&known_at=1`,
        `?${asked}&date=2025-04-09&known_at=1`,
        `?${asked}&known_at=1`,
      ]);
    },
    "what counts as a change is in the address, and back takes it back": async ({
      page,
      open,
      api,
      settled,
      equal,
    }) => {
      await open(YEAR);
      const before = await page.textContent(".sentence");
      for (const name of ["review policy", "conditions"])
        await page.getByLabel(name, { exact: true }).click();
      await settled();
      equal(new URL(page.url()).searchParams.get("changed"), "outcome,eccn,exception,import");
      const diff = await api(`/v1${YEAR}&changed=outcome,eccn,exception,import&limit=200`);
      equal(await counts(page), diff.total_pairs);
      await page.goBack();
      await page.goBack();
      await settled();
      equal(await page.textContent(".sentence"), before);
    },
    "chips are chosen by name, and taken away": async ({ page, open, settled, equal }) => {
      await open(LETTER);
      await page.getByRole("combobox", { name: "Chips" }).fill("mi308x");
      await page
        .getByRole("listbox", { name: /^Chips/ })
        .getByRole("option")
        .first()
        .click();
      await settled();
      const [first, second] = new URL(page.url()).searchParams.get("chips").split(",");
      equal([first, typeof second], ["h20", "string"]);
      await page.getByRole("button", { name: /Take away H20/ }).click();
      await settled();
      equal(new URL(page.url()).searchParams.get("chips"), second);
    },
    "what is more than a page is read on demand, and said": async ({
      page,
      open,
      api,
      settled,
      equal,
      ok,
    }) => {
      const first = await api(`/v1${ALL}&limit=200`);
      ok(first.next, "more chips than a page has");
      await open(`${ALL}&view_all=1`);
      ok((await page.textContent(".sentence")).includes("by at least"));
      ok((await counts(page)) < first.total_pairs);
      await page.getByRole("button", { name: "Read on" }).click();
      await settled();
      equal(await counts(page), first.total_pairs);
      ok(!(await page.textContent(".sentence")).includes("at least"));
    },
    "two states of knowledge, and the next visit": async ({ page, open, api, settled, equal, ok }) => {
      const { data_version } = await api("/v1");
      await open("/diff");
      await page.getByRole("link", { name: "Two states of knowledge" }).click();
      await settled();
      const asked = new URL(page.url()).searchParams;
      equal([asked.has("from"), asked.get("known_from")], [false, String(Math.max(data_version - 1, 1))]);
      ok(await page.textContent(".sentence"));
      const kept = await page.getByRole("link", { name: /^what changed since/ }).getAttribute("href");
      const next = new URLSearchParams(kept.split("?")[1]);
      equal(
        [next.has("to"), next.get("known_from"), next.has("known_at")],
        [false, String(data_version), false],
      );
    },
    "a name shaped like a script is text, in the API's own words": async ({ page, open, api, equal }) => {
      const path = "/diff?from=2025-04-08&chips=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
      const problem = await api(`/v1${path}`);
      await open(path);
      equal(await page.textContent(".fault h2 + p"), problem.detail);
      equal(await page.locator("main img").count(), 0);
    },
  },
};
