// "Without this ruling": the same question twice, once under law as if the ruling had never been recorded.

import { sharedBy } from "../../api/batch";
import type { Batch, Schemas } from "../../api/client";
import { ask } from "../../api/client";
import { type Answer, dataOf, useAnswer, useGet } from "../../api/use";
import { isDay } from "../../dates";
import { Combo } from "../../ui/combo";
import { DayField, PlaceField } from "../../ui/fields";
import { Panel } from "../../ui/panel";
import { Empty, Shown } from "../../ui/states";
import { TwoAnswers } from "../../ui/two";
import type { UrlState } from "../../url";
import { type Example, exampleDay, examplePlace } from "./example";

type Ruling = Schemas["RulingItem"];
type Answers = Schemas["EligibilityAnswers"];

/** What is asked: by the address, and where it is silent by what the ruling itself catches. */
function useExample(ruling: Ruling, url: UrlState, day: string): Example {
  const { state } = url;
  const date = state.date && isDay(state.date) ? state.date : exampleDay(ruling, day);
  const then = useGet(
    "/v1/rulings/{ruling}",
    state.chip ? null : { path: { ruling: ruling.id }, query: { date, known_at: state.known_at } },
  );
  const place = examplePlace(ruling);
  const members = useGet(
    "/v1/destinations",
    state.destination || place?.kind !== "group"
      ? null
      : { query: { group: place.id, date, known_at: state.known_at, fields: "code", limit: 1 } },
  );
  const caught = dataOf(then);
  return {
    date,
    chip: state.chip || caught?.chips_caught[0]?.id || caught?.chips_perhaps_caught[0]?.id || null,
    destination:
      state.destination ||
      (place?.kind === "destination" ? place.id : (dataOf(members)?.items[0]?.code ?? null)),
  };
}

function batchOf(example: Example, state: Record<string, string>): Batch | null {
  if (!example.chip || !example.destination) return null;
  return {
    queries: [{ chip: example.chip, destination: example.destination, date: example.date }],
    ...sharedBy(state),
  };
}

function useBoth(batch: Batch | null, less: Batch | null): Answer<[Answers, Answers]> {
  return useAnswer(less && `without ${JSON.stringify(less)}`, (signal) =>
    Promise.all([ask(batch as Batch, signal), ask(less as Batch, signal)]),
  );
}

interface Names {
  chip: string | undefined;
  destination: string | undefined;
}

function Fields({ example, url, names }: { example: Example; url: UrlState; names: Names }) {
  const shown = { ...url, state: { ...url.state, destination: example.destination ?? "" } };
  return (
    <div class="fields">
      <Combo
        label="Chip"
        kind="chip"
        value={example.chip ?? ""}
        name={names.chip}
        knownAt={url.state.known_at}
        onChoose={(chip) => url.change({ chip })}
      />
      <PlaceField url={shown} parameter="destination" label="Destination" name={names.destination} />
      <PlaceField url={url} parameter="hq" label="Headquarters of the recipient" placeholder="not stated" />
      <DayField label="On" name="date" url={url} otherwise={example.date} />
    </div>
  );
}

export function Without({ ruling, url, day }: { ruling: Ruling; url: UrlState; day: string }) {
  const example = useExample(ruling, url, day);
  const batch = batchOf(example, url.state);
  const less = batch && { ...batch, assume: { without: [ruling.id] } };
  const answer = useBoth(batch, less);
  const matched = answer.state === "done" ? answer.data[0].items[0]?.decision?.matched : undefined;
  const names = { chip: matched?.chip?.name, destination: matched?.destination.name };
  return (
    <Panel
      title="Without this ruling"
      address={less && "/v1/eligibility"}
      body={less ?? undefined}
      id="without"
    >
      <Fields example={example} url={url} names={names} />
      {!batch && <Empty>Name a chip and a destination to see the answer with it and without it.</Empty>}
      <Shown answer={answer} what="both answers">
        {([as, without]) => (
          <TwoAnswers
            sides={[
              { title: "With it", item: as.items[0] },
              { title: "Without it", item: without.items[0] },
            ]}
          />
        )}
      </Shown>
      <p class="small">
        As if it had never been recorded. What it had ended stays ended, since every provision carries its own
        dates; what it suspended is in force again.
      </p>
    </Panel>
  );
}
