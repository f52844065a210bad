// What the screen asks the API: chips and rulings once, which rulings are in force whenever that can have changed.
import { getAll, type Schemas } from "../../api/client";
import { type Answer, useAnswer, useGet } from "../../api/use";
import type { Day } from "../../dates";
import { type ChipFacts, FACT_MEMBERS, factsOf } from "../../law/facts";
import { type Item, inForce, type Rule, rulesOf, tokensOn } from "../../law/force";
import type { State } from "../../url";
import { link } from "../../url";

export interface ChipItem extends Item {
  name: string;
  vendor: string;
  lowConfidence: boolean;
  released: string | null;
  facts: ChipFacts;
}

export interface Law {
  rules: Rule[];
  /** Of `rules` those in force on the day, for the destination where one is named. */
  live: Rule[];
}

const CHIP_FIELDS = `id,name,product,confidence,released_on,${FACT_MEMBERS}`;
const RULING_FIELDS = "id,title,jurisdiction,effective_from,effective_until,provisions";

function itemOf(chip: Schemas["ChipFields"]): ChipItem {
  return {
    id: chip.id ?? "",
    name: chip.name ?? chip.id ?? "",
    vendor: chip.vendor ?? "",
    product: chip.product ?? "",
    lowConfidence: chip.confidence === "low",
    released: chip.released_on ?? null,
    facts: factsOf(chip),
  };
}

export function useChips(state: State): Answer<ChipItem[]> {
  const query = { fields: CHIP_FIELDS, known_at: state.known_at };
  return useAnswer(link("lines of /v1/chips", query), async (signal) =>
    (await getAll("/v1/chips", query, signal)).items.map(itemOf),
  );
}

export function useRules(state: State): Answer<Rule[]> {
  const query = { fields: RULING_FIELDS, known_at: state.known_at };
  return useAnswer(link("lines of /v1/rulings", query), async (signal) =>
    rulesOf((await getAll("/v1/rulings", query, signal)).items),
  );
}

/** The question whose answer says which rulings are in force, as an address. */
export function liveAddress(state: State, day: Day): string {
  return link("/v1/rulings", {
    status: "in_force",
    date: day,
    destination: state.destination,
    known_at: state.known_at,
    limit: "200",
  });
}

/** The last day up to this one on which the law can have changed: since then every answer is the same. */
function asked(rules: Rule[], place: Schemas["DestinationFields"] | undefined, day: Day): Day {
  const spans = [...(place?.groups ?? []), ...(place?.treated_as ?? []), ...rules];
  const days = spans
    .flatMap(({ from, until }) => [from, until])
    .filter((one): one is Day => one !== null && one <= day);
  return days.sort().at(-1) ?? day;
}

export function useLaw(state: State, rules: Rule[] | undefined, day: Day): Answer<Law> {
  const wanted = state.destination
    ? { path: { destination: state.destination }, query: { known_at: state.known_at } }
    : null;
  const place = useGet("/v1/destinations/{destination}", wanted);
  const found = place.state === "done" ? place.data : undefined;
  const ready = rules && (place.state === "idle" || place.state === "done");
  const on = ready ? asked(rules, found, day) : day;
  const answer = useAnswer(ready ? `lines of ${liveAddress(state, on)}` : null, async (signal) => {
    const { items } = await getAll(
      "/v1/rulings",
      {
        status: ["in_force"],
        date: on,
        fields: "id,state",
        destination: state.destination || undefined,
        known_at: state.known_at,
      },
      signal,
    );
    const live = new Set(items.map(({ id }) => id ?? ""));
    const all = rules ?? [];
    return { rules: all, live: inForce(all, live, on, found ? tokensOn(found, on) : null) };
  });
  return place.state === "failed" ? place : answer;
}
