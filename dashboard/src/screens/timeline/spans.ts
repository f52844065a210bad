// What is not law in force: spans of what was announced, proposed or scheduled, notches of what lapsed, and the rules of now.
import * as Plot from "@observablehq/plot";
import { HATCH } from "../../charts/tones";
import { firstDay, lastDay } from "../../dates";
import { gathered, type Layout, laneOfNotch } from "./layout";
import { at, type Picture } from "./parts";
import type { Span } from "./pending";
import { tellNotch, tellSpan } from "./tell";

const NOTCH_APART = 12;
const TODAY_ROOM = 40;

export function notchMarks(picture: Picture, layout: Layout): Plot.Markish[] {
  const [first, last] = picture.domain;
  const placed = layout.rows.flatMap((row) => {
    const seen = row.row.notches.filter(({ day }) => day >= first && day <= last);
    const lanes = new Set(seen.map(({ jurisdiction }) => laneOfNotch(row.lanes, jurisdiction)));
    return [...lanes].flatMap((lane) => {
      const own = seen.filter(({ jurisdiction }) => laneOfNotch(row.lanes, jurisdiction) === lane);
      return gathered(own, layout.x, NOTCH_APART).map((notches) => ({ notches, y: lane?.y1 ?? row.changeY }));
    });
  });
  const draw = (passed: boolean) =>
    Plot.dot(
      placed.filter(({ notches }) => (notches[0]?.day ?? "") <= picture.today === passed),
      {
        x: (d) => at(d.notches[0]?.day ?? first),
        y: "y",
        symbol: "triangle",
        rotate: 180,
        r: 7,
        dy: -4,
        fill: passed ? "var(--lapsed)" : "var(--card)",
        stroke: passed ? "var(--card)" : "var(--lapsed)",
        strokeWidth: 1.6,
        href: (d) => picture.links.ruling(d.notches[0]?.rulings[0]?.id ?? ""),
        ariaLabel: (d) => tellNotch(d.notches, picture.today),
        className: "notches",
      },
    );
  return [draw(true), draw(false)];
}

export function spanMarks(picture: Picture, layout: Layout): Plot.Markish[] {
  const [first, last] = picture.domain;
  const from = ({ span }: { span: Span }) => lastDay(span.from, first);
  const until = ({ span }: { span: Span }) => firstDay(span.until ?? last, last);
  const box = (scheduled: boolean) =>
    Plot.rect(layout.spans, {
      filter: ({ span }) => (span.standing === "scheduled") === scheduled,
      x1: (d) => at(from(d)),
      x2: (d) => at(until(d)),
      y1: "y1",
      y2: "y2",
      fill: scheduled ? "var(--card)" : HATCH,
      stroke: "var(--ink-2)",
      strokeWidth: scheduled ? 1.4 : 1,
      ...(scheduled ? { strokeDasharray: "2 2" } : {}),
      href: ({ span }) => picture.links.ruling(span.id),
      ariaLabel: ({ span }) => tellSpan(span),
      className: "spans",
    });
  const text = (where: string) =>
    Plot.text(layout.spans, {
      filter: (d) => d.at === where && d.label !== "",
      x: (d) => at(where === "after" ? until(d) : from(d)),
      y: (d) => (d.y1 + d.y2) / 2,
      text: "label",
      dx: where === "before" ? -5 : 5,
      textAnchor: where === "before" ? "end" : "start",
      fontSize: 11,
      fill: "var(--ink)",
      stroke: "var(--card)",
      strokeWidth: 5,
      pointerEvents: "none",
    });
  return [box(false), box(true), text("inside"), text("after"), text("before")];
}

/** The rules of today and of the last day that was verified, named above. */
export function nowMarks(picture: Picture, layout: Layout): Plot.Markish[] {
  const [first, last] = picture.domain;
  const all = [
    {
      day: picture.verified,
      words: `verified through ${picture.verified ?? ""}`,
      dash: "5 3",
      anchor: "end",
    },
    { day: picture.today, words: "today", dash: "none", anchor: "start" },
  ] as const;
  return all.flatMap(({ day, words, dash, anchor }) => {
    if (day === null || day < first || day > last) return [];
    const marks = { x: at(day), stroke: "var(--ink-2)" };
    const line = {
      ...marks,
      y1: layout.top - 2,
      y2: layout.axisY,
      strokeDasharray: dash,
      pointerEvents: "none",
    };
    // Where there is no room to the right, today is named above the other.
    const crowded = anchor === "start" && layout.right - layout.x(day) < TODAY_ROOM;
    const end = anchor === "end" || crowded;
    return [
      Plot.ruleX([day], { ...line, x: marks.x, strokeWidth: 1.2 } as Plot.RuleXOptions),
      Plot.text([words], {
        x: marks.x,
        y: layout.top - (crowded ? 15 : 2),
        text: [words],
        dx: end ? -4 : 4,
        textAnchor: end ? "end" : "start",
        fontSize: 11,
        fill: "var(--ink-2)",
        pointerEvents: "none",
      }),
    ];
  });
}
