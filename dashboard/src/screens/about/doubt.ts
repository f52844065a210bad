// Which questions might show a doubt: the answers themselves say whether they do.
import type { Schemas } from "../../api/client";
import { addDays, type Day, earlier } from "../../dates";

export type Doubt = Schemas["DatasetDoubt"];
type Query = Schemas["EligibilityQuery"];

const GROUP = "group:";

export function groupOf(token: string): string | null {
  return token.startsWith(GROUP) ? token.slice(GROUP.length) : null;
}

/** A day of the answers concerned: today, where it is one, else the last before they end. */
export function dayOfDoubt({ from, until }: Doubt["about"], now: Day): Day {
  const day = (until ? earlier(addDays(until, -1), now) : null) ?? now;
  return from && from > day ? from : day;
}

/** Up to `limit` questions, spread evenly over all chips and places that may be concerned. */
export function candidates(
  chips: readonly string[],
  places: readonly string[],
  rest: Pick<Query, "date" | "hq">,
  limit: number,
): Query[] {
  const all = chips.length * places.length;
  const count = Math.min(limit, all);
  // A step that shares no factor with either list would visit each in turn; the golden section does without finding one.
  const step = 0.618_033_988_749_895;
  return Array.from({ length: count }, (_, i) => {
    const at = count === all ? i : Math.floor(((i * step) % 1) * all);
    return {
      chip: chips[Math.floor(at / places.length)],
      destination: places[at % places.length],
      ...rest,
    } as Query;
  });
}
