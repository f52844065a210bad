// All that is shown of the answers, for the days that are looked at.
import { type Day, today } from "../../dates";
import type { Beside } from "./data";
import type { Row } from "./layout";
import { changesOf, chipName, eventsOf, extent, type History, lanesOf } from "./model";
import { notches, type Span, scheduledSpans } from "./pending";

export interface View {
  rows: Row[];
  spans: Span[];
  domain: [Day, Day];
  today: Day;
}

function rowOf(history: History, beside: Beside | undefined): Row {
  return {
    name: chipName(history),
    chip: history.question.chip,
    history,
    lanes: lanesOf(history),
    changes: changesOf(history),
    events: eventsOf(history),
    notches: beside ? notches(history, beside.rulings) : [],
  };
}

function touches({ from, until }: Span, [first, last]: [Day, Day]): boolean {
  return from < last && (until === null || until > first);
}

export function viewOf(histories: History[], beside: Beside | undefined): View {
  const rows = histories.map((history) => rowOf(history, beside));
  const now = today();
  const lapses = rows.flatMap((row) => row.notches.map((notch) => notch.day));
  const domain = extent(histories, lapses, now);
  const spans = beside ? [...beside.pending, ...scheduledSpans(histories, beside.rulings)] : [];
  return {
    rows,
    spans: spans.filter((span) => touches(span, domain)).sort((a, b) => (a.from < b.from ? -1 : 1)),
    domain,
    today: now,
  };
}
