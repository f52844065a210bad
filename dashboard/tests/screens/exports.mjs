// What is taken away: each kind of file is had from the page, read by itself, and held against the API.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const CHIPS = "/chips?q=nvidia&known_at=1";
const DIFF = "/diff?from=2025-04-08&to=2025-04-09&known_at=1&known_from=1";
const PICTURES = {
  "/eligibility?chip=h200&destination=CN&date=2026-02-01&known_at=1": "Receipt",
  "/history?chip=h20&destination=CN&known_at=1&from=2023-01-01&to=2026-02-01": "Timeline",
  "/lines?date=2024-01-01&known_at=1": "The lines on January 1, 2024",
  "/matrix?chips=h20,h200&destinations=CN,NL&date=2026-02-01&known_at=1":
    "Chips and destinations on February 1, 2026",
  [DIFF]: "How the outcome moved",
};

async function taken(page, panel, kind) {
  const tools = page.getByRole("group", { name: `Take away: ${panel}`, exact: true });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    tools.getByRole("button", { name: kind, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** RFC 4180, and nothing more lenient. */
function parsed(text) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, value, end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1).push(value.startsWith('"') ? value.slice(1, -1).replace(/""/g, '"') : value);
    if (end === "\r\n") rows.push([]);
  }
  rows.pop();
  return rows;
}

/** The file as it is anywhere else: a page of its own, with nothing of ours around it. */
async function alone(context, bytes) {
  const page = await context.newPage();
  await page.goto(`data:image/svg+xml;base64,${bytes.toString("base64")}`);
  const read = await page.evaluate(() => {
    const root = document.documentElement;
    const box = root.viewBox.baseVal;
    const frame = root.getBoundingClientRect();
    const texts = [...root.querySelectorAll("text")].filter(
      (text) => getComputedStyle(text).visibility !== "hidden",
    );
    const cut = texts.filter((text) => {
      const at = text.getBoundingClientRect();
      return at.left < frame.left || at.right > frame.right || at.top < frame.top || at.bottom > frame.bottom;
    });
    const classes = root.querySelectorAll("[class], style, [tabindex]").length;
    return {
      words: texts.map((text) => text.textContent).join(" "),
      paper: root.querySelector("rect").getAttribute("fill"),
      width: box.width,
      height: box.height,
      cut: cut.map((text) => text.textContent),
      links: [...root.querySelectorAll("a")].map((anchor) => anchor.getAttribute("href")),
      classes,
    };
  });
  await page.close();
  return read;
}

export default {
  name: "exports",
  shots: {},
  tests: {
    "a picture stands alone, in the light, whole, with its source, its data version and its own address":
      async ({ page, context, open, origin, equal, ok }) => {
        await page.emulateMedia({ colorScheme: "dark" });
        for (const [path, panel] of Object.entries(PICTURES)) {
          await open(path);
          const { name, bytes } = await taken(page, panel, "SVG");
          ok(/^navicert-.*\d{4}-\d\d-\d\d\.svg$/.test(name), name);
          const file = bytes.toString();
          ok(!/var\(|light-dark\(|currentcolor/i.test(file), `${panel}: a style that is only the page's`);
          const read = await alone(context, bytes);
          equal(read.paper, "rgb(255, 255, 255)", panel);
          equal(read.cut, [], `${panel}: what is cut off`);
          equal(read.classes, 0, panel);
          equal(
            read.links.filter((link) => !link.startsWith(`${origin}/`) && !link.startsWith("#")),
            [],
            panel,
          );
          for (const words of ["data version 1", "as recorded", "Research data, not legal advice", origin])
            ok(read.words.toLowerCase().includes(words.toLowerCase()), `${panel}: ${words} in ${read.words}`);
          ok(/known_at=1/.test(read.words.replace(/ /g, "")), `${panel}: its address names the data`);
        }
        equal(
          await page.evaluate(() => document.documentElement.dataset.theme),
          undefined,
          "the page stays dark",
        );
      },

    "texts keep their halo in the file, so that none is a white blot": async ({ page, open, ok }) => {
      await open("/lines?date=2024-01-01&known_at=1");
      const { bytes } = await taken(page, "The lines on January 1, 2024", "SVG");
      const haloed = bytes.toString().match(/<text[^>]*stroke="rgb\(255, 255, 255\)"[^>]*>/g) ?? [];
      ok(haloed.length > 0);
      ok(
        haloed.every(
          (text) => text.includes('paint-order="stroke"') || bytes.includes('<g paint-order="stroke"'),
        ),
        haloed[0],
      );
    },

    "the bitmap is the drawing at twice its size": async ({ page, context, open, equal }) => {
      await open(DIFF);
      const { bytes } = await taken(page, "How the outcome moved", "PNG");
      const drawn = await alone(context, (await taken(page, "How the outcome moved", "SVG")).bytes);
      equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      equal([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [2 * drawn.width, 2 * drawn.height]);
    },

    "the table of a list is the whole list, page after page, as the API has it": async ({
      page,
      open,
      api,
      equal,
      ok,
    }) => {
      await open("/chips?known_at=1");
      const { name, bytes } = await taken(page, "Recorded chips", "CSV");
      const [head, ...rows] = parsed(bytes.toString());
      const { total } = await api("/v1/chips?known_at=1&limit=1");
      ok(total > 200, "more than one page of the API");
      equal(rows.length, total);
      ok(rows.every((row) => row.length === head.length));
      const ids = rows.map((row) => row[head.indexOf("id")]);
      equal(new Set(ids).size, total);
      const first = await api("/v1/chips?known_at=1&sort=-tpp&limit=3&fields=id");
      equal(
        ids.slice(0, 3),
        first.items.map(({ id }) => id),
      );
      ok(/^navicert-chips-\d{4}-\d\d-\d\d\.csv$/.test(name), name);
    },

    "a table of the page has the rows of the page": async ({ page, open, equal }) => {
      await open(DIFF);
      const { name, bytes } = await taken(page, "How the outcome moved", "CSV");
      const [head, ...rows] = parsed(bytes.toString());
      equal(name, "navicert-outcomes-2025-04-08-2025-04-09.csv");
      const shown = await page.locator("table.turns tbody td.number").allTextContents();
      equal(
        rows.map((row) => row[head.indexOf("pairs")]),
        shown.map((text) => text.replace(/,/g, "")),
      );
    },

    "what is copied for the command line answers as the page was answered": async ({
      page,
      open,
      api,
      equal,
    }) => {
      await open(CHIPS);
      const tools = page.getByRole("group", { name: "Take away: Recorded chips" });
      await tools.getByRole("button", { name: "curl" }).click();
      const command = await page.evaluate(() => navigator.clipboard.readText());
      const link = await tools.getByRole("link", { name: "JSON" }).getAttribute("href");
      const answer = JSON.parse(execFileSync("sh", ["-c", command], { encoding: "utf8" }));
      equal(answer.items, (await api(new URL(link).pathname + new URL(link).search)).items);
      equal(answer.items[0].name, await page.locator("table.chip-list tbody a").first().textContent());
    },

    "paper says where it is from, and of which data": async ({ page, open, origin, ok, equal }) => {
      await open("/matrix?chips=h20&destinations=CN&date=2026-02-01&known_at=1");
      equal(await page.locator(".printed").isVisible(), false);
      await page.emulateMedia({ media: "print" });
      const printed = await page.locator(".printed").textContent();
      ok(await page.locator(".printed").isVisible());
      for (const words of [
        `${origin}/matrix?chips=h20&destinations=CN&date=2026-02-01&known_at=1`,
        "Data version 1",
      ])
        ok(printed.includes(words), printed);
    },
  },
};
