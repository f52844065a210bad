// Unit tests of what the page computes: each tests/unit/*.test.ts bundled for Node.js and run by its own test runner.
//
//   node tests/unit.mjs [NAME...]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const sources = readdirSync(join(here, "unit"))
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => wanted.length === 0 || wanted.includes(basename(name, ".test.ts")));
if (sources.length === 0) throw new Error("there is no test of that name in tests/unit");

const out = mkdtempSync(join(tmpdir(), "navicert-unit-"));
let status = 1;
try {
  await esbuild.build({
    entryPoints: sources.map((name) => join(here, "unit", name)),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node18",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const files = readdirSync(out).map((name) => join(out, name));
  status =
    spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" }).status ??
    1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
process.exit(status);
