// What each thing of the picture says when one comes near, and what it is called for those who do not see it.
import { type Day, spoken } from "../../dates";
import { verdict } from "../../words";
import { type Band, type Change, changeWords, type Interval, type Lane, sideWords } from "./model";
import type { Notch, Span } from "./pending";

export function stretchWords(from: Day, until: Day | null): string {
  return until === null
    ? `from ${spoken(from)}, no end recorded`
    : `from ${spoken(from)} until ${spoken(until)}`;
}

export function tellBand(name: string, lane: Lane, band: Band, verified: Day | null): string {
  return [
    `${name}. ${sideWords(lane)}: ${band.words.join(", ")}`,
    capitalStretch(band),
    band.projected && verified ? `Not verified after ${spoken(verified)}.` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

function capitalStretch(band: Band): string {
  const words = stretchWords(band.whole.from, band.whole.until);
  return `F${words.slice(1)}.`;
}

export function tellChange(name: string, change: Change, title: string | undefined): string {
  const flipped = change.weight === "flip" ? "The day it flipped. " : "";
  return [`${name}, ${spoken(change.day)}`, `${flipped}${changeWords(change)}.`, title ? `By: ${title}` : ""]
    .filter(Boolean)
    .join("\n");
}

export function tellEvent(event: Interval["events"][number]): string {
  return `${spoken(event.date)}\n${event.headline}`;
}

export function tellSpan({ title, standing, from, until, chips }: Span): string {
  const told =
    standing === "scheduled"
      ? `Announced ${spoken(from)}, in force ${spoken(until ?? from)}: scheduled between.`
      : `${standing === "announced" ? "Announced" : "Proposed"}, not in force: ${stretchWords(from, until)}.`;
  return [title, told, `Bears on ${chips.join(", ")}.`].join("\n");
}

export function tellNotch(notches: Notch[], now: Day): string {
  return notches
    .flatMap(({ day, rulings }) =>
      rulings.map(({ title, verified }) =>
        day <= now
          ? `Lapsed by the calendar on ${spoken(day)}, not verified after ${spoken(verified)}: ${title}`
          : `Will lapse by the calendar on ${spoken(day)} unless it is renewed: ${title}`,
      ),
    )
    .join("\n");
}

/** The picture's own title, for when it stands alone. */
export function pictureTitle(names: string[], place: string, from: Day, until: Day): string {
  const years =
    from.slice(0, 4) === until.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${until.slice(0, 4)}`;
  return `${names.join(", ")} to ${place}: export and import status, ${years}`;
}

/** The whole drawing in a few sentences, for those who do not see it. */
export function heard(name: string, changes: Change[], last: Interval | undefined): string {
  const flips = changes.filter((change) => change.weight === "flip");
  const told = flips.map((flip) => `${spoken(flip.day)}: ${changeWords(flip)}`).join("; ");
  const ends = last ? ` At the end: ${verdict(last.outcome).words.toLowerCase()}.` : "";
  return `${name}: ${flips.length === 0 ? "the outcome never flips in this time." : `${told}.`}${ends}`;
}
