// What the address of the screen says, made whole with what it leaves out.
import { type Day, isDay, today } from "../../dates";
import { AXES, type Axis, axisOf } from "../../law/facts";
import type { State } from "../../url";
import { plain } from "../../words";

const [TPP, DENSITY] = AXES as [Axis, Axis, ...Axis[]];

/** Chips of one kind are looked at together: zones ask what an item is for, and whether it is a system. */
export interface Kind {
  data_center: boolean;
  assembly: boolean;
}

export const KINDS: Record<string, Kind & { words: string }> = {
  data_center: { data_center: true, assembly: false, words: "Chips for data centers" },
  other: { data_center: false, assembly: false, words: "Chips not for data centers" },
  data_center_systems: { data_center: true, assembly: true, words: "Systems for data centers" },
  other_systems: { data_center: false, assembly: true, words: "Systems not for data centers" },
};

/** Which provisions make zones unless told otherwise: those that classify, require or forbid. */
const EFFECTS = ["classify", "license_required", "prohibit"];

export const EFFECT_WORDS: Record<string, string> = {
  classify: "Classification (ECCN)",
  license_required: "License required",
  prohibit: "Prohibited",
  import_restriction: "Import restriction",
  license_policy: "License review policy",
  license_exception: "License exception",
  condition: "Condition",
  tariff: "Tariff",
  guidance: "Guidance",
};

export function effectWords(effect: string): string {
  return EFFECT_WORDS[effect] ?? plain(effect);
}

export interface View {
  day: Day;
  x: Axis;
  y: Axis;
  linear: { x: boolean; y: boolean };
  kindName: string;
  kind: Kind & { words: string };
  vendor: string;
  effects: string[];
  /** Every row of the lists beside the lines, not only the nearest. */
  all: boolean;
}

export function viewOf(state: State): View {
  const x = axisOf(state.view_x, TPP);
  const wanted = axisOf(state.view_y, DENSITY);
  const y = wanted === x ? (x === TPP ? DENSITY : TPP) : wanted;
  const linear = (state.view_linear ?? "").split(",");
  const kindName = state.view_kind && state.view_kind in KINDS ? state.view_kind : "data_center";
  return {
    day: state.date && isDay(state.date) ? state.date : today(),
    x,
    y,
    linear: { x: linear.includes("x"), y: linear.includes("y") },
    kindName,
    kind: KINDS[kindName] as Kind & { words: string },
    vendor: state.view_vendor ?? "",
    effects: state.view_effects === undefined ? EFFECTS : state.view_effects.split(","),
    all: state.view_all === "1",
  };
}

/** The address's word for a choice of effects: none where it is the usual one. */
export function effectsParameter(effects: string[]): string | null {
  const same = effects.length === EFFECTS.length && EFFECTS.every((effect) => effects.includes(effect));
  return same ? null : effects.length === 0 ? "none" : effects.join(",");
}
