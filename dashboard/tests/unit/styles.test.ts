// All styles are one sheet: a class that two screens style by chance makes a rule of the one reach into the other.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

const STYLES = join(process.cwd(), "src/styles");

/** The classes that begin a selector of a sheet, in no class of another. */
function classesOf(path: string): Set<string> {
  const text = readFileSync(path, "utf8").replace(/\/\*.*?\*\//gs, "");
  const heads = [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, head]) => (head ?? "").split(","));
  return new Set(heads.flatMap((head) => /^\.([a-z0-9_-]+)/.exec(head.trim())?.[1] ?? []));
}

/** The sheets of one screen may share: check.css and check_receipt.css. */
function screenOf(file: string): string {
  return basename(file, ".css").split(/[_-]/)[0] ?? file;
}

test("a class is styled for one screen, or for all", () => {
  const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".css"));
  const shared = new Set(names(STYLES).flatMap((name) => [...classesOf(join(STYLES, name))]));
  const screens = join(STYLES, "screens");
  const styledBy = new Map<string, Set<string>>();
  for (const file of names(screens))
    for (const name of classesOf(join(screens, file)))
      if (!shared.has(name)) styledBy.set(name, (styledBy.get(name) ?? new Set()).add(screenOf(file)));
  assert.ok(styledBy.size > 100);
  const twice = [...styledBy].filter(([, by]) => by.size > 1).map(([name, by]) => [name, ...by]);
  assert.deepEqual(twice, []);
});
