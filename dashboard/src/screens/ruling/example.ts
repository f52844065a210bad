// A question that shows what a ruling does, out of the ruling itself.
import type { Schemas } from "../../api/client";
import { type Token, tokenOf } from "../../law/words";

export interface Example {
  date: string;
  chip: string | null;
  destination: string | null;
}

type Dated = Pick<Schemas["Ruling"], "state" | "effective_from">;
type Provided = { provisions: Pick<Schemas["Provision"], "effect" | "destinations">[] };

/** A day on which it is in force: the one that is looked at, or else its first. */
export function exampleDay(ruling: Dated, day: string): string {
  return ruling.state === "in_force" ? day : (ruling.effective_from ?? day);
}

// These say no more of a place than the others do.
const TELLS_NO_PLACE = new Set(["classify", "guidance", "tariff", "suspend"]);

/** A place that its provisions name: a destination before a group, and null where they name none. */
export function examplePlace({ provisions }: Provided): Exclude<Token, { kind: "everywhere" }> | null {
  const telling = provisions.filter(({ effect }) => !TELLS_NO_PLACE.has(effect));
  const tokens = telling.flatMap(({ destinations }) => destinations.include.map(tokenOf));
  const places = tokens.filter((token) => token.kind !== "everywhere");
  return places.find(({ kind }) => kind === "destination") ?? places[0] ?? null;
}
