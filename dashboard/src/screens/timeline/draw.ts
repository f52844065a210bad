// The picture: bands, marks and spans as Observable Plot draws them on the scale of days, with the words around them.
import * as Plot from "@observablehq/plot";
import { fitted, wrapped } from "../../charts/pack";
import { label, measurer, nameLinks, rove } from "../../charts/svg";
import { textures } from "../../charts/tones";
import { type Day, dayOf } from "../../dates";
import { bandMarks, bandsOf, bandText } from "./bands";
import { type Layout, layoutOf } from "./layout";
import { legendOf } from "./legend";
import { changeMarks, eventMarks, flipDays, flipRules } from "./marks";
import { at, type Picture } from "./parts";
import { notchMarks, nowMarks, spanMarks } from "./spans";

export interface Drawn {
  svg: SVGSVGElement;
  /** The day at a place of the drawing, in its own pixels. */
  dayAt: (x: number) => Day;
}

const GROUPS = {
  bands: "Status over time",
  changes: "Changes and their rulings",
  events: "Events",
  notches: "Lapsed by the calendar",
  spans: "Announced, proposed or scheduled",
};
const HALO = {
  stroke: "var(--card)",
  "stroke-width": 3,
  "paint-order": "stroke",
  "stroke-linejoin": "round",
};
const TITLE = 18;
const TITLE_TEXT = 15;

function words(title: string[], layout: Layout): Node[] {
  const bold = { "font-weight": 700 };
  const nodes: Node[] = title.map((line, i) =>
    label(line, 8, TITLE * (i + 1), { ...bold, "font-size": TITLE_TEXT }),
  );
  for (const row of layout.rows) {
    if (row.nameY !== null) nodes.push(label(row.row.name, 8, row.nameY, bold));
    for (const lane of row.lanes) nodes.push(label(lane.label, 8, lane.labelY, HALO));
    if (!layout.narrow && row.row.events.length > 0) nodes.push(label("Events", 8, row.eventY2 - 4));
  }
  if (layout.spansLabelY !== null)
    nodes.push(label("Announced, proposed or scheduled: not in force", 8, layout.spansLabelY, HALO));
  return nodes;
}

export function draw(picture: Picture, width: number): Drawn {
  const measure = measurer(11);
  const fit = (text: string, room: number) => fitted(text, room, measure);
  const title = wrapped(picture.title, width - 16, measurer(TITLE_TEXT, 700));
  const head = title.length * TITLE;
  const layout = layoutOf({ ...picture, width, head, fit, measure });
  const legend = legendOf(picture, width - 16);
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
      flipRules(layout.rows),
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
  plot.append(...words(title, layout), ...legend.nodes(8, footY), ...source);
  nameLinks(plot, GROUPS);
  rove(plot);
  return { svg: plot, dayAt: (x) => dayOf(new Date(scale?.invert?.(x) ?? at(picture.domain[0]))) };
}
