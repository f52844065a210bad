// The difference in a sentence.
import type { Document } from "../../api/client";
import { spoken } from "../../dates";
import { figure, plural } from "../../words";
import { rulingsOf } from "./group";

export type Diff = Document<"/v1/diff">;

/** The two states as people name them: by day, by data version, or both where both differ. */
export function between({ question }: Pick<Diff, "question">): string {
  const { from, to, known_from, known_at } = question;
  const version = (n: number) => `data version ${n}`;
  if (known_from === known_at) return `Between ${spoken(from)} and ${spoken(to)}`;
  if (from === to) return `Between ${version(known_from)} and ${version(known_at)}, for ${spoken(to)}`;
  return `Between ${spoken(from)} as known at ${version(known_from)} and ${spoken(to)} as known at ${version(known_at)}`;
}

export interface Scope {
  chips: number;
  destinations: number;
}

export function sentence(diff: Diff, scope: Scope | undefined): string {
  const of = scope ? ` of ${figure(scope.chips * scope.destinations)}` : "";
  const recorded = `as recorded by this data set (data version ${diff.meta.data_version})`;
  if (diff.total_pairs === 0)
    return `${between(diff)} the answer changed for ${of ? `none${of} pairs` : "no pair"} of chip and destination, ${recorded}.`;
  const rulings = rulingsOf(diff.items).length;
  const by =
    rulings === 0 ? "by no ruling" : `by ${diff.next ? "at least " : ""}${plural(rulings, "ruling")}`;
  const pairs = `${figure(diff.total_pairs)}${of} pairs of chip and destination`;
  return `${between(diff)} the answer changed for ${pairs} (${plural(diff.total, "chip")}), ${by}, ${recorded}.`;
}
