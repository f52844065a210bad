// Chips and destinations to choose at once. The sets are what the API's data has: nothing here names a chip, a vendor or a place.
import type { ChipFacts, GroupFacts, PlaceFacts } from "./model";

/** The names in a list of the API's: apart at commas, but not at those with a backslash before them, which stays. */
export function tokens(list: string | undefined): string[] {
  return (list ?? "")
    .split(/(?<!\\),/)
    .map((token) => token.trim())
    .filter((token) => token !== "");
}

export function listOf(names: readonly string[]): string {
  return [...new Set(names)].join(",");
}

/** A name as one of a list. */
export function escaped(name: string): string {
  return name.replace(/(?<!\\),/g, "\\,");
}

export const GROUP = "group:";

export function groupsIn(names: readonly string[]): string[] {
  return names.filter((name) => name.toLowerCase().startsWith(GROUP)).map((name) => name.slice(GROUP.length));
}

export interface QuickSet {
  label: string;
  names: string[];
}
export interface QuickSets {
  label: string;
  sets: QuickSet[];
}

const TOP = 20;

/** The sets of those that share `of`, the largest first. */
function shared<T>(
  label: string,
  all: readonly T[],
  of: (item: T) => string | null,
  name: (item: T) => string,
): QuickSets {
  const sets = new Map<string, string[]>();
  for (const item of all) {
    const value = of(item);
    if (!value) continue;
    const names = sets.get(value) ?? [];
    names.push(name(item));
    sets.set(value, names);
  }
  const sorted = [...sets].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, "en"));
  return { label, sets: sorted.map(([value, names]) => ({ label: `${value} (${names.length})`, names })) };
}

function top(chips: readonly ChipFacts[], of: (chip: ChipFacts) => number | string | null): string[] {
  const known = chips.filter((chip) => of(chip) !== null);
  const sorted = known.sort((a, b) => ((of(a) ?? 0) < (of(b) ?? 0) ? 1 : -1));
  return sorted.slice(0, TOP).map((chip) => chip.id);
}

export function chipSets(chips: readonly ChipFacts[], today: string): QuickSets[] {
  const released = chips.filter((chip) => (chip.released_on ?? "") <= today);
  const id = (chip: ChipFacts) => chip.id;
  const ordered: QuickSets = {
    label: "In order",
    sets: [
      { label: `Highest TPP (${TOP})`, names: top(chips, (chip) => chip["metrics.tpp"]) },
      { label: `Highest density (${TOP})`, names: top(chips, (chip) => chip["metrics.performance_density"]) },
      { label: `Released last (${TOP})`, names: top(released, (chip) => chip.released_on) },
    ],
  };
  return [
    ordered,
    shared("Made for the market of", chips, (chip) => chip.market, id),
    shared("Vendor", chips, (chip) => chip.vendor, id),
    shared("Family", chips, (chip) => chip.family, id),
  ];
}

export function placeSets(groups: readonly GroupFacts[], places: readonly PlaceFacts[]): QuickSets[] {
  return [
    {
      label: "Group, as it is on the date",
      sets: groups.map(({ id, name }) => ({ label: `${id} ${name}`, names: [GROUP + id] })),
    },
    shared(
      "Region",
      places,
      (place) => place.region,
      (place) => place.code,
    ),
  ];
}

interface Counted {
  value: unknown;
  count: number;
}

/** The most counted of those that `known` has: what to begin with, chosen by the data. */
export function mostNamed(
  counted: readonly Counted[] | undefined,
  known: ReadonlySet<string> | null,
  count: number,
): string[] {
  const names = (counted ?? []).map(({ value }) => String(value));
  return names.filter((name) => !known || known.has(name)).slice(0, count);
}
