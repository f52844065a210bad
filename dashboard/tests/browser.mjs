// The screens in a real browser, on real data, from the program itself.
//
//   node tests/browser.mjs URL OUTDIR [SCREEN...]
//
// Each file of tests/screens exports {name, shots, tests}. A shot is an address that is looked at in light, dark and on a phone: axe must find
// nothing in either theme, and its pictures are kept in OUTDIR. A test is given {page, context, origin, open, api, settled, equal, ok}; a screen
// that `writes` is told the token too, and comes after the others. Whatever the page does, a console error, an exception
// or a request to another origin fails it.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM } from "./chromium.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const STEP_MS = 15_000;
const QUIET_MS = 250;

// On a phone what matters is that nothing is cut off: what axe knows, it told of the others.
const VIEWS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 }, axe: true },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 }, axe: true },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, axe: false },
};

/** Somebody who comes for the first time. */
async function visitor(browser) {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await browser.newContext({ ...VIEWS.light, reducedMotion: "reduce", permissions });
  await context.addInitScript(noteChanges);
  return context;
}

/** A page that notes what it may not do. */
async function watched(context, origin) {
  const page = await context.newPage();
  const faults = [];
  page.setDefaultTimeout(STEP_MS);
  page.on("console", (message) => {
    // The browser itself logs an answer that is no 2xx, which a page may have asked for with reason.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol))
      faults.push(`request to ${request.url()}`);
  });
  return { page, faults };
}

// Runs in each document before its own script: when it changed last, or had an answer.
function noteChanges() {
  const now = () => {
    window.lastChange = performance.now();
  };
  now();
  new MutationObserver(now).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  new PerformanceObserver(now).observe({ type: "resource" });
}

/**
 * Until every answer has come and is drawn: nothing that waits stands there, and for QUIET_MS nothing changed or was answered. What is asked
 * when a field rests for a moment is asked within that.
 */
async function settled(page) {
  await page.waitForSelector("h1");
  await page.waitForFunction(
    (quiet) =>
      document.querySelector(".loading, [aria-busy=true]") === null &&
      performance.now() - window.lastChange >= quiet,
    QUIET_MS,
    { polling: 50 },
  );
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }),
    AXE_TAGS,
  );
  return violations.map((violation) => {
    const places = violation.nodes.map(
      (node) => `${node.target.join(" ")}: ${node.failureSummary?.replace(/\s+/g, " ")}`,
    );
    return `axe ${violation.id}: ${violation.help}\n      ${places.slice(0, 3).join("\n      ")}`;
  });
}

async function look(browser, origin, screen, outdir) {
  const failed = [];
  const context = await visitor(browser);
  for (const [shot, path] of Object.entries(screen.shots)) {
    const { page, faults } = await watched(context, origin);
    try {
      await page.goto(origin + path);
      for (const [view, { colorScheme, viewport, axe }] of Object.entries(VIEWS)) {
        const note = (fault) => faults.push(`${view}: ${fault}`);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await settled(page);
        if (axe) (await violations(page)).forEach(note);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wider > 0) note(`the page is ${wider} px wider than its window`);
        await page.screenshot({ path: join(outdir, `${screen.name}-${shot}-${view}.png`), fullPage: true });
      }
    } catch (error) {
      faults.push(error.message);
    }
    if (faults.length > 0) failed.push({ name: shot, faults });
    await page.close();
  }
  await context.close();
  return failed;
}

// One visitor does them all, each on a page of its own: the scripts are compiled once.
async function use(browser, origin, screen) {
  const failed = [];
  const context = await visitor(browser);
  for (const [name, run] of Object.entries(screen.tests)) {
    const { page, faults } = await watched(context, origin);
    const open = async (path) => {
      await page.goto(origin + path);
      await settled(page);
    };
    const api = async (path) => (await fetch(origin + path)).json();
    try {
      await run({
        page,
        context,
        origin,
        open,
        api,
        settled: (other = page) => settled(other),
        token: screen.writes ? process.env.NAVICERT_TOKEN : undefined,
        equal: assert.deepEqual,
        ok: assert.ok,
      });
    } catch (error) {
      faults.push(error.stack ?? String(error));
    }
    if (faults.length > 0) failed.push({ name, faults });
    await context.setOffline(false);
    await page.close();
  }
  await context.close();
  return failed;
}

async function screens(wanted) {
  const files = readdirSync(join(here, "screens")).filter((name) => name.endsWith(".mjs"));
  const all = await Promise.all(
    files.sort().map(async (name) => (await import(pathToFileURL(join(here, "screens", name)))).default),
  );
  return all.filter((screen) => wanted.length === 0 || wanted.includes(screen.name));
}

const [url, outdir, ...wanted] = process.argv.slice(2);
if (!outdir) {
  console.error("usage: node tests/browser.mjs URL OUTDIR [SCREEN...]");
  process.exit(2);
}
mkdirSync(outdir, { recursive: true });
const { origin } = new URL(url);
/** One screen: what it has to say for itself in a line, and each fault. Answers with the number of faults. */
async function hold(browser, screen) {
  const started = Date.now();
  const failed = [...(await look(browser, origin, screen, outdir)), ...(await use(browser, origin, screen))];
  const counted = `${Object.keys(screen.shots).length} shots, ${Object.keys(screen.tests).length} tests`;
  const took = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${failed.length === 0 ? "ok" : "FAILED"} ${screen.name}: ${counted}, ${took} s`);
  for (const { name, faults } of failed) console.log(`  ${name}\n    ${faults.join("\n    ")}`);
  return failed.length;
}

// As many at a time as there are processors, within reason; those that write come last and alone, since they change what all others see.
const all = await screens(wanted);
const queue = all.filter((screen) => !screen.writes);
const browser = await chromium.launch(CHROMIUM);
let failures = 0;
const work = async () => {
  for (let screen = queue.shift(); screen; screen = queue.shift()) {
    // What the other found meanwhile counts too: nothing is read before the wait.
    const found = await hold(browser, screen);
    failures += found;
  }
};
try {
  await Promise.all(Array.from({ length: Math.min(cpus().length, 4) }, work));
  for (const screen of all.filter(({ writes }) => writes)) failures += await hold(browser, screen);
} finally {
  await browser.close();
}
console.log(failures === 0 ? "every screen holds" : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
