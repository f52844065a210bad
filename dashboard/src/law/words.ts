// The machine form of a provision in words: what must hold of the item, and where it reaches.
import { figure, plain } from "../words";
import type { Predicate } from "./predicate";

/** A predicate as it is read: one claim, or claims of which all or any must hold. */
export type Claims = string | { join: "all" | "any"; parts: Claims[] };

const FIELDS: Record<string, string> = {
  tpp: "TPP",
  performance_density: "performance density",
  memory_bandwidth_gb_s: "memory bandwidth",
  memory_bandwidth_density: "memory bandwidth density",
  interconnect_gb_s: "interconnect bandwidth",
  io_plus_memory_bandwidth_gb_s: "interconnect and memory bandwidth together",
  process_node_nm: "process node",
};

// The two ways that a fact which is so or not so is said; others are said by their name.
const FACTS: Record<string, [so: string, not: string]> = {
  data_center: ["designed or marketed for data centers", "not designed or marketed for data centers"],
  assembly: ["a system or an assembly", "not a system or an assembly"],
};

const UNITS: [ending: RegExp, unit: string][] = [
  [/_gb_s$/, " GB/s"],
  [/_nm$/, " nm"],
  [/^memory_bandwidth_density$/, " GB/s per mm²"],
];

/** `memory_bandwidth_gb_s` as people say it. */
export function fieldWords(field: string): string {
  return FIELDS[field] ?? plain(field);
}

/** A figure with the unit of its field. */
export function amount(field: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return figure(value);
  return figure(value) + (UNITS.find(([ending]) => ending.test(field))?.[1] ?? "");
}

function bound(field: string, op: string, value: number): string {
  const said = amount(field, value);
  const words: Record<string, string> = {
    ">=": `of ${said} or more`,
    ">": `over ${said}`,
    "<=": `of ${said} or less`,
    "<": `under ${said}`,
    "==": `of ${said}`,
    "!=": `other than ${said}`,
  };
  return `${fieldWords(field)} ${words[op] ?? `${op} ${said}`}`;
}

function listed(values: unknown[]): string {
  return values.map((value) => plain(String(value))).join(", ");
}

function fact(field: string, so: boolean): string {
  const words = FACTS[field];
  return words ? words[so ? 0 : 1] : `${so ? "" : "not "}${fieldWords(field)}`;
}

/** One comparison, such as `tpp >= 4800`, as a claim. */
export function comparisonWords(field: string, op: string, value: unknown): string {
  if (typeof value === "number") return bound(field, op, value);
  if (typeof value === "boolean") return fact(field, (op === "==") === value);
  if (Array.isArray(value)) return `${fieldWords(field)} one of: ${listed(value)}`;
  return `${fieldWords(field)} ${op === "!=" ? "is not" : "is"} ${plain(String(value))}`;
}

/** A test as the steps of an answer tell it: `tpp >= 4800`, `eccn in 3A090.a, 4A090.a`. */
export function testWords(test: string): string {
  const [, field, op, text] = /^([a-z0-9_]+) (==|!=|<=|>=|<|>|in) (.*)$/.exec(test) ?? [];
  if (!field || !op || text === undefined) return test;
  if (op === "in") return `${field === "eccn" ? "ECCN" : fieldWords(field)} one of: ${text}`;
  if (text === "true" || text === "false") return comparisonWords(field, op, text === "true");
  return comparisonWords(field, op, text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);
}

interface Range {
  field: string;
  low: { op: ">" | ">="; value: number };
  high: { op: "<" | "<="; value: number };
}

function rangeWords({ field, low, high }: Range): string {
  const from = low.op === ">" ? "over" : "from";
  const to = high.op === "<" ? "under" : "at most";
  return `${fieldWords(field)} ${from} ${amount(field, low.value)} to ${to} ${amount(field, high.value)}`;
}

/** The range that a lower bound makes with one of `uppers`, which it takes away. */
function rangeOf({ field, op, value }: Predicate, uppers: Set<Predicate>): Range | null {
  if (!field || (op !== ">" && op !== ">=") || typeof value !== "number") return null;
  for (const upper of uppers) {
    if (upper.field !== field || (upper.op !== "<" && upper.op !== "<=")) continue;
    uppers.delete(upper);
    return { field, low: { op, value }, high: { op: upper.op, value: Number(upper.value) } };
  }
  return null;
}

/** Two bounds of one field are said as one range, where its lower bound stands. */
function claimsOfAll(parts: Predicate[]): Claims[] {
  const uppers = new Set(parts.filter(({ op, value }) => op?.startsWith("<") && typeof value === "number"));
  const alone = new Set(uppers);
  const said = parts.map((part) => ({ part, range: rangeOf(part, alone) }));
  return said
    .filter(({ part }) => !uppers.has(part) || alone.has(part))
    .map(({ part, range }) => (range ? rangeWords(range) : claims(part)));
}

/** What a predicate claims, as a tree that is no deeper than it must be. */
export function claims(predicate: Predicate): Claims {
  const { all, any, field, op, value } = predicate;
  if (field && op) return comparisonWords(field, op, value);
  const join = all ? "all" : "any";
  const parts = all ? claimsOfAll(all) : (any ?? []).map(claims);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return { join, parts };
}

/** The same in one sentence, with brackets where `and` and `or` meet. */
export function sentence(claimed: Claims): string {
  if (typeof claimed === "string") return claimed;
  if (claimed.parts.length === 0) return claimed.join === "all" ? "always" : "never";
  return claimed.parts
    .map((part) =>
      typeof part === "string" || part.parts.length < 2 ? sentence(part) : `(${sentence(part)})`,
    )
    .join(claimed.join === "all" ? ", and " : ", or ");
}

/** A place as provisions name it: everywhere, a country group, or one destination. */
export type Token = { kind: "everywhere" } | { kind: "group" | "destination"; id: string };

export function tokenOf(text: string): Token {
  if (text === "*") return { kind: "everywhere" };
  return text.startsWith("group:")
    ? { kind: "group", id: text.slice("group:".length) }
    : { kind: "destination", id: text };
}
