// The bands of the lanes, and what is written in them.
import * as Plot from "@observablehq/plot";
import { wrapped } from "../../charts/pack";
import { measurer } from "../../charts/svg";
import { GLYPHS, ground, texture } from "../../charts/tones";
import type { Tone } from "../../words";
import type { Layout, PlacedLane, PlacedRow } from "./layout";
import type { Band } from "./model";
import { at, type Picture } from "./parts";
import { tellBand } from "./tell";

const BAND_TEXT = 12;

interface PlacedBand {
  band: Band;
  placed: PlacedLane;
  row: PlacedRow;
}

export function bandsOf(rows: PlacedRow[]): PlacedBand[] {
  return rows.flatMap((row) =>
    row.lanes.flatMap((placed) => placed.lane.bands.map((band) => ({ band, placed, row }))),
  );
}

export function bandMarks(picture: Picture, bands: PlacedBand[]): Plot.Markish[] {
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
    insetLeft: 1.2,
    insetRight: 1.2,
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
      insetLeft: 1.2,
      insetRight: 1.2,
      fill: (d: PlacedBand) => texture(tone(d)) ?? "none",
      pointerEvents: "none",
    }),
  ];
}

/** The words inside a band, on two lines at most: all, the status alone, its glyph, or none, as there is room. */
function written(words: string[], glyph: string, room: number, measure: (text: string) => number): string {
  const tried = [words.join(" · "), words[0] ?? ""].map((text) => wrapped(`${glyph} ${text}`, room, measure));
  const fits = tried.find((lines) => lines.length <= 2 && !lines.some((line) => line === glyph));
  return fits?.join("\n") ?? (measure(glyph) <= room + 4 ? glyph : "");
}

export function bandText(picture: Picture, layout: Layout, bands: PlacedBand[]): Plot.Markish {
  const measure = measurer(BAND_TEXT, 600);
  const told = bands.map((d) => {
    const room = layout.x(d.band.until ?? picture.domain[1]) - layout.x(d.band.from) - 10;
    return { ...d, text: written(d.band.words, GLYPHS[d.band.tone], room, measure) };
  });
  return Plot.text(told, {
    x: (d) => at(d.band.from),
    y: (d) => (d.placed.y1 + d.placed.y2) / 2,
    text: "text",
    dx: 6,
    lineHeight: 1.1,
    textAnchor: "start",
    fontSize: BAND_TEXT,
    fontWeight: 600,
    fill: (d) => ground(d.band.tone, d.band.projected || d.band.uncovered).ink,
    stroke: (d) => ground(d.band.tone, d.band.projected || d.band.uncovered).fill,
    strokeWidth: 4,
    pointerEvents: "none",
  });
}
