// What two answers are compared by, member by member.
import type { Schemas } from "../api/client";
import { capital, plain, verdict } from "../words";

type Decision = Schemas["Decision"];

export interface Compared {
  name: string;
  values: [string, string];
  same: boolean;
}

function classes(decision: Decision): string {
  const said = decision.legs.flatMap((leg) =>
    leg.side === "export" && leg.eccn
      ? [`${leg.eccn}${leg.eccn_uncertain ? ", uncertain" : ""} (${leg.jurisdiction})`]
      : [],
  );
  return said.join(", ") || "none recorded";
}

function policies(decision: Decision): string {
  const said = decision.legs.flatMap((leg) =>
    leg.side === "export" && leg.policy ? [`${plain(leg.policy)} (${leg.jurisdiction})`] : [],
  );
  return said.join(", ") || "none stated";
}

function exceptions(decision: Decision): string {
  const said = decision.legs.flatMap((leg) =>
    leg.side === "export" && leg.exception ? [leg.exception.name] : [],
  );
  return said.join(", ") || "none available";
}

function imports(decision: Decision): string {
  const said = decision.legs.flatMap((leg) =>
    leg.side === "import" ? [`${verdict(leg.status).words} (${leg.jurisdiction})`] : [],
  );
  return said.join(", ") || "none recorded";
}

function conditions(decision: Decision): string {
  const types = decision.legs.flatMap((leg) => leg.conditions.map(({ type }) => plain(type)));
  return [...new Set(types)].join(", ") || "none";
}

function missing(decision: Decision): string {
  return decision.missing.map(({ field }) => plain(field)).join(", ") || "nothing";
}

const MEMBERS: [name: string, of: (decision: Decision) => string][] = [
  ["Outcome", ({ outcome }) => verdict(outcome).words],
  ["Possible outcomes", ({ possible }) => possible.map((one) => verdict(one).words).join(", ")],
  ["Classification", classes],
  ["License review", policies],
  ["License exception", exceptions],
  ["Import", imports],
  ["Conditions", conditions],
  ["Not known, would settle it", missing],
];

/** Member by member, what each of two answers says. */
export function compared(one: Decision, other: Decision): Compared[] {
  return MEMBERS.map(([name, of]) => {
    const values: [string, string] = [capital(of(one)), capital(of(other))];
    return { name, values, same: values[0] === values[1] };
  });
}

/** The rulings that an answer rests on, each once. */
export function restsOn(decision: Decision): Schemas["Titled"][] {
  const all = decision.legs.flatMap((leg) => leg.because.map(({ id, title }) => ({ id, title })));
  return [...new Map(all.map((ruling) => [ruling.id, ruling])).values()];
}
