// The zones of a day: provisions in force that have thresholds on the axes, those of one ruling that say the same taken together.
import { draws, type Rule } from "../../law/force";
import { claims, sentence } from "../../law/words";
import { type Plane, planeOf } from "../../law/zones";
import { effectWords, type View } from "./view";

export interface Zone {
  id: string;
  /** The first is linked. */
  rules: Rule[];
  plane: Plane;
  /** What stands in the picture: an ECCN, or what is required. */
  title: string;
  /** The ruling, where the title does not tell it apart. */
  subtitle: string;
  /** How it is drawn: the effect gives the colour, the number among those of one colour the hatching. */
  effect: string;
  number: number;
}

function alike(a: Rule, b: Rule): boolean {
  return (
    a.ruling.id === b.ruling.id &&
    a.effect === b.effect &&
    a.eccns.join() === b.eccns.join() &&
    JSON.stringify([a.predicate, a.chips]) === JSON.stringify([b.predicate, b.chips])
  );
}

/** Provisions of one ruling that draw the same. */
function gathered(rules: Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const group = groups.find(([first]) => first && alike(first, rule));
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

const ORDER = [
  "prohibit",
  "classify",
  "license_required",
  "import_restriction",
  "license_policy",
  "license_exception",
];

function rank(effect: string): number {
  const at = ORDER.indexOf(effect);
  return at < 0 ? ORDER.length : at;
}

export function zonesOf(inForce: Rule[], view: View): Zone[] {
  const { x, y, kind } = view;
  const fixed: Record<string, boolean> = { data_center: kind.data_center, assembly: kind.assembly };
  const drawing = inForce.filter(
    (rule) => view.effects.includes(rule.effect) && draws(rule, [x.field, y.field]),
  );
  const counts = new Map<string, number>();
  return gathered(drawing)
    .map((rules) => {
      const rule = rules[0] as Rule;
      return {
        rules,
        rule,
        plane: planeOf(rule.predicate, x.field, y.field, (field) => fixed[field] ?? null),
      };
    })
    .filter(({ plane }) => plane.regions.length > 0)
    .sort((a, b) => rank(a.rule.effect) - rank(b.rule.effect) || (a.rule.id < b.rule.id ? -1 : 1))
    .map(({ rules, rule, plane }) => {
      const number = counts.get(rule.effect) ?? 0;
      counts.set(rule.effect, number + 1);
      const classifies = rule.effect === "classify";
      return {
        id: rule.id,
        rules,
        plane,
        title: classifies ? rule.eccns.join(", ") : effectWords(rule.effect),
        subtitle: classifies ? "" : rule.ruling.title,
        effect: rule.effect,
        number,
      };
    });
}

/** What else must hold in a region of a zone, in words; "" is nothing. */
export function conditionWords(zone: Zone, region: Plane["regions"][number]): string {
  const named = zone.rules[0]?.chips;
  const parts = [
    ...(region.condition ? [sentence(claims(region.condition))] : []),
    ...(named ? ["it is one of the chips that the ruling names"] : []),
  ];
  return parts.length > 0 ? `if ${parts.join(", and ")}` : "";
}
