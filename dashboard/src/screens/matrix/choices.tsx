// What the table is about, folded away: it is chosen once, and looked at for long.
import { useMemo } from "preact/hooks";
import { today } from "../../dates";
import type { UrlState } from "../../url";
import { plural } from "../../words";
import type { Compared, Names } from "./ask";
import { Choose } from "./choose";
import type { ChipFacts, GroupFacts, PlaceFacts } from "./model";
import { chipSets, GROUP, placeSets } from "./sets";

function describe({ chips, places, chosen }: Names): string {
  const said = [
    plural(chips.length, "chip"),
    plural(places.length, "destination or group", "destinations or groups"),
  ].join(", ");
  if (chosen.chips && chosen.places) return `${said}: those that the recorded events name most often`;
  return said;
}

export function Choices(props: {
  url: UrlState;
  names: Names;
  facts: readonly ChipFacts[];
  places: readonly PlaceFacts[];
  groups: readonly GroupFacts[];
  matched: Compared["matrix"]["matched"] | undefined;
}) {
  const { url, names, facts, places, groups, matched } = props;
  const { state, change } = url;
  const told = useMemo(() => {
    const name = new Map<string, string>(facts.map((chip) => [chip.id, chip.name]));
    for (const place of places) name.set(place.code, place.name);
    for (const group of groups) name.set(GROUP + group.id, `${group.id} ${group.name}`);
    for (const match of [...(matched?.chips ?? []), ...(matched?.destinations ?? [])])
      name.set(match.text, match.name);
    return name;
  }, [facts, places, groups, matched]);
  const nameOf = (token: string) => told.get(token) ?? token.replace(/\\,/g, ",");
  const shared = { nameOf, knownAt: state.known_at };
  const why = "that the recorded events name most often. Take away, add, or choose a set.";
  return (
    <details class="matrix-fold">
      <summary>
        <strong>Choose chips and destinations</strong> <span class="small">{describe(names)}</span>
      </summary>
      <div class="matrix-both">
        <Choose
          {...shared}
          label="Chips"
          kind="chip"
          names={names.chips}
          chosenByData={names.chosen.chips}
          why={`The ${names.chips.length} ${why}`}
          sets={useMemo(() => chipSets(facts, today()), [facts])}
          onChange={(chips) => change({ chips })}
        />
        <Choose
          {...shared}
          label="Destinations"
          kind="destination"
          names={names.places}
          chosenByData={names.chosen.places}
          why={`The ${names.places.length} ${why}`}
          sets={useMemo(() => placeSets(groups, places), [groups, places])}
          onChange={(destinations) => change({ destinations })}
        />
      </div>
    </details>
  );
}
