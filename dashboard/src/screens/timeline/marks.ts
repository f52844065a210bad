// What stands on a day: changes with the rulings that made them, and events.
import * as Plot from "@observablehq/plot";
import { measurer } from "../../charts/svg";
import { type Layout, type PlacedRow, pile } from "./layout";
import type { Change, Titled } from "./model";
import { at, type Picture } from "./parts";
import { tellChange, tellEvent } from "./tell";

interface PlacedChange {
  change: Change;
  row: PlacedRow;
  ruling: Titled | undefined;
  y: number;
}

/** One mark for each ruling of a change, piled upward; a change that none is named for has one of its own. */
function changesOf(rows: PlacedRow[]): PlacedChange[] {
  return rows.flatMap((row) =>
    row.row.changes.flatMap((change) => {
      const rulings: (Titled | undefined)[] = change.after.changed_by.slice(0, pile.most);
      if (rulings.length === 0) rulings.push(undefined);
      return rulings.map((ruling, i) => ({ change, row, ruling, y: row.changeY - i * pile.step }));
    }),
  );
}

const SIGNS = {
  flip: { symbol: "triangle", rotate: 180, r: 6, fill: "var(--ink)", stroke: "var(--card)" },
  terms: { symbol: "diamond", rotate: 0, r: 5, fill: "var(--ink)", stroke: "var(--card)" },
  grounds: { symbol: "circle", rotate: 0, r: 3.6, fill: "var(--card)", stroke: "var(--ink)" },
} as const;

export function changeMarks(picture: Picture, rows: PlacedRow[]): Plot.Markish[] {
  const changes = changesOf(rows);
  return (["grounds", "terms", "flip"] as const).map((weight) =>
    Plot.dot(
      changes.filter(({ change }) => change.weight === weight),
      {
        ...SIGNS[weight],
        x: (d) => at(d.change.day),
        y: "y",
        strokeWidth: 1.4,
        href: (d) =>
          d.ruling ? picture.links.ruling(d.ruling.id) : picture.links.entry(d.row.row.chip, d.change.day),
        ariaLabel: (d) => tellChange(d.row.row.name, d.change, d.ruling?.title),
        className: "changes",
      },
    ),
  );
}

/** Through all lanes on the day of a flip. */
export function flipRules(rows: PlacedRow[]): Plot.Markish {
  const flips = rows.flatMap((row) =>
    row.row.changes
      .filter((change) => change.weight === "flip")
      .map((change) => ({ change, y1: row.changeY, y2: row.eventY2 })),
  );
  return Plot.ruleX(flips, {
    x: (d) => at(d.change.day),
    y1: "y1",
    y2: "y2",
    stroke: "var(--ink)",
    strokeWidth: 1.6,
    pointerEvents: "none",
  });
}

const DAY_TEXT = { size: 11, apart: 9 };

/** The days of the flips, after their marks or before them, where they run into no other. */
export function flipDays(layout: Layout): Plot.Markish[] {
  const measure = measurer(DAY_TEXT.size, 600);
  const told = layout.rows.flatMap((row) => {
    let free = layout.left;
    return row.row.changes.flatMap((change, i) => {
      const x = layout.x(change.day);
      const next = row.row.changes[i + 1];
      const wide = measure(change.day) + DAY_TEXT.apart;
      const limit = next ? layout.x(next.day) - 7 : layout.right;
      const after = x + wide <= limit;
      const before = !after && x - wide >= free;
      free = Math.max(x + 7, after && change.weight === "flip" ? x + wide + 6 : 0);
      return change.weight === "flip" && (after || before)
        ? [{ day: change.day, y: row.changeY, before }]
        : [];
    });
  });
  const text = (before: boolean) =>
    Plot.text(told, {
      filter: (d) => d.before === before,
      x: (d) => at(d.day),
      y: "y",
      text: "day",
      dx: before ? -DAY_TEXT.apart : DAY_TEXT.apart,
      textAnchor: before ? "end" : "start",
      fontSize: DAY_TEXT.size,
      fontWeight: 600,
      fill: "var(--ink)",
      pointerEvents: "none",
    });
  return [text(true), text(false)];
}

export function eventMarks(picture: Picture, rows: PlacedRow[]): Plot.Markish[] {
  const events = rows.flatMap((row) => row.row.events.map((event) => ({ event, row })));
  const y = {
    y1: (d: (typeof events)[number]) => d.row.eventY1,
    y2: (d: (typeof events)[number]) => d.row.eventY2,
  };
  const x = (d: (typeof events)[number]) => at(d.event.date);
  return [
    Plot.ruleX(events, { ...y, x, stroke: "var(--ink-2)", strokeWidth: 1.6, pointerEvents: "none" }),
    // What is two pixels wide is not to be hit: a wider ground takes the pointer and the focus.
    Plot.rect(events, {
      ...y,
      x1: x,
      x2: x,
      insetLeft: -3,
      insetRight: -3,
      fill: "transparent",
      href: (d) => picture.links.event(d.event.id),
      ariaLabel: (d) => tellEvent(d.event),
      className: "events",
    }),
  ];
}
