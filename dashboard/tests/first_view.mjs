// How long a first visitor waits, from an empty cache: until the first text is painted, and until the answer stands there.
//
//   node tests/first_view.mjs URL [OUTDIR [ROUNDS]]
//
// Beside it, in turn, the floor: a document of the API that the same browser shows as it is. The ratio holds on any machine, the times on this one.
import { chromium } from "playwright-core";
import { CHROMIUM } from "./chromium.mjs";

const [url, , rounds = "15"] = process.argv.slice(2);
if (!url) {
  console.error("usage: node tests/first_view.mjs URL [OUTDIR [ROUNDS]]");
  process.exit(2);
}
const FLOOR = "/healthz";
const PAGES = {
  home: { path: "/", answer: "h1" },
  check: { path: "/eligibility?chip=h200&destination=CN&date=2026-02-01", answer: "main .badge-large" },
};

async function visit(browser, path, answer) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(new URL(path, url).href);
  if (answer) await page.waitForSelector(answer);
  const taken = performance.now() - started;
  const painted = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  );
  await context.close();
  return { taken, painted };
}

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const told = (numbers) =>
  `${middle(numbers).toFixed(0)} ms (${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)})`;

const browser = await chromium.launch(CHROMIUM);
try {
  await visit(browser, FLOOR);
  const figures = Object.fromEntries(
    Object.keys(PAGES).map((name) => [name, { taken: [], painted: [], floor: [] }]),
  );
  for (let round = 0; round < Number(rounds); round++) {
    for (const [name, { path, answer }] of Object.entries(PAGES)) {
      figures[name].floor.push((await visit(browser, FLOOR)).taken);
      const { taken, painted } = await visit(browser, path, answer);
      figures[name].taken.push(taken);
      if (painted !== null) figures[name].painted.push(painted);
    }
  }
  for (const [name, { taken, painted, floor }] of Object.entries(figures)) {
    const ratio = middle(taken.map((time, i) => time / floor[i])).toFixed(1);
    console.log(
      `${name}: first text ${told(painted)}, answer ${told(taken)}, ${ratio} times a bare document`,
    );
  }
} finally {
  await browser.close();
}
