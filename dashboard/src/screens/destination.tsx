// One place, with the groups that it belongs to and since when; or a country group, where the address names one.

import { useRoute } from "preact-iso/router";
import { get, type Schemas } from "../api/client";
import { dataOf, useAnswer } from "../api/use";
import type { Csv } from "../csv";
import { spoken, today } from "../dates";
import { DayField } from "../ui/fields";
import { Panel } from "../ui/panel";
import { GroupLinks } from "../ui/places";
import { Out } from "../ui/sources";
import { Span } from "../ui/state";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { link, useUrlState } from "../url";
import { GroupPage } from "./destination/group";

type Place = Schemas["Destination"];
type Found = { place: Place } | { group: Schemas["Group"] };
type State = Record<string, string>;

/** Ids of groups have a colon or are no code of two letters: the API says which it is, by whether it knows the group. */
async function find(id: string, state: State, signal: AbortSignal): Promise<Found> {
  const { date, known_at } = state;
  try {
    const query = { date, known_at };
    return {
      place: await get("/v1/destinations/{destination}", { path: { destination: id }, query }, signal),
    };
  } catch (cause) {
    const asked = { path: { group: id }, query: { known_at } };
    const group = await get("/v1/groups/{group}", asked, signal).catch(() => null);
    if (!group) throw cause;
    return { group };
  }
}

function Membership({ one, knownAt }: { one: Schemas["Membership"]; knownAt: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        <a href={pageOf("group", one.group, knownAt)}>{one.group}</a>
      </th>
      <td>
        {one.from || one.until ? <Span from={one.from} until={one.until} /> : "no beginning or end recorded"}
      </td>
      <td>
        <Out url={one.url}>{one.cite}</Out>
        {one.via && (
          <>
            {" "}
            (by way of <a href={pageOf("destination", one.via, knownAt)}>{one.via}</a>)
          </>
        )}
        {one.note && <p class="small">{one.note}</p>}
      </td>
    </tr>
  );
}

const MEMBERSHIP = ["group", "from", "until", "cite", "url", "via", "note"] as const;

function membershipsOf(place: Place): Csv {
  return {
    columns: ["destination", ...MEMBERSHIP],
    rows: place.groups.map((one) => [place.code, ...MEMBERSHIP.map((name) => one[name])]),
  };
}

function Names({ place, knownAt }: { place: Place; knownAt: string | undefined }) {
  return (
    <dl class="facts">
      <dt>Codes</dt>
      <dd>
        {[place.code, place.alpha3, place.numeric].filter(Boolean).join(" · ")}
        {place.iso === false && " (not listed by ISO 3166-1)"}
      </dd>
      <dt>Also called</dt>
      <dd>{place.aliases.length > 0 ? place.aliases.join("; ") : "no other name recorded"}</dd>
      <dt>Region</dt>
      <dd>{[place.region, place.subregion].filter(Boolean).join(", ")}</dd>
      {place.parent && (
        <>
          <dt>Belongs to</dt>
          <dd>
            <a href={pageOf("destination", place.parent, knownAt)}>{place.parent}</a>
          </dd>
        </>
      )}
      {place.treated_as.map((as) => (
        <>
          <dt>Treated as</dt>
          <dd>
            <a href={pageOf("destination", as.code, knownAt)}>{as.code}</a>{" "}
            {(as.from || as.until) && <Span from={as.from} until={as.until} />} ({as.cite})
          </dd>
        </>
      ))}
    </dl>
  );
}

function PlacePage({ place }: { place: Place }) {
  const url = useUrlState();
  const { date, known_at } = url.state;
  const at = { known_at, date };
  const one = { destination: place.code, date, known_at };
  return (
    <>
      <h1>{place.name}</h1>
      <nav aria-label={`More about ${place.name}`} class="lib-ways">
        <a href={link("/eligibility", { ...one, chip: url.state.chip })}>Check a chip</a>
        <a href={link("/matrix", { destinations: place.code, date, known_at })}>{place.name} in the Matrix</a>
        <a href={link("/rulings", one)}>Rulings that reach it</a>
      </nav>
      <div class="fields">
        <DayField label="Groups as on" name="date" url={url} />
      </div>
      <Panel title="The place" address={link(`/v1/destinations/${place.code}`, at)}>
        <p>
          On {spoken(date || today())}, as recorded by this data set, it belongs to{" "}
          {place.groups_on_date.length > 0 ? (
            <GroupLinks groups={place.groups_on_date} knownAt={known_at} />
          ) : (
            "no country group"
          )}
          .
        </p>
        <Names place={place} knownAt={known_at} />
        {place.notes?.map((note) => (
          <p class="note" key={note}>
            {note}
          </p>
        ))}
      </Panel>
      <Panel
        title="Country groups over time"
        address={link(`/v1/destinations/${place.code}`, at)}
        csv={membershipsOf(place)}
        file={["groups", place.code]}
      >
        {place.groups.length === 0 ? (
          <Empty>No membership is recorded.</Empty>
        ) : (
          <div class="table-frame" tabIndex={0} role="region" aria-label="Memberships">
            <table>
              <caption>Memberships with their days and where they are written</caption>
              <thead>
                <tr>
                  <th scope="col">Group</th>
                  <th scope="col">When</th>
                  <th scope="col">Cite</th>
                </tr>
              </thead>
              <tbody>
                {place.groups.map((membership, i) => (
                  <Membership key={i} one={membership} knownAt={known_at} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </>
  );
}

export default function Destination() {
  const { params } = useRoute();
  const { state } = useUrlState();
  const id = params.id ?? "";
  const key = link(`/destinations/${id}`, { date: state.date, known_at: state.known_at });
  const answer = useAnswer(key, (signal) => find(id, state, signal));
  const found = dataOf(answer);
  useTitle(
    !found ? "Destination" : "place" in found ? found.place.name : `${found.group.id}: ${found.group.name}`,
  );
  return (
    <div class="screen">
      {!found && <h1>Destination</h1>}
      <Shown answer={answer} what="the place">
        {(data) => ("place" in data ? <PlacePage place={data.place} /> : <GroupPage group={data.group} />)}
      </Shown>
    </div>
  );
}
