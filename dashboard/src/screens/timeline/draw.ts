// The picture: bands, marks and spans as Observable Plot draws them on the scale of days, with the words around them.
import * as Plot from "@observablehq/plot";
import { fitted, wrapped } from "../../charts/pack";
import { label, measurer, nameLinks, rove } from "../../charts/svg";
import { GLYPHS, ground, HATCH, texture, textures } from "../../charts/tones";
import { type Day, dayOf, firstDay, lastDay } from "../../dates";
import type { Tone } from "../../words";
import {
  gathered,
  type Layout,
  laneOfNotch,
  layoutOf,
  type PlacedLane,
  type PlacedRow,
  pile,
  type Row,
} from "./layout";
import { legendOf } from "./legend";
import type { Band, Change, Titled } from "./model";
import type { Span } from "./pending";
import { tellBand, tellChange, tellEvent, tellNotch, tellSpan } from "./tell";

export interface Picture {
  rows: Row[];
  spans: Span[];
  domain: [Day, Day];
  today: Day;
  verified: Day | null;
  title: string;
  /** What stands below: where it comes from. */
  source: string[];
  laneLabel: (row: { side: string; jurisdiction: string }, narrow: boolean) => string;
  links: {
    check: (chip: string, day: Day) => string;
    ruling: (id: string) => string;
    event: (id: string) => string;
    entry: (chip: string, day: Day) => string;
  };
}

export interface Drawn {
  svg: SVGSVGElement;
  /** The day at a place of the drawing, in its own pixels. */
  dayAt: (x: number) => Day;
}

const at = (day: Day) => new Date(day);
const NOTCH_APART = 12;
const BAND_TEXT = 12;

interface PlacedBand {
  band: Band;
  placed: PlacedLane;
  row: PlacedRow;
}

function bandsOf(rows: PlacedRow[]): PlacedBand[] {
  return rows.flatMap((row) =>
    row.lanes.flatMap((placed) => placed.lane.bands.map((band) => ({ band, placed, row }))),
  );
}

function bandMarks(picture: Picture, bands: PlacedBand[]): Plot.Markish[] {
  const end = picture.domain[1];
  const box = {
    x1: (d: PlacedBand) => at(d.band.from),
    x2: (d: PlacedBand) => at(d.band.until ?? end),
    y1: (d: PlacedBand) => d.placed.y1,
    y2: (d: PlacedBand) => d.placed.y2,
  };
  const tone = (d: PlacedBand): Tone => d.band.tone;
  const dotted = (d: PlacedBand) => d.band.projected || d.band.uncovered;
  const linked = {
    ...box,
    insetLeft: 0.5,
    insetRight: 0.5,
    fill: (d: PlacedBand) => ground(tone(d), dotted(d)).fill,
    stroke: (d: PlacedBand) => ground(tone(d), dotted(d)).edge,
    href: (d: PlacedBand) => picture.links.check(d.row.row.chip, d.band.from),
    ariaLabel: (d: PlacedBand) => tellBand(d.row.row.name, d.placed.lane, d.band, picture.verified),
    className: "bands",
  };
  const textured = bands.filter((d) => !dotted(d) && texture(tone(d)) !== null);
  return [
    Plot.rect(bands, { ...linked, filter: (d) => !dotted(d), strokeWidth: 1.2 }),
    Plot.rect(bands, { ...linked, filter: dotted, strokeWidth: 1.6, strokeDasharray: "2 3" }),
    Plot.rect(textured, {
      ...box,
      insetLeft: 0.5,
      insetRight: 0.5,
      fill: (d: PlacedBand) => texture(tone(d)) ?? "none",
      pointerEvents: "none",
    }),
  ];
}

/** The words inside a band: all, the status alone, or its glyph, as there is room. */
function bandText(picture: Picture, layout: Layout, bands: PlacedBand[]): Plot.Markish {
  const measure = measurer(BAND_TEXT, 600);
  const told = bands.flatMap((d) => {
    const from = layout.x(d.band.from);
    const room = layout.x(d.band.until ?? picture.domain[1]) - from - 10;
    const glyph = GLYPHS[d.band.tone];
    const whole = `${glyph} ${d.band.words.join(" · ")}`;
    const status = `${glyph} ${d.band.words[0]}`;
    const text =
      [whole, status].find((words) => measure(words) <= room) ?? fitted(status, room, measure) ?? glyph;
    return measure(text) <= room + 4 ? [{ ...d, text }] : [];
  });
  return Plot.text(told, {
    x: (d) => at(d.band.from),
    y: (d) => (d.placed.y1 + d.placed.y2) / 2,
    text: "text",
    dx: 6,
    textAnchor: "start",
    fontSize: BAND_TEXT,
    fontWeight: 600,
    fill: (d) => ground(d.band.tone, d.band.projected || d.band.uncovered).ink,
    stroke: (d) => ground(d.band.tone, d.band.projected || d.band.uncovered).fill,
    strokeWidth: 4,
    pointerEvents: "none",
  });
}

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

function changeMarks(picture: Picture, rows: PlacedRow[]): Plot.Markish[] {
  const changes = changesOf(rows);
  const flips = rows.flatMap((row) =>
    row.row.changes
      .filter((change) => change.weight === "flip")
      .map((change) => ({ change, y1: row.changeY, y2: row.eventY2 })),
  );
  const signs = (["grounds", "terms", "flip"] as const).map((weight) =>
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
  const rule = Plot.ruleX(flips, {
    x: (d) => at(d.change.day),
    y1: "y1",
    y2: "y2",
    stroke: "var(--ink)",
    strokeWidth: 1.6,
    pointerEvents: "none",
  });
  return [rule, ...signs];
}

const DAY_TEXT = { size: 11, apart: 9 };

/** The days of the flips, after their marks or before them, where they run into no other. */
function flipDays(layout: Layout): Plot.Markish[] {
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

function eventMarks(picture: Picture, rows: PlacedRow[]): Plot.Markish[] {
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

function notchMarks(picture: Picture, layout: Layout): Plot.Markish[] {
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
        dy: 1,
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

function spanMarks(picture: Picture, layout: Layout): Plot.Markish[] {
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
function nowMarks(picture: Picture, layout: Layout): Plot.Markish[] {
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
    const crowded = anchor === "start" && layout.right - layout.x(day) < 40;
    const end = anchor === "end" || (crowded && picture.verified === null);
    return [
      Plot.ruleX([day], { ...line, x: marks.x, strokeWidth: 1.2 } as Plot.RuleXOptions),
      Plot.text([words], {
        x: marks.x,
        y: layout.top - 2,
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

function words(picture: Picture, layout: Layout): Node[] {
  const size = layout.narrow ? 13 : 15;
  const title = fitted(picture.title, layout.width - 16, measurer(size, 700)) ?? picture.title;
  const bold = { "font-weight": 700 };
  const nodes: Node[] = [label(title, 8, 18, { ...bold, "font-size": size })];
  for (const row of layout.rows) {
    if (row.nameY !== null) nodes.push(label(row.row.name, 8, row.nameY, bold));
    for (const lane of row.lanes) nodes.push(label(lane.label, 8, lane.labelY));
    if (!layout.narrow && row.row.events.length > 0) nodes.push(label("Events", 8, row.eventY2 - 4));
  }
  if (layout.spansLabelY !== null)
    nodes.push(label("Announced, proposed or scheduled: not in force", 8, layout.spansLabelY));
  return nodes;
}

export function draw(picture: Picture, width: number): Drawn {
  const measure = measurer(11);
  const fit = (text: string, room: number) => fitted(text, room, measure);
  const layout = layoutOf({ ...picture, width, fit, measure });
  const legend = legendOf(picture.rows, picture.spans, picture.verified, width - 16);
  const footY = layout.axisY + 44;
  const lines = picture.source.flatMap((text) => wrapped(text, width - 16, measure));
  const height = footY + legend.height + 8 + lines.length * 16;
  const bands = bandsOf(layout.rows);
  const plot = Plot.plot({
    width,
    height,
    marginLeft: layout.left,
    marginRight: width - layout.right,
    marginTop: layout.top,
    marginBottom: height - layout.axisY,
    x: { type: "utc", domain: picture.domain.map(at) },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisX({ anchor: "bottom", label: null, color: "var(--ink-2)" }),
      ...bandMarks(picture, bands),
      bandText(picture, layout, bands),
      ...changeMarks(picture, layout.rows),
      ...flipDays(layout),
      ...notchMarks(picture, layout),
      ...eventMarks(picture, layout.rows),
      ...spanMarks(picture, layout),
      ...nowMarks(picture, layout),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const scale = plot.scale("x");
  const source = lines.map((line, i) =>
    label(line, 8, footY + legend.height + 12 + i * 16, { "font-size": 11, fill: "var(--ink-2)" }),
  );
  plot.prepend(textures());
  plot.append(...words(picture, layout), ...legend.nodes(8, footY), ...source);
  nameLinks(plot);
  rove(plot);
  return { svg: plot, dayAt: (x) => dayOf(new Date(scale?.invert?.(x) ?? at(picture.domain[0]))) };
}
