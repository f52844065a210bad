// What the predicates of provisions come to: Kleene's three values over the facts of an item and the circumstances stated, as the API decides.
import type { Schemas } from "../api/client";

export type Predicate = Schemas["Predicate"];
export type Fact = number | string | boolean;
/** True, false, or null for "not known". */
export type Truth = boolean | null;
/** The value of a field: null is not known, undefined a circumstance that nobody stated. */
export type Look = (field: string) => Fact | null | undefined;

function equals(value: Fact, wanted: unknown): boolean {
  return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
}

/** Order exists only between numbers. */
function inOrder(value: Fact, op: Predicate["op"], wanted: unknown): boolean {
  if (typeof value !== "number" || typeof wanted !== "number") return false;
  switch (op) {
    case "<":
      return value < wanted;
    case "<=":
      return value <= wanted;
    case ">":
      return value > wanted;
    case ">=":
      return value >= wanted;
    default:
      return false;
  }
}

function holds(value: Fact, { op, value: wanted }: Predicate): boolean {
  if (op === "==" || op === "in") return equals(value, wanted);
  if (op === "!=") return !equals(value, wanted);
  return inOrder(value, op, wanted);
}

function compare(comparison: Predicate, look: Look): Truth {
  const value = look(comparison.field ?? "");
  if (value === null) return null;
  if (value !== undefined) return holds(value, comparison);
  const first = Array.isArray(comparison.value) ? comparison.value[0] : comparison.value;
  return typeof first === "boolean" ? holds(false, comparison) : false;
}

/** What is left to know of a predicate: true and false when nothing is, else the comparisons that decide it. */
export function reduce(predicate: Predicate | null, look: Look): boolean | Predicate {
  if (predicate === null) return true;
  const children = predicate.all ?? predicate.any;
  if (!children) return compare(predicate, look) ?? predicate;
  const decisive = predicate.any !== undefined;
  const left: Predicate[] = [];
  for (const child of children) {
    const rest = reduce(child, look);
    if (rest === decisive) return decisive;
    if (typeof rest === "object") left.push(rest);
  }
  if (left.length === 0) return !decisive;
  if (left.length === 1 && left[0]) return left[0];
  return decisive ? { any: left } : { all: left };
}

export function evaluate(predicate: Predicate | null, look: Look): Truth {
  const rest = reduce(predicate, look);
  return typeof rest === "boolean" ? rest : null;
}

/** Every comparison within, in order. */
export function comparisons(predicate: Predicate | null): Predicate[] {
  if (predicate === null) return [];
  const children = predicate.all ?? predicate.any;
  return children ? children.flatMap(comparisons) : [predicate];
}

/** The numbers that a predicate compares a field with, ascending, each once. */
export function thresholds(predicate: Predicate | null, field: string): number[] {
  const found = comparisons(predicate)
    .filter((comparison) => comparison.field === field)
    .flatMap((comparison) => (Array.isArray(comparison.value) ? comparison.value : [comparison.value]))
    .filter((value): value is number => typeof value === "number");
  return [...new Set(found)].sort((a, b) => a - b);
}

/** What must hold together: the children of an `all`, however deep; the whole where it is none. */
export function conjuncts(predicate: Predicate): Predicate[] {
  return predicate.all ? predicate.all.flatMap(conjuncts) : [predicate];
}
