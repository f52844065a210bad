// What the picture's signs mean, written into the picture itself: it goes out alone.
import { flow } from "../../charts/pack";
import { label, measurer, svg } from "../../charts/svg";
import { ground, HATCH, texture } from "../../charts/tones";
import { spoken } from "../../dates";
import { type Tone, verdict } from "../../words";
import type { Row } from "./layout";
import type { Picture } from "./parts";

type Swatch = (x: number, y: number) => Node[];
interface Item {
  words: string;
  swatch: Swatch;
}

const WIDE = 20;
const TALL = 12;
const LINE = 21;
const SIZE = 12;

function box(attributes: Record<string, string | number>): Swatch {
  return (x, y) => [svg("rect", { x, y: y - TALL + 2, width: WIDE, height: TALL, rx: 2, ...attributes })];
}

function toneSwatch(tone: Tone): Swatch {
  const { fill, edge } = ground(tone, false);
  const over = texture(tone);
  return (x, y) => [
    ...box({ fill, stroke: edge, "stroke-width": 1.2 })(x, y),
    ...(over ? box({ fill: over })(x, y) : []),
  ];
}

function sign(path: string, attributes: Record<string, string | number>): Swatch {
  return (x, y) => [
    svg("path", { d: path, transform: `translate(${x + WIDE / 2} ${y - 4})`, ...attributes }),
  ];
}

const INK = { fill: "var(--ink)" };

function statuses(rows: Row[]): Item[] {
  const seen = new Set(
    rows.flatMap((row) =>
      row.lanes.flatMap((lane) => lane.bands.filter((band) => !band.uncovered).map((band) => band.status)),
    ),
  );
  return [...seen].map((status) => ({
    words: verdict(status).words,
    swatch: toneSwatch(verdict(status).tone),
  }));
}

function weights(rows: Row[]): Item[] {
  const seen = new Set(rows.flatMap((row) => row.changes.map((change) => change.weight)));
  const all: [string, Item][] = [
    ["flip", { words: "the outcome flipped", swatch: sign("M-7 -5H7L0 7z", INK) }],
    ["terms", { words: "a leg changed, not the outcome", swatch: sign("M0 -6L5 0L0 6L-5 0z", INK) }],
    [
      "grounds",
      {
        words: "only its grounds changed",
        swatch: sign("M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0z", {
          fill: "var(--card)",
          stroke: "var(--ink)",
          "stroke-width": 1.4,
        }),
      },
    ],
  ];
  return all.filter(([weight]) => seen.has(weight as never)).map(([, item]) => item);
}

function others({ rows, spans, verified, today: now }: Picture): Item[] {
  const items: Item[] = [];
  const dotted = {
    fill: "var(--card)",
    stroke: "var(--ink-2)",
    "stroke-width": 1.4,
    "stroke-dasharray": "2 2",
  };
  if (rows.some((row) => row.events.length > 0))
    items.push({ words: "an event", swatch: sign("M0 -6V6", { stroke: "var(--ink-2)", "stroke-width": 2 }) });
  if (verified && rows.some((row) => row.lanes.some((lane) => lane.bands.some((band) => band.projected))))
    items.push({ words: `not verified after ${spoken(verified)}`, swatch: box(dotted) });
  if (spans.some((span) => span.standing !== "scheduled"))
    items.push({
      words: "announced or proposed, not in force",
      swatch: box({ fill: HATCH, stroke: "var(--ink-2)" }),
    });
  if (spans.some((span) => span.standing === "scheduled"))
    items.push({ words: "scheduled, not yet in force", swatch: box(dotted) });
  const lapses = rows.flatMap((row) => row.notches.map((notch) => notch.day));
  const notch = (attributes: Record<string, string | number>) => sign("M-7 -5H7L0 6z", attributes);
  if (lapses.some((day) => day <= now))
    items.push({ words: "lapsed by the calendar, unverified", swatch: notch({ fill: "var(--lapsed)" }) });
  if (lapses.some((day) => day > now)) {
    const hollow = { fill: "var(--card)", stroke: "var(--lapsed)", "stroke-width": 1.6 };
    items.push({ words: "will lapse unless renewed", swatch: notch(hollow) });
  }
  return items;
}

export interface Legend {
  height: number;
  nodes: (x: number, y: number) => Node[];
}

export function legendOf(picture: Picture, width: number): Legend {
  const measure = measurer(SIZE);
  const { rows } = picture;
  const items = [...statuses(rows), ...weights(rows), ...others(picture)];
  const places = flow(
    items.map((item) => WIDE + 6 + measure(item.words)),
    width,
    18,
  );
  const nodes = (left: number, top: number) =>
    items.flatMap(({ words, swatch }, i) => {
      const place = places[i] ?? { x: 0, line: 0 };
      const x = left + place.x;
      const y = top + place.line * LINE + SIZE;
      const text = label(words, x + WIDE + 6, y);
      return [...swatch(x, y), text];
    });
  return { height: ((places.at(-1)?.line ?? -1) + 1) * LINE, nodes };
}
