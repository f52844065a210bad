// The places that rulings speak of, with the country groups that decide for them on a day.
import { type Asked, addressOf, type Query, type Schemas } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { dataOf, useGet } from "../api/use";
import { spoken, today } from "../dates";
import { DayField } from "../ui/fields";
import { Choice, Written } from "../ui/filter";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { useUrlState } from "../url";

type Place = Schemas["DestinationFields"];

export function GroupLinks({ groups, knownAt }: { groups: string[]; knownAt: string | undefined }) {
  return (
    <span class="lib-groups">
      {groups.map((group) => (
        <a key={group} href={pageOf("group", group, knownAt)}>
          {group}
        </a>
      ))}
    </span>
  );
}

export function PlaceTable({
  items,
  caption,
  knownAt,
}: {
  items: Place[];
  caption: string;
  knownAt: string | undefined;
}) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Code</th>
            <th scope="col">Region</th>
            <th scope="col">Groups on the date</th>
          </tr>
        </thead>
        <tbody>
          {items.map((place) => (
            <tr key={place.code}>
              <th scope="row">
                <a href={pageOf("destination", place.code ?? "", knownAt)}>{place.name}</a>
              </th>
              <td>{place.code}</td>
              <td>{place.subregion ?? place.region}</td>
              <td>
                <GroupLinks groups={place.groups_on_date ?? []} knownAt={knownAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

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
  } as unknown as Query<"/v1/destinations">;
  const answer = usePages("/v1/destinations", query, pagesOf(url.state));
  const groups = dataOf(
    useGet("/v1/groups", { query: { known_at, limit: 200 } as unknown as Query<"/v1/groups"> }),
  );
  const at = (more: object) =>
    addressOf("/v1/destinations", { query: { ...query, ...more } } as Asked<"/v1/destinations">);
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
