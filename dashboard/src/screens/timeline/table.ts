// The chronology as a table to take away: a row for each interval.
import type { Csv } from "../../csv";
import { changesOf, type History, type Leg, legWords } from "./model";

const COLUMNS = [
  "chip",
  "destination",
  "from",
  "until",
  "outcome",
  "change",
  "export",
  "import",
  "changed_by",
  "events",
  "projected",
  "before_coverage",
  "data_version",
];

function side(legs: readonly Leg[], which: Leg["side"]): string {
  return legs
    .filter((leg) => leg.side === which)
    .map((leg) => `${leg.jurisdiction}: ${legWords(leg).join(", ")}`)
    .join("; ");
}

export function chronologyCsv(histories: History[]): Csv {
  const rows = histories.flatMap((history) => {
    const weights = new Map(changesOf(history).map(({ day, weight }) => [day, weight]));
    return history.intervals.map((interval) => [
      history.question.chip,
      history.question.destination,
      interval.from,
      interval.until,
      interval.outcome,
      weights.get(interval.from) ?? null,
      side(interval.legs, "export"),
      side(interval.legs, "import"),
      interval.changed_by.map(({ id }) => id).join(" "),
      interval.events.map(({ id }) => id).join(" "),
      interval.projected,
      interval.before_coverage,
      history.currency.data_version,
    ]);
  });
  return { columns: COLUMNS, rows };
}
