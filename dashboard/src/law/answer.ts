// What two answers are compared by, member by member.
import type { Schemas } from "../api/client";
import { capital, plain, verdict } from "../words";

type Decision = Schemas["Decision"];

/**
 * The status of a leg as it may be said: of the import side the API gives the least that it can be, which alone would read as permission
 * where more is possible.
 */
export function statusOf({ status, possible }: { status: string; possible: readonly string[] }): string {
  return possible.length > 1 ? "unknown" : status;
}

export interface Compared {
  name: string;
  values: [string, string];
  same: boolean;
}

function each(decision: Decision, of: (leg: Decision["legs"][number]) => string | null): string {
  return decision.legs.flatMap((leg) => of(leg) ?? []).join(", ");
}

function conditions(decision: Decision): string {
  const types = decision.legs.flatMap((leg) => leg.conditions.map(({ type }) => plain(type)));
  return [...new Set(types)].join(", ");
}

interface Member {
  name: string;
  of: (decision: Decision) => string;
  /** What it is when there is none. */
  otherwise: string;
}

const MEMBERS: Member[] = [
  { name: "Outcome", of: ({ outcome }) => verdict(outcome).words, otherwise: "unknown" },
  {
    name: "Possible outcomes",
    of: ({ possible }) => (possible.length > 1 ? possible.map((one) => verdict(one).words).join(", ") : ""),
    otherwise: "only this one",
  },
  {
    name: "Classification",
    of: (decision) =>
      each(decision, (leg) =>
        leg.side === "export" && (leg.eccn || leg.eccn_uncertain)
          ? `${leg.eccn ?? "none recorded"}${leg.eccn_uncertain ? ", uncertain" : ""} (${leg.jurisdiction})`
          : null,
      ),
    otherwise: "none recorded",
  },
  {
    name: "License review",
    of: (decision) =>
      each(decision, (leg) =>
        leg.side === "export" && leg.policy ? `${plain(leg.policy)} (${leg.jurisdiction})` : null,
      ),
    otherwise: "no policy recorded",
  },
  {
    name: "License exception",
    of: (decision) => each(decision, (leg) => (leg.side === "export" ? (leg.exception?.name ?? null) : null)),
    otherwise: "none available",
  },
  {
    name: "Import",
    of: (decision) =>
      each(decision, (leg) =>
        leg.side === "import" ? `${verdict(statusOf(leg)).words} (${leg.jurisdiction})` : null,
      ),
    otherwise: "none recorded",
  },
  { name: "Conditions", of: conditions, otherwise: "none" },
  {
    name: "Not known, would settle it",
    of: ({ missing }) => missing.map(({ field }) => plain(field)).join(", "),
    otherwise: "nothing",
  },
];

/** Member by member, what each of two answers says; what neither has is left out. */
export function compared(one: Decision, other: Decision): Compared[] {
  return MEMBERS.flatMap(({ name, of, otherwise }) => {
    const said = [of(one), of(other)];
    if (said.every((text) => text === "")) return [];
    const values: [string, string] = [capital(said[0] || otherwise), capital(said[1] || otherwise)];
    return [{ name, values, same: values[0] === values[1] }];
  });
}

/** The rulings that an answer rests on, each once. */
export function restsOn(decision: Decision): Schemas["Titled"][] {
  const all = decision.legs.flatMap((leg) => leg.because.map(({ id, title }) => ({ id, title })));
  return [...new Map(all.map((ruling) => [ruling.id, ruling])).values()];
}
