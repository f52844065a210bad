// What the answers come to as a table: rows in the order asked for, columns in theirs with the groups they stand under, and what is counted.
import type { Schemas } from "../../api/client";
import { OUTCOMES, type Outcome, plain, verdict } from "../../words";

export type MatrixDocument = Schemas["Matrix"];
export type DiffDocument = Schemas["Diff"];
export type Answer = Schemas["MatrixAnswer"];
type DiffItem = NonNullable<DiffDocument["items"]>[number];

/** More than this is no picture any more; the CSV has the rest. */
export const MOST = 60;

export interface ChipFacts {
  id: string;
  name: string;
  vendor: string;
  family: string | null;
  market: string;
  released_on: string | null;
  "metrics.tpp": number | null;
  "metrics.performance_density": number | null;
}

export interface PlaceFacts {
  code: string;
  name: string;
  region: string;
  groups_on_date: string[];
}

export interface GroupFacts {
  id: string;
  name: string;
}

/** What the other date says of a pair; null where it does not know the chip or the place. */
export interface Change {
  aspects: readonly string[];
  was: Schemas["Verdict"] | null;
  by: readonly Schemas["Titled"][];
}

export interface Row {
  id: string;
  name: string;
  facts: ChipFacts | undefined;
  answers: Map<string, Answer>;
  changes: Map<string, Change>;
}

export interface Column {
  code: string;
  name: string;
  /** What it stands under; "" where columns are not in sections. */
  section: string;
}

export type RowSort = "tpp" | "density" | "released" | "vendor" | "name";
export type ColumnSort = "name" | "group" | "region" | "strictest";

export interface Wish {
  rows: RowSort;
  columns: ColumnSort;
  /** The groups that destinations were asked for by, in that order. */
  groups: readonly string[];
  onlyChanged: boolean;
  /** Whether the question says where the chips are shipped from. */
  originStated: boolean;
}

export interface Model {
  rows: Row[];
  columns: Column[];
  sections: { label: string; span: number }[];
  /** Of all pairs that were asked for, shown or not. */
  counts: { outcome: Outcome; count: number }[];
  pairs: number;
  changed: number;
  /** Pairs that differ, of places that belong to a group asked for on the other day only: no columns here. */
  changedElsewhere: { pairs: number; places: string[] };
  /** How many of each the question has, before what is not shown was left out. */
  chips: number;
  places: number;
  date: string;
  compared: string | null;
  /** What else the question states, in words. */
  terms: string[];
}

export const ALONE = "Other";

function changesOf(diff: DiffDocument | null, date: string): Map<string, Map<string, Change>> {
  const changes = new Map<string, Map<string, Change>>();
  for (const item of diff?.items ?? []) {
    const of = changes.get(item.chip.id) ?? new Map<string, Change>();
    const change = changeOf(item, diff?.before.date !== date);
    for (const code of item.destinations) of.set(code, change);
    changes.set(item.chip.id, of);
  }
  return changes;
}

/** The matrix shows one of the two days: the later one, or where the comparison is with a day to come, the earlier. */
function changeOf(item: DiffItem, shownIsLater: boolean): Change {
  return {
    aspects: item.changed,
    was: shownIsLater ? item.before : item.after,
    by: item.changed_by,
  };
}

function rowsOf(matrix: MatrixDocument, facts: readonly ChipFacts[], diff: DiffDocument | null): Row[] {
  const byId = new Map(facts.map((chip) => [chip.id, chip]));
  const changes = changesOf(diff, matrix.question.date);
  return (matrix.items ?? []).map((item) => {
    const answers = new Map<string, Answer>();
    for (const answer of item.answers) for (const code of answer.destinations) answers.set(code, answer);
    return {
      id: item.chip.id,
      name: item.chip.name,
      facts: byId.get(item.chip.id),
      answers,
      changes: changes.get(item.chip.id) ?? new Map(),
    };
  });
}

const byText = (a: string, b: string) => a.localeCompare(b, "en");
/** What is not known stands last, whichever way the rest is sorted. */
function descending<T extends number | string>(a: T | null | undefined, b: T | null | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return a < b ? 1 : -1;
}

const ROW_ORDERS: Record<RowSort, (a: Row, b: Row) => number> = {
  name: () => 0,
  vendor: (a, b) => byText(a.facts?.vendor ?? "", b.facts?.vendor ?? ""),
  tpp: (a, b) => descending(a.facts?.["metrics.tpp"], b.facts?.["metrics.tpp"]),
  density: (a, b) =>
    descending(a.facts?.["metrics.performance_density"], b.facts?.["metrics.performance_density"]),
  released: (a, b) => descending(a.facts?.released_on, b.facts?.released_on),
};

/** Prohibited counts more than any number of licenses: a place is as strict as its strictest answers. */
function strictness(rows: readonly Row[], code: string): number[] {
  return OUTCOMES.map((outcome) => rows.filter((row) => row.answers.get(code)?.outcome === outcome).length);
}

function byStrictness(rows: readonly Row[], columns: Column[]): Column[] {
  const counted = new Map(columns.map(({ code }) => [code, strictness(rows, code)]));
  const count = (column: Column, i: number) => counted.get(column.code)?.[i] ?? 0;
  return columns.sort((a, b) => {
    for (const i of OUTCOMES.keys()) if (count(a, i) !== count(b, i)) return count(b, i) - count(a, i);
    return byText(a.name, b.name);
  });
}

function columnsOf(matrix: MatrixDocument, rows: readonly Row[], places: readonly PlaceFacts[], wish: Wish) {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const asked = wish.groups.map((group) => group.toLowerCase());
  const section = (code: string) => {
    const place = byCode.get(code);
    if (wish.columns === "region") return place?.region ?? "";
    if (wish.columns !== "group") return "";
    const of = new Map(place?.groups_on_date.map((group) => [group.toLowerCase(), group]));
    return of.get(asked.find((group) => of.has(group)) ?? "") ?? ALONE;
  };
  const columns = matrix.destinations.map(({ code, name }) => ({ code, name, section: section(code) }));
  if (wish.columns === "strictest") return byStrictness(rows, columns);
  const rank = ({ section }: Column) => asked.indexOf(section.toLowerCase()) + 1 || asked.length + 1;
  return columns.sort(
    (a, b) =>
      (wish.columns === "group" ? rank(a) - rank(b) : byText(a.section, b.section)) || byText(a.name, b.name),
  );
}

function sectionsOf(columns: readonly Column[]): Model["sections"] {
  const sections: Model["sections"] = [];
  for (const { section } of columns) {
    const last = sections.at(-1);
    if (last?.label === section) last.span++;
    else sections.push({ label: section, span: 1 });
  }
  return sections.length === 1 && sections[0]?.label === "" ? [] : sections;
}

function countsOf(rows: readonly Row[]): { counts: Model["counts"]; pairs: number } {
  const tally = new Map<Outcome, number>();
  let pairs = 0;
  for (const row of rows)
    for (const { outcome } of row.answers.values()) {
      tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
      pairs++;
    }
  const known = OUTCOMES.filter((outcome) => tally.has(outcome));
  return { counts: known.map((outcome) => ({ outcome, count: tally.get(outcome) ?? 0 })), pairs };
}

function termsOf(question: MatrixDocument["question"], places: readonly PlaceFacts[], wish: Wish): string[] {
  const name = (code: string) => places.find((place) => place.code === code)?.name ?? code;
  const terms: string[] = [];
  if (question.hq) terms.push(`for a recipient headquartered in ${name(question.hq)}`);
  if (wish.originStated) terms.push(`shipped from ${name(question.export_from)}`);
  for (const [field, value] of Object.entries(question.circumstances ?? {}))
    terms.push(`with ${plain(field)} ${String(value)}`);
  return terms;
}

export function modelOf(
  matrix: MatrixDocument,
  diff: DiffDocument | null,
  facts: readonly ChipFacts[],
  places: readonly PlaceFacts[],
  wish: Wish,
): Model {
  const all = rowsOf(matrix, facts, diff);
  const known = new Set(matrix.destinations.map(({ code }) => code));
  // The comparison has also what belongs to a group on the other day only.
  const isChanged = (row: Row, code: string) => known.has(code) && row.changes.has(code);
  let rows = all.sort((a, b) => ROW_ORDERS[wish.rows](a, b) || byText(a.name, b.name));
  let columns = columnsOf(matrix, rows, places, wish);
  const differing = all.flatMap((row) => [...row.changes.keys()]);
  const elsewhere = differing.filter((code) => !known.has(code));
  if (wish.onlyChanged && diff) {
    rows = rows.filter((row) => columns.some(({ code }) => isChanged(row, code)));
    columns = columns.filter(({ code }) => rows.some((row) => isChanged(row, code)));
  }
  const other = diff && (diff.before.date === matrix.question.date ? diff.after.date : diff.before.date);
  const shown = columns.slice(0, MOST);
  return {
    rows: rows.slice(0, MOST),
    columns: shown,
    sections: sectionsOf(shown),
    ...countsOf(all),
    changed: differing.length - elsewhere.length,
    changedElsewhere: {
      pairs: elsewhere.length,
      places: [...new Set(elsewhere)].map(
        (code) => places.find((place) => place.code === code)?.name ?? code,
      ),
    },
    chips: matrix.total,
    places: matrix.destinations.length,
    date: matrix.question.date,
    compared: other ?? null,
    terms: termsOf(matrix.question, places, wish),
  };
}

/** Pairs that need leave that nobody has yet, and those of which it is not known. */
export function restricted(answers: Iterable<Answer | undefined>): {
  barred: number;
  unknown: number;
  of: number;
} {
  const sum = { barred: 0, unknown: 0, of: 0 };
  for (const answer of answers) {
    if (!answer) continue;
    const { tone } = verdict(answer.outcome);
    sum.of++;
    if (tone === "prohibited" || tone === "required") sum.barred++;
    if (tone === "unknown") sum.unknown++;
  }
  return sum;
}
