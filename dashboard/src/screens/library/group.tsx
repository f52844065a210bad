// A country group: what it is, and who belongs to it on the day.
import { type Asked, addressOf, getAll, type Query, type Schemas } from "../../api/client";
import { useAnswer } from "../../api/use";
import { spoken, today } from "../../dates";
import { DayField } from "../../ui/fields";
import { Panel } from "../../ui/panel";
import { Out } from "../../ui/sources";
import { Shown } from "../../ui/states";
import { link, useUrlState } from "../../url";
import { plural } from "../../words";
import { PlaceTable } from "../destinations";

export function GroupPage({ group }: { group: Schemas["Group"] }) {
  const url = useUrlState();
  const { date, known_at } = url.state;
  const query = { group: group.id, date, known_at } as unknown as Query<"/v1/destinations">;
  const address = addressOf("/v1/destinations", { query } as Asked<"/v1/destinations">);
  const answer = useAnswer(`${address} all`, (signal) => getAll("/v1/destinations", query, signal));
  return (
    <>
      <h1>
        {group.id}: {group.name}
      </h1>
      <p class="lib-lead">{group.description}</p>
      <p>
        <Out url={group.source}>Source</Out> ·{" "}
        <a href={link(`/v1/groups/${group.id}`, { known_at })}>Record of the API</a>
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
