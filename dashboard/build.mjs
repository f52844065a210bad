// Bundles the dashboard: node build.mjs OUTDIR writes OUTDIR/index.html and OUTDIR/assets/NAME-HASH.*, and nothing else.
// The same sources and the same lock file give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

// All that is sent, compressed. What is above is a fault, not a regret.
const BUDGET = 250_000;

const here = dirname(fileURLToPath(import.meta.url));

function hashed(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase();
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}

// Whose code is in the bundle, with the text of each license, as these ask for.
function licenses(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((name) => {
    const home = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} brings no text of its license`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(home, file), "utf8").trim()}\n`;
  });
  return `The dashboard of navicert contains code of these packages.\n\n${texts.join(`\n${"-".repeat(78)}\n\n`)}`;
}

async function build(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "assets"), { recursive: true });
  const result = await esbuild.build({
    absWorkingDir: here,
    entryPoints: ["src/main.tsx", "src/styles/main.css"],
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022"],
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    metafile: true,
    logLevel: "warning",
  });
  const outputs = Object.entries(result.metafile.outputs);
  const entry = (name) => basename(outputs.find(([, output]) => output.entryPoint === name)[0]);
  const write = (name, text) => {
    const target = hashed(name, text);
    writeFileSync(join(out, "assets", target), text);
    return target;
  };
  const names = {
    SCRIPT: entry("src/main.tsx"),
    STYLE: entry("src/styles/main.css"),
    ICON: write("icon.svg", readFileSync(join(here, "src/icon.svg"))),
    LICENSES: write("licenses.txt", licenses(result.metafile)),
  };
  const page = readFileSync(join(here, "src/index.html"), "utf8");
  writeFileSync(
    join(out, "index.html"),
    page.replace(/%([A-Z]+)%/g, (_, name) => `/assets/${names[name]}`),
  );
}

function report(out) {
  const files = ["index.html", ...readdirSync(join(out, "assets")).map((name) => `assets/${name}`)];
  const sizes = files.map((name) => gzipSync(readFileSync(join(out, name)), { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`dashboard: ${files.length} files, ${Math.ceil(total / 1000)} kB compressed`);
  if (total <= BUDGET) return;
  files.forEach((name, i) => {
    console.error(`${String(sizes[i]).padStart(8)} ${name}`);
  });
  throw new Error(`the dashboard is ${total} bytes compressed, and may be ${BUDGET}`);
}

const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs OUTDIR");
  process.exit(2);
}
// Relative to whoever calls, not to the sources.
await build(resolve(out));
report(resolve(out));
