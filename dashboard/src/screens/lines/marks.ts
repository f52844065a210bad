// The parts of the picture, as SVG: zones with their borders and names, points with theirs. Each is given how to turn figures into pixels.
import { type Box, place, textWidth } from "../../charts/place";
import type { Rect, Span } from "../../law/zones";
import { conditionWords, type Zone } from "./zones";

export interface Scales {
  x: (value: number) => number;
  y: (value: number) => number;
  frame: Box;
}

export interface Point {
  id: string;
  name: string;
  vendor: string;
  hollow: boolean;
  x: number;
  y: number;
  href: string;
  title: string;
  /** Its name stands beside it always, where there is room. */
  named: boolean;
  marked: boolean;
}

const SVG = "http://www.w3.org/2000/svg";

export function node(name: string, attributes: Record<string, string | number>, ...children: Node[]) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Drawn words: what they say is said by titles, by the label of the chart and by its tables. */
export function text(words: string, attributes: Record<string, string | number>) {
  const element = node("text", { "text-anchor": "start", "aria-hidden": "true", ...attributes });
  element.textContent = words;
  return element;
}

/** What a link is called: the words drawn in it are cut to their room, and not heard. */
function titled(words: string) {
  const title = node("title", {});
  title.textContent = words;
  return title;
}

const HATCHES = [45, 135, 90, 0];

/** The hatching of a zone: its direction tells zones of one colour apart. */
function hatch(zone: Zone, id: string) {
  const angle = HATCHES[zone.number % HATCHES.length] ?? 45;
  return node(
    "pattern",
    { id, width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` },
    node("line", { x1: 0, y1: 0, x2: 0, y2: 9, class: `hatch effect-${zone.effect}` }),
  );
}

function clamped(span: Span, at: (value: number) => number, low: number, high: number): [number, number] {
  const pixel = (value: number, otherwise: number) => {
    const found = value > 0 && Number.isFinite(value) ? at(value) : otherwise;
    return Math.min(Math.max(found, Math.min(low, high)), Math.max(low, high));
  };
  return [pixel(span.from, low), pixel(span.to, high)];
}

function boxOf(rect: Rect, { x, y, frame }: Scales): Box {
  const [left, right] = clamped(rect.x, x, frame.x, frame.x + frame.width);
  const [bottom, top] = clamped(rect.y, y, frame.y + frame.height, frame.y);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function zoneMarks(zones: Zone[], scales: Scales): SVGElement {
  const group = node("g", { class: "zones" });
  const { frame } = scales;
  zones.forEach((zone, i) => {
    const id = `zone-${i}`;
    group.append(node("defs", {}, hatch(zone, id)));
    for (const region of zone.plane.regions) {
      for (const rect of region.rects) {
        const { x, y, width, height } = boxOf(rect, scales);
        group.append(node("rect", { x, y, width, height, fill: `url(#${id})` }));
      }
      const dashed = region.condition || zone.rules[0]?.chips ? " conditional" : "";
      for (const edge of region.edges) {
        const level = edge.along === "x";
        const at = level ? scales.y(edge.at) : scales.x(edge.at);
        const [from, to] = level
          ? clamped(edge.span, scales.x, frame.x, frame.x + frame.width)
          : clamped(edge.span, scales.y, frame.y + frame.height, frame.y);
        if (level ? at < frame.y || at > frame.y + frame.height : at < frame.x || at > frame.x + frame.width)
          continue;
        const ends = level ? { x1: from, x2: to, y1: at, y2: at } : { x1: at, x2: at, y1: from, y2: to };
        group.append(node("line", { ...ends, class: `border effect-${zone.effect}${dashed}` }));
      }
    }
  });
  return group;
}

const NAME_SIZE = 13;
const NOTE_SIZE = 11;
const GAP = 5;

function shortened(words: string, width: number, size: number): string {
  if (textWidth(words, size) <= width) return words;
  let cut = words;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/** The corners of each rectangle, the largest rectangle first, and places below the first of them. */
function corners(rects: Box[], width: number, height: number): Box[] {
  return [...rects]
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .flatMap(({ x, y, width: wide, height: high }) => {
      const left = x + GAP;
      const right = x + wide - width - GAP;
      const top = y + GAP;
      const bottom = y + high - height - GAP;
      const fits = wide > width && high > height;
      const below = [1, 2, 3, 4].map((n): [number, number] => [left, top + n * (height + GAP)]);
      const places: [number, number][] = [
        [left, top],
        [right, top],
        [left, bottom],
        [right, bottom],
        ...below,
      ];
      return fits ? places.map(([px, py]) => ({ x: px, y: py, width, height })) : [];
    });
}

/** The names of zones within them, each a link to its ruling. */
export function zoneNames(
  zones: Zone[],
  scales: Scales,
  taken: Box[],
  hrefOf: (zone: Zone) => string,
): SVGElement {
  const group = node("g", { class: "zone-names" });
  for (const zone of zones) {
    for (const region of zone.plane.regions) {
      const rects = region.rects.map((rect) => boxOf(rect, scales));
      const most = Math.min(300, Math.max(...rects.map((rect) => rect.width)) - 2 * GAP - 2);
      const notes = [zone.subtitle, conditionWords(zone, region)].filter((note) => note !== "");
      const lines = notes.map((note) => shortened(note, most, NOTE_SIZE));
      // A name that has no room is told below the picture.
      if (textWidth(zone.title, NAME_SIZE) > most) continue;
      const width = Math.max(
        textWidth(zone.title, NAME_SIZE),
        ...lines.map((line) => textWidth(line, NOTE_SIZE)),
      );
      const height = NAME_SIZE + 4 + lines.length * (NOTE_SIZE + 3);
      const [box] = place([corners(rects, width, height)], scales.frame, taken);
      if (!box) continue;
      const anchor = node("a", { href: hrefOf(zone) }, titled([zone.title, ...notes].join(", ")));
      anchor.append(
        text(zone.title, { x: box.x, y: box.y + NAME_SIZE, class: `zone-name effect-${zone.effect}` }),
      );
      lines.forEach((line, i) => {
        const y = box.y + NAME_SIZE + (i + 1) * (NOTE_SIZE + 3);
        anchor.append(text(line, { x: box.x, y, class: "zone-note" }));
      });
      group.append(anchor);
    }
  }
  return group;
}

/** Shapes about a point, of like area; the last is for whoever has none of their own. */
const SHAPES = [
  "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0Z",
  "M-4.2,-4.2h8.4v8.4h-8.4Z",
  "M0,-5.8L5.3,3.6H-5.3Z",
  "M0,-6L4.8,0L0,6L-4.8,0Z",
  "M0,5.8L5.3,-3.6H-5.3Z",
];

export function shapeOf(vendors: string[], vendor: string): string {
  const at = vendors.indexOf(vendor);
  return SHAPES[at < 0 ? SHAPES.length - 1 : at] ?? "";
}

/** How many vendors have a shape of their own. */
export const SHAPED = SHAPES.length - 1;

function beside(px: number, py: number, width: number): Box[] {
  const height = NOTE_SIZE + 2;
  return [
    [8, -height / 2],
    [-width - 8, -height / 2],
    [-width / 2, -height - 6],
    [-width / 2, 7],
    [6, -height - 4],
    [6, 5],
  ].map(([dx = 0, dy = 0]) => ({ x: px + dx, y: py + dy, width, height }));
}

export function pointMarks(points: Point[], vendors: string[], scales: Scales, taken: Box[]): SVGElement {
  const group = node("g", { class: "points" });
  const placed = points.map((point) => ({ point, px: scales.x(point.x), py: scales.y(point.y) }));
  taken.push(...placed.map(({ px, py }) => ({ x: px - 4, y: py - 4, width: 8, height: 8 })));
  const named = placed
    .filter(({ point }) => point.named)
    .sort((a, b) => Number(b.point.marked) - Number(a.point.marked));
  const boxes = place(
    named.map(({ point, px, py }) => beside(px, py, textWidth(point.name, NOTE_SIZE))),
    scales.frame,
    taken,
  );
  for (const { point, px, py } of placed) {
    const box = boxes[named.findIndex((one) => one.point === point)];
    const rightmost = px > scales.frame.x + scales.frame.width * 0.7;
    const anchor = node(
      "a",
      { href: point.href, class: point.marked ? "point marked" : "point" },
      node("path", {
        d: shapeOf(vendors, point.vendor),
        transform: `translate(${px},${py})${point.marked ? " scale(1.5)" : ""}`,
        class: point.hollow ? "hollow" : "solid",
      }),
      text(point.name, {
        x: box ? box.x : px + (rightmost ? -9 : 9),
        y: box ? box.y + NOTE_SIZE : py + 4,
        "text-anchor": !box && rightmost ? "end" : "start",
        class: box ? "name" : "name hidden-name",
      }),
    );
    anchor.prepend(titled(point.title));
    group.append(anchor);
  }
  return group;
}

/** Lines from a marked point to where one figure more or less would cross a border. */
export function marginMarks(
  margins: { from: [number, number]; to: [number, number]; words: string }[],
  scales: Scales,
): SVGElement {
  const group = node("g", { class: "margins" });
  for (const { from, to, words } of margins) {
    const [x1, y1, x2, y2] = [scales.x(from[0]), scales.y(from[1]), scales.x(to[0]), scales.y(to[1])];
    group.append(
      node("line", { x1, y1, x2, y2 }),
      text(words, { x: (x1 + x2) / 2 + 4, y: (y1 + y2) / 2 - 5, class: "name" }),
    );
  }
  return group;
}
