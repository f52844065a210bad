// A country group: what it is, and who belongs to it on the day.
import { API_ORIGIN, addressOf, getAll, type Schemas } from "../../api/client";
import { useAnswer } from "../../api/use";
import { spoken, today } from "../../dates";
import { DayField } from "../../ui/fields";
import { Panel } from "../../ui/panel";
import { PlaceTable } from "../../ui/places";
import { Out } from "../../ui/sources";
import { Shown } from "../../ui/states";
import { useUrlState } from "../../url";
import { plural } from "../../words";

export function GroupPage({ group }: { group: Schemas["Group"] }) {
  const url = useUrlState();
  const { date, known_at } = url.state;
  const query = { group: group.id, date, known_at };
  const address = addressOf("/v1/destinations", { query });
  const answer = useAnswer(`${address} all`, (signal) => getAll("/v1/destinations", query, signal));
  return (
    <>
      <h1>
        {group.id}: {group.name}
      </h1>
      <p class="lib-lead">{group.description}</p>
      <p>
        <Out url={group.source}>Source</Out> ·{" "}
        <a
          href={
            API_ORIGIN + addressOf("/v1/groups/{group}", { path: { group: group.id }, query: { known_at } })
          }
        >
          Record of the API
        </a>
      </p>
      <div class="fields">
        <DayField label="Members on" name="date" url={url} />
      </div>
      <Panel title="Members" address={address} csv file={["destinations", group.id, date || today()]}>
        <Shown answer={answer} what="members">
          {(list) => (
            <PlaceTable
              items={list.items}
              caption={`${plural(list.items.length, "place")} on ${spoken(list.meta.date ?? "")}, as recorded by this data set`}
              knownAt={known_at}
            />
          )}
        </Shown>
      </Panel>
    </>
  );
}
