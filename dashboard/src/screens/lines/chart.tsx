// The scatter with the zones of the day. It carries its title, its legend and its source, so that the file of it stands alone.
import * as Plot from "@observablehq/plot";
import { useCallback } from "preact/hooks";
import { Chart } from "../../charts/chart";
import { type Box, textWidth, wrapped } from "../../charts/place";
import { spoken } from "../../dates";
import { fieldWords } from "../../law/words";
import { provisionPage } from "../../ui/titled";
import {
  marginMarks,
  node,
  type Point,
  pointMarks,
  type Scales,
  shapeOf,
  text,
  zoneMarks,
  zoneNames,
} from "./marks";
import type { View } from "./view";
import type { Zone } from "./zones";

export interface Margin {
  from: [number, number];
  to: [number, number];
  words: string;
}

export interface LinesChartProps {
  view: View;
  zones: Zone[];
  points: Point[];
  /** Those with a shape of their own, in the order of the shapes. */
  vendors: string[];
  margins: Margin[];
  knownAt: string | undefined;
  source: string;
}

const SIZE = 11;

function domain(values: number[], linear: boolean): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return linear ? [0, high * 1.05] : [low / 1.3, high * 1.3];
}

/** Shape and name of each vendor, and what a hollow point is; as many lines as the width asks for. */
function legendMarks(vendors: string[], width: number, top: number) {
  const entries = [
    ...vendors.map((vendor) => ({ words: vendor, shape: shapeOf(vendors, vendor), hollow: false })),
    { words: "other vendors", shape: shapeOf(vendors, ""), hollow: false },
    {
      words: "hollow: low confidence in the figures",
      shape: shapeOf(vendors, vendors[0] ?? ""),
      hollow: true,
    },
  ];
  const group = node("g", { class: "chart-legend" });
  let x = 8;
  let y = top;
  for (const { words, shape, hollow } of entries) {
    const wide = textWidth(words, SIZE) + 30;
    if (x + wide > width && x > 8) {
      x = 8;
      y += 18;
    }
    group.append(
      node("path", { d: shape, transform: `translate(${x},${y - 4})`, class: hollow ? "hollow" : "solid" }),
      text(words, { x: x + 9, y }),
    );
    x += wide;
  }
  return { group, height: y - top + 18 };
}

function draw(props: LinesChartProps, width: number): SVGSVGElement {
  const { view, zones, points, vendors, margins, knownAt, source } = props;
  const title = wrapped(
    `${view.x.name} and ${view.y.name.charAt(0).toLowerCase()}${view.y.name.slice(1)}`,
    width,
    16,
  );
  const under = wrapped(
    `${view.kind.words}${view.vendor ? ` of ${view.vendor}` : ""} and the zones of the rules in force on ${spoken(view.day)}, as recorded by this data set`,
    width,
    13,
  );
  const marginTop = 30 + title.length * 20 + under.length * 16;
  const legend = legendMarks(vendors, width, 0);
  const sources = wrapped(source, width, SIZE);
  const foot = 12 + legend.height + sources.length * 14;
  const height = Math.round(Math.min(620, Math.max(380, width * 0.58))) + marginTop + foot;
  const lines = (field: "x" | "y") =>
    zones.flatMap((zone) =>
      zone.plane.regions.flatMap(({ edges }) =>
        edges.filter(({ along }) => along !== field).map(({ at }) => at),
      ),
    );
  const picture = Plot.plot({
    width,
    height,
    marginTop,
    marginBottom: 44 + foot,
    marginLeft: 52,
    marginRight: 12,
    x: {
      type: view.linear.x ? "linear" : "log",
      domain: domain([...points.map(({ x }) => x), ...lines("x")], view.linear.x),
      ticks: width < 500 ? 4 : 8,
      tickFormat: "~s",
      label: null,
    },
    y: {
      type: view.linear.y ? "linear" : "log",
      domain: domain([...points.map(({ y }) => y), ...lines("y")], view.linear.y),
      ticks: 6,
      tickFormat: "~s",
      label: null,
      grid: true,
    },
    marks: [Plot.frame({ stroke: "var(--line-2)" })],
  }) as SVGSVGElement & Plot.Plot;
  // A name without a role is no name; the frame needs none.
  picture.querySelector("rect[aria-label=frame]")?.removeAttribute("aria-label");
  const scale = (name: "x" | "y") => {
    const found = picture.scale(name);
    return (value: number) => found?.apply(value) as number;
  };
  const frame: Box = { x: 52, y: marginTop, width: width - 64, height: height - marginTop - 44 - foot };
  const scales: Scales = { x: scale("x"), y: scale("y"), frame };
  const taken: Box[] = points.map(({ x, y }) => ({
    x: scales.x(x) - 5,
    y: scales.y(y) - 5,
    width: 10,
    height: 10,
  }));
  const names = zoneNames(zones, scales, taken, (zone) => provisionPage(zone.id, knownAt));
  legend.group.setAttribute("transform", `translate(0,${height - foot + 10})`);
  picture.append(
    zoneMarks(zones, scales),
    marginMarks(margins, scales),
    names,
    pointMarks(points, vendors, scales, taken.slice(points.length)),
    ...title.map((line, i) => text(line, { x: 0, y: 16 + i * 20, class: "chart-title" })),
    ...under.map((line, i) => text(line, { x: 0, y: 14 + title.length * 20 + i * 16, class: "chart-under" })),
    text(`↑ ${fieldWords(view.y.field)}`, { x: 0, y: marginTop - 8, class: "axis-name" }),
    text(`${fieldWords(view.x.field)} →`, {
      x: width - 12,
      y: height - foot - 8,
      "text-anchor": "end",
      class: "axis-name",
    }),
    legend.group,
    ...sources.map((line, i) =>
      text(line, { x: 0, y: height - (sources.length - 1 - i) * 14 - 4, class: "chart-source" }),
    ),
  );
  return picture;
}

export function LinesChart(props: LinesChartProps) {
  const { view, zones, points, vendors, margins, knownAt, source } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the props, which are anew at every call.
  const drawn = useCallback(
    (width: number) => draw(props, width),
    [view, zones, points, vendors, margins, knownAt, source],
  );
  return (
    <Chart
      label={`${fieldWords(view.x.field)} and ${fieldWords(view.y.field)} of chips, with the zones of the rules in force on ${view.day}. The tables below say the same.`}
      draw={drawn}
    />
  );
}
