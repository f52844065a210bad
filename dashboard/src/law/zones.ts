// From predicates to regions of the plane of two figures. The thresholds of a predicate cut the plane into cells within which nothing changes;
// it is decided in each, and equal cells make a region. Exact for comparisons with numbers, whatever the numbers.
import { conjuncts, type Look, type Predicate, reduce, thresholds } from "./predicate";

/** From a value to another, neither included; 0 and Infinity where nothing bounds it. */
export interface Span {
  from: number;
  to: number;
}

export interface Rect {
  x: Span;
  y: Span;
}

export interface Edge {
  /** The side of the region that this is; an edge along x is horizontal. */
  along: "x" | "y";
  at: number;
  span: Span;
}

export interface Region {
  rects: Rect[];
  /** Its border, without the sides of the plane. */
  edges: Edge[];
  /** What else must hold, beside the two figures; null is nothing. */
  condition: Predicate | null;
}

export interface Plane {
  regions: Region[];
  /** Conditions that hold in regions where more must be so than elsewhere: they are told, not drawn. */
  besides: Predicate[];
}

function spans(cuts: number[]): Span[] {
  const positive = cuts.filter((cut) => cut > 0);
  return [0, ...positive].map((from, i) => ({ from, to: positive[i] ?? Number.POSITIVE_INFINITY }));
}

function within({ from, to }: Span): number {
  return to === Number.POSITIVE_INFINITY ? from * 2 + 1 : (from + to) / 2;
}

function key(condition: boolean | Predicate): string {
  return typeof condition === "boolean"
    ? String(condition)
    : conjuncts(condition)
        .map((part) => JSON.stringify(part))
        .sort()
        .join("&");
}

/** Whether more must be so under one condition than under another. */
function narrower(one: boolean | Predicate, other: boolean | Predicate): boolean {
  if (typeof one === "boolean") return false;
  if (typeof other === "boolean") return other;
  const ofOther = key(other).split("&");
  const ofOne = new Set(key(one).split("&"));
  return ofOther.length < ofOne.size && ofOther.every((part) => ofOne.has(part));
}

type Cells = boolean[][];

/** Rows of equal cells first, then rows that are alike: as few rectangles as a picture needs. */
function rectangles(cells: Cells, columns: Span[], rows: Span[]): Rect[] {
  const done: Rect[] = [];
  const open = new Map<string, Rect>();
  rows.forEach((row, j) => {
    const runs = runsOf(columns, (i) => cells[i]?.[j] === true);
    const kept = new Set<string>();
    for (const run of runs) {
      const name = `${run.from} ${run.to}`;
      kept.add(name);
      const above = open.get(name);
      if (above) above.y = { from: above.y.from, to: row.to };
      else open.set(name, { x: run, y: { ...row } });
    }
    for (const [name, rect] of open) {
      if (kept.has(name)) continue;
      done.push(rect);
      open.delete(name);
    }
  });
  return [...done, ...open.values()];
}

/** The stretches of neighbours for which something is so, each as one span. */
function runsOf(all: Span[], so: (index: number) => boolean): Span[] {
  const runs: Span[] = [];
  let last: Span | null = null;
  all.forEach((span, i) => {
    if (!so(i)) {
      last = null;
    } else if (last) {
      last.to = span.to;
    } else {
      last = { ...span };
      runs.push(last);
    }
  });
  return runs;
}

function border(cells: Cells, columns: Span[], rows: Span[]): Edge[] {
  const inside = (i: number, j: number) => cells[i]?.[j] === true;
  const upright = columns
    .slice(1)
    .flatMap((column, i) =>
      runsOf(rows, (j) => inside(i, j) !== inside(i + 1, j)).map(
        (span): Edge => ({ along: "y", at: column.from, span }),
      ),
    );
  const level = rows
    .slice(1)
    .flatMap((row, j) =>
      runsOf(columns, (i) => inside(i, j) !== inside(i, j + 1)).map(
        (span): Edge => ({ along: "x", at: row.from, span }),
      ),
    );
  return [...upright, ...level];
}

/** Where a predicate holds in the plane of two fields; `look` knows the others, or null what is not settled. */
export function planeOf(predicate: Predicate | null, x: string, y: string, look: Look): Plane {
  const columns = spans(thresholds(predicate, x));
  const rows = spans(thresholds(predicate, y));
  const decided = columns.map((column) =>
    rows.map((row) =>
      reduce(predicate, (field) => (field === x ? within(column) : field === y ? within(row) : look(field))),
    ),
  );
  const found = new Map<string, boolean | Predicate>();
  for (const condition of decided.flat()) if (condition !== false) found.set(key(condition), condition);
  const all = [...found.values()];
  const drawn = all.filter((one) => !all.some((other) => narrower(one, other)));
  return {
    regions: drawn.map((condition) => {
      const name = key(condition);
      const cells = decided.map((column) => column.map((cell) => key(cell) === name));
      return {
        rects: rectangles(cells, columns, rows),
        edges: border(cells, columns, rows),
        condition: typeof condition === "boolean" ? null : condition,
      };
    }),
    besides: all.filter((one): one is Predicate => typeof one === "object" && !drawn.includes(one)),
  };
}
