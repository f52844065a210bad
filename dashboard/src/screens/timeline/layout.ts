// Where everything of the picture goes, in pixels. Nothing is drawn here.
import { pack } from "../../charts/pack";
import type { Day } from "../../dates";
import type { Change, History, Interval, Lane } from "./model";
import type { Notch, Span } from "./pending";

/** One chip to the destination. */
export interface Row {
  name: string;
  chip: string;
  history: History;
  lanes: Lane[];
  changes: Change[];
  events: Interval["events"];
  notches: Notch[];
}

export interface PlacedLane {
  lane: Lane;
  label: string;
  labelY: number;
  y1: number;
  y2: number;
}

export interface PlacedRow {
  row: Row;
  nameY: number | null;
  /** Where the marks of changes stand; those of one day are piled upward from here. */
  changeY: number;
  lanes: PlacedLane[];
  eventY1: number;
  eventY2: number;
}

export interface PlacedSpan {
  span: Span;
  label: string;
  /** Where the label stands: inside, after or before what it names. */
  at: "inside" | "after" | "before";
  y1: number;
  y2: number;
}

export interface Layout {
  width: number;
  narrow: boolean;
  left: number;
  right: number;
  top: number;
  rows: PlacedRow[];
  spansLabelY: number | null;
  spans: PlacedSpan[];
  axisY: number;
  x: (day: Day) => number;
}

export interface Input {
  width: number;
  /** How high the title is. */
  head: number;
  domain: [Day, Day];
  rows: Row[];
  spans: Span[];
  laneLabel: (lane: Lane, narrow: boolean) => string;
  fit: (text: string, width: number) => string | null;
  measure: (text: string) => number;
}

const NARROW = 640;
const LEFT = 112;
const EDGE = 8;
const HEAD = 40;
const NAME = 24;
const LABEL = 17;
const LANE = 32;
const LANE_GAP = 6;
const PILE = 13;
const PILE_MOST = 3;
const EVENTS = 16;
const ROW_GAP = 20;
const SPAN = 18;
const SPAN_GAP = 4;
const SPAN_LABEL_MOST = 260;

export const pile = { step: PILE, most: PILE_MOST };

function scale([from, to]: [Day, Day], left: number, right: number): (day: Day) => number {
  const start = Date.parse(from);
  const per = (right - left) / (Date.parse(to) - start);
  return (day) => left + (Date.parse(day) - start) * per;
}

function placeLanes(input: Input, lanes: Lane[], from: number, narrow: boolean): PlacedLane[] {
  const head = narrow ? LABEL : 0;
  const step = head + LANE + LANE_GAP;
  return lanes.map((lane, i) => {
    const y1 = from + i * step + head;
    const label = input.laneLabel(lane, narrow);
    return { lane, label, labelY: narrow ? y1 - 6 : y1 + LANE / 2 + 4, y1, y2: y1 + LANE };
  });
}

function placeRow(input: Input, row: Row, from: number, narrow: boolean): PlacedRow {
  const named = input.rows.length > 1;
  const most = Math.max(1, ...row.changes.map((change) => change.after.changed_by.length));
  const piled = Math.min(most, PILE_MOST);
  const changeY = from + (named ? NAME : 0) + piled * PILE;
  const lanes = placeLanes(input, row.lanes, changeY + PILE, narrow);
  const bottom = lanes.at(-1)?.y2 ?? changeY + PILE;
  return {
    row,
    nameY: named ? from + 14 : null,
    changeY,
    lanes,
    eventY1: bottom + 6,
    eventY2: bottom + 6 + EVENTS,
  };
}

interface Stretch {
  x1: number;
  x2: number;
  label: string;
  at: PlacedSpan["at"];
}

/** The span with its label, within the picture: whichever side has room, else what fits inside. */
function stretch(input: Input, span: Span, x: Layout["x"], left: number, right: number): Stretch {
  const clip = (value: number) => Math.min(Math.max(value, left), right);
  const x1 = clip(x(span.from));
  const x2 = span.until === null ? right : clip(x(span.until));
  const label = input.fit(span.title, SPAN_LABEL_MOST) ?? span.title;
  const wide = input.measure(label) + 10;
  if (x2 - x1 >= wide) return { x1, x2, label, at: "inside" };
  if (right - x2 >= wide) return { x1, x2: x2 + wide, label, at: "after" };
  if (x1 - left >= wide) return { x1: x1 - wide, x2, label, at: "before" };
  return { x1, x2, label: input.fit(span.title, x2 - x1 - 10) ?? "", at: "inside" };
}

function placeSpans(input: Input, x: Layout["x"], left: number, right: number, from: number): PlacedSpan[] {
  const [first, last] = input.domain;
  const seen = input.spans
    .filter(({ from, until }) => from < last && (until === null || until > first))
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
  const stretches = seen.map((span) => stretch(input, span, x, left, right));
  const lines = pack(stretches, 4);
  return seen.map((span, i) => {
    const { label, at } = stretches[i] as Stretch;
    const y1 = from + (lines[i] ?? 0) * (SPAN + SPAN_GAP);
    return { span, label, at, y1, y2: y1 + SPAN };
  });
}

export function layoutOf(input: Input): Layout {
  const { width } = input;
  const narrow = width < NARROW;
  const left = narrow ? EDGE : LEFT;
  const right = width - EDGE;
  const x = scale(input.domain, left, right);
  const rows: PlacedRow[] = [];
  const top = input.head + HEAD;
  let y = top;
  for (const row of input.rows) {
    const placed = placeRow(input, row, y, narrow);
    rows.push(placed);
    y = placed.eventY2 + ROW_GAP;
  }
  const spans = placeSpans(input, x, left, right, y + LABEL);
  const bottom = spans.reduce((most, span) => Math.max(most, span.y2), spans.length > 0 ? y : y - ROW_GAP);
  return {
    width,
    narrow,
    left,
    right,
    top: top - 14,
    rows,
    spansLabelY: spans.length > 0 ? y + 8 : null,
    spans,
    axisY: bottom + 8,
    x,
  };
}

/** Notches that would cover each other are one, with all that it stands for. */
export function gathered(notches: Notch[], x: Layout["x"], apart: number): Notch[][] {
  const groups: Notch[][] = [];
  for (const notch of notches) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && x(notch.day) - x(first.day) < apart) group.push(notch);
    else groups.push([notch]);
  }
  return groups;
}

/** The lane in which a notch of that jurisdiction is cut. */
export function laneOfNotch(lanes: PlacedLane[], jurisdiction: string): PlacedLane | undefined {
  return lanes.find(({ lane }) => lane.jurisdiction === jurisdiction) ?? lanes[0];
}
