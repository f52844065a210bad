// Places with the country groups that decide for them.
import type { Schemas } from "../api/client";
import { pageOf } from "./titled";

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
