// The places that rulings speak of, with the country groups that decide for them on a day.
import { addressOf } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { dataOf, useGet } from "../api/use";
import { spoken, today } from "../dates";
import { DayField } from "../ui/fields";
import { Choice, Written } from "../ui/filter";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { PlaceTable } from "../ui/places";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { useUrlState } from "../url";

export default function Destinations() {
  useTitle("Destinations");
  const url = useUrlState();
  const { q, group, region, date, known_at } = url.state;
  const filter = region ? { region } : undefined;
  const query = {
    q: q || undefined,
    group,
    date,
    known_at,
    limit: 100,
    facets: "region",
    filter,
  };
  const answer = usePages("/v1/destinations", query, pagesOf(url.state));
  const groups = dataOf(useGet("/v1/groups", { query: { known_at, limit: 200 } }));
  const at = (more: object) => addressOf("/v1/destinations", { query: { ...query, ...more } });
  const regions = dataOf(answer)?.facets.region;
  return (
    <div class="screen">
      <h1>Destinations</h1>
      <div class="fields">
        <Written label="Name or code" name="q" url={url} />
        <Choice
          label="Country group"
          name="group"
          url={url}
          values={groups?.items.map(({ id }) => ({ value: id ?? "" }))}
        />
        <Choice label="Region" name="region" url={url} values={regions} />
        <DayField label="Groups as on" name="date" url={url} />
      </div>
      <Panel
        title="Places"
        address={at({})}
        csv
        file={["destinations", url.state.group, url.state.date || today()]}
      >
        <Shown answer={answer} what="destinations">
          {(list) =>
            list.items.length === 0 ? (
              <Empty>No place is recorded that fits all of these.</Empty>
            ) : (
              <>
                <PlaceTable
                  items={list.items}
                  caption={`With their groups on ${spoken(list.meta.date ?? "")}, as recorded by this data set`}
                  knownAt={known_at}
                />
                <More list={list} one="place" url={url} />
              </>
            )
          }
        </Shown>
      </Panel>
      {groups && (
        <Panel title="Country groups" address={addressOf("/v1/groups", {})} csv file={["groups", today()]}>
          <ul class="lib-list">
            {groups.items.map((one) => (
              <li key={one.id}>
                <a href={pageOf("group", one.id ?? "", known_at)}>
                  <strong>{one.id}</strong> {one.name}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
