// What the picture is drawn from, and where its things lead.
import type { Day } from "../../dates";
import type { View } from "./view";

export interface Picture extends View {
  verified: Day | null;
  title: string;
  /** What stands below: where it comes from. */
  source: string[];
  laneLabel: (row: { side: string; jurisdiction: string }, narrow: boolean) => string;
  links: {
    check: (chip: string, day: Day) => string;
    ruling: (id: string) => string;
    event: (id: string) => string;
    entry: (chip: string, day: Day) => string;
  };
}

export const at = (day: Day) => new Date(day);
