// Which provisions are in force on a day. Whether a ruling is, the API has said; here its provisions are told apart.
import type { Schemas } from "../api/client";
import type { Day } from "../dates";
import { type ChipFacts, lookIn } from "./facts";
import { evaluate, type Truth, thresholds } from "./predicate";

export type Provision = Schemas["Provision"];
export type RulingFields = Schemas["RulingFields"];

/** A provision with what it inherits from its ruling. */
export interface Rule extends Provision {
  ruling: { id: string; title: string; jurisdiction: string };
  from: Day | null;
  until: Day | null;
}

export function rulesOf(rulings: RulingFields[]): Rule[] {
  return rulings.flatMap((ruling) =>
    (ruling.provisions ?? []).map((provision) => ({
      ...provision,
      ruling: { id: ruling.id ?? "", title: ruling.title ?? "", jurisdiction: ruling.jurisdiction ?? "" },
      from: provision.effective_from ?? ruling.effective_from ?? null,
      until: provision.effective_until ?? ruling.effective_until ?? null,
    })),
  );
}

export function covers(rule: Rule, day: Day): boolean {
  return (rule.from === null || rule.from <= day) && (rule.until === null || day < rule.until);
}

/** What a place is called by on a day: its code, its groups, those that it counts as; null is any place. */
export type Tokens = ReadonlySet<string> | null;

/** Whether a provision meets a place for itself, without a word on headquarters. */
export function reaches(rule: Rule, place: Tokens): boolean {
  const { include, exclude, headquartered_in } = rule.destinations;
  if (place === null) return include.length > 0;
  const named = (token: string) => token === "*" || place.has(token);
  return headquartered_in.length === 0 && include.some(named) && !exclude.some(named);
}

/** To suspend where no place is named, a suspension must hold everywhere: what is left in force anywhere is in force. */
function suspendsThere(suspension: Rule, place: Tokens): boolean {
  if (place !== null) return reaches(suspension, place);
  const { include, exclude, headquartered_in } = suspension.destinations;
  return include.includes("*") && exclude.length === 0 && headquartered_in.length === 0;
}

const DEPTH = 4;

function isSuspended(rule: Rule, live: Rule[], place: Tokens, depth = DEPTH): boolean {
  return live.some(
    (other) =>
      depth > 0 &&
      other.effect === "suspend" &&
      other.id !== rule.id &&
      (other.targets.includes(rule.id) || other.targets.includes(rule.ruling.id)) &&
      suspendsThere(other, place) &&
      !isSuspended(other, live, place, depth - 1),
  );
}

/** Those of `rules` that are in force on a day for a place; `live` are the ids of the rulings that the API calls in force then. */
export function inForce(rules: Rule[], live: ReadonlySet<string>, day: Day, place: Tokens): Rule[] {
  const begun = rules.filter((rule) => live.has(rule.ruling.id) && covers(rule, day));
  return begun.filter((rule) => reaches(rule, place) && !isSuspended(rule, begun, place));
}

/** Whether a provision has a threshold on one of these fields: then it draws a line in their plane. */
export function draws(rule: Rule, fields: readonly string[]): boolean {
  return fields.some((field) => thresholds(rule.predicate, field).length > 0);
}

/** The days on which something of these provisions begins or ends, ascending; a suspension of one is something of it. */
export function changeDays(rules: Rule[], drawn: (rule: Rule) => boolean): Day[] {
  const chosen = rules.filter(drawn);
  const names = new Set(chosen.flatMap((rule) => [rule.id, rule.ruling.id]));
  const suspensions = rules.filter(
    (rule) => rule.effect === "suspend" && rule.targets.some((target) => names.has(target)),
  );
  const days = [...chosen, ...suspensions].flatMap((rule) =>
    rule.until !== null && rule.from !== null && rule.until <= rule.from ? [] : [rule.from, rule.until],
  );
  return [...new Set(days.filter((day): day is Day => day !== null))].sort();
}

export interface Item {
  id: string;
  product: string;
  facts: ChipFacts;
}

function names(rule: Rule, item: Item): boolean {
  return rule.chips === null || rule.chips.includes(item.id) || rule.chips.includes(item.product);
}

/** Whether a provision holds for a chip, of which `facts` may suppose other figures. Circumstances that nobody stated are not so. */
export function holdsFor(rule: Rule, item: Item, facts: ChipFacts = item.facts): Truth {
  return names(rule, item) && evaluate(rule.predicate, lookIn(facts));
}

export interface Class {
  eccn: string | null;
  /** A missing fact leaves another class open, that would go before. */
  uncertain: boolean;
  rule: Rule | null;
}

/** What the classifications in force make of a chip: the highest that holds governs. */
export function classOf(rules: Rule[], item: Item, facts: ChipFacts = item.facts): Class {
  const ranked = rules
    .filter((rule) => rule.effect === "classify" && rule.eccns.length > 0)
    .sort((a, b) => b.priority - a.priority);
  const perhaps: Rule[] = [];
  for (const rule of ranked) {
    const holds = holdsFor(rule, item, facts);
    if (holds === null) perhaps.push(rule);
    if (holds !== true) continue;
    const eccn = rule.eccns[0] ?? null;
    return { eccn, uncertain: perhaps.some((other) => other.eccns[0] !== eccn), rule };
  }
  return { eccn: null, uncertain: perhaps.length > 0, rule: null };
}

/** What a place is called by on a day. */
export function tokensOn(place: Schemas["DestinationFields"], day: Day): Tokens {
  const held = (span: { from: string | null; until: string | null }) =>
    (span.from === null || span.from <= day) && (span.until === null || day < span.until);
  return new Set([
    place.code ?? "",
    ...(place.groups ?? []).filter(held).map(({ group }) => `group:${group}`),
    ...(place.treated_as ?? []).filter(held).map(({ code }) => code),
  ]);
}
