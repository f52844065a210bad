// One event: what is recorded of it, who claims what, where it comes from, and what is disputed about it.
import { useRoute } from "preact-iso/router";
import { addressOf, getAll, type Schemas } from "../api/client";
import { dataOf, useAnswer, useGet } from "../api/use";
import { DisputeView } from "../ui/dispute";
import { Panel } from "../ui/panel";
import { Confidence, Out } from "../ui/sources";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { dated } from "../ui/when";
import { link, useUrlState } from "../url";
import { capital, plain } from "../words";
import { Claims } from "./event/claims";

type EventDocument = Schemas["Event"];
const NEIGHBOURS = 3;

function Ids({ kind, ids, knownAt }: { kind: string; ids: string[]; knownAt: string | undefined }) {
  return (
    <>
      {ids.map((id, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <a href={pageOf(kind, id, knownAt)}>{id}</a>
        </span>
      ))}
    </>
  );
}

/** Names that the list of events can be narrowed to. */
function Narrowed({ parameter, names }: { parameter: string; names: string[] }) {
  return (
    <>
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 && ", "}
          <a href={link("/events", { [parameter]: name })}>{name}</a>
        </span>
      ))}
    </>
  );
}

function Facts({ event, knownAt }: { event: EventDocument; knownAt: string | undefined }) {
  const known = event.date_precision === "day" ? "" : ` (known to the ${event.date_precision})`;
  const rows: [string, preact.ComponentChildren, boolean][] = [
    ["Date", `${dated(event.date, event.date_precision)}${known}`, true],
    ["Category", capital(plain(event.category)), true],
    ["Rests on", `${capital(plain(event.reliability))} source`, true],
    ["Record", <Confidence key="confidence" level={event.confidence} />, true],
    ["Chips", <Ids key="chips" kind="chip" ids={event.chips} knownAt={knownAt} />, event.chips.length > 0],
    [
      "Rulings",
      <Ids key="rulings" kind="ruling" ids={event.rulings} knownAt={knownAt} />,
      event.rulings.length > 0,
    ],
    [
      "Countries",
      <Ids key="countries" kind="destination" ids={event.countries} knownAt={knownAt} />,
      event.countries.length > 0,
    ],
    [
      "Organizations",
      <Narrowed key="organizations" parameter="organizations" names={event.organizations} />,
      event.organizations.length > 0,
    ],
    ["People", <Narrowed key="people" parameter="people" names={event.people} />, event.people.length > 0],
  ];
  return (
    <dl class="facts lib-facts">
      {rows.map(([name, value, told]) =>
        told ? (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}

function EventSources({ sources }: { sources: EventDocument["sources"] }) {
  return (
    <ul class="lib-list">
      {sources.map((source, i) => (
        <li key={i}>
          <Out url={source.url}>{source.title}</Out>
          <p class="small">
            {source.publisher}
            {source.published_on && `, ${source.published_on}`}
            {source.language !== "en" && ` (in ${source.language})`}
            {!source.url && " · no address recorded"}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A position names the events that it rests on; the API has no parameter for it, so all disputes are read. */
function CitedBy({ event, knownAt }: { event: string; knownAt: string | undefined }) {
  const query = { known_at: knownAt };
  const address = addressOf("/v1/disputes", { query });
  const answer = useAnswer(`${address} all`, (signal) => getAll("/v1/disputes", query, signal));
  const cites = (dispute: Schemas["DisputeFields"]) =>
    dispute.positions?.some((position) => position.event_ids.includes(event));
  return (
    <Shown answer={answer} what="disputes">
      {({ items }) => {
        const citing = items.filter(cites);
        if (citing.length === 0) return null;
        return (
          <Panel title="Disputed" address={address} csv file={["disputes", event]}>
            <div class="disputes">
              {citing.map((dispute) => (
                <DisputeView key={dispute.id} dispute={dispute} knownAt={knownAt} />
              ))}
            </div>
          </Panel>
        );
      }}
    </Shown>
  );
}

function Side({
  event,
  chip,
  after,
  knownAt,
}: {
  event: EventDocument;
  chip: string;
  after: boolean;
  knownAt: string | undefined;
}) {
  const query = {
    chip,
    known_at: knownAt,
    limit: NEIGHBOURS + 1,
    sort: after ? "date" : "-date",
    fields: "id,headline,date,date_precision",
    filter: { [after ? "date.gt" : "date.lte"]: event.date },
  };
  const answer = useGet("/v1/events", { query });
  return (
    <div>
      <h3>{after ? "Then" : "Before"}</h3>
      <Shown answer={answer} what="events near it">
        {({ items }) => {
          const others = items.filter((item) => item.id !== event.id).slice(0, NEIGHBOURS);
          if (others.length === 0) return <Empty>None recorded.</Empty>;
          return (
            <ul class="lib-list">
              {others.map((item) => (
                <li key={item.id}>
                  <span class="small">{dated(item.date ?? "", item.date_precision ?? "day")}</span>{" "}
                  <a href={pageOf("event", item.id ?? "", knownAt)}>{item.headline}</a>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </div>
  );
}

function Told({ event, knownAt }: { event: EventDocument; knownAt: string | undefined }) {
  const chip = event.chips[0];
  const record = link(`/v1/events/${event.id}`, { known_at: knownAt });
  return (
    <>
      <h1>{event.headline}</h1>
      <p class="lib-lead">{event.summary}</p>
      <div class="lib-columns lib-columns-wide">
        <div>
          <Panel title="What is claimed, and by whom" address={record}>
            {event.claims.length > 0 ? (
              <Claims claims={event.claims} />
            ) : (
              <Empty>No claim is recorded.</Empty>
            )}
          </Panel>
          <CitedBy event={event.id} knownAt={knownAt} />
          {chip && (
            <Panel
              title={`Near it in time, for ${chip}`}
              address={link("/v1/events", { chip, known_at: knownAt })}
            >
              <div class="lib-two">
                <Side event={event} chip={chip} after={false} knownAt={knownAt} />
                <Side event={event} chip={chip} after knownAt={knownAt} />
              </div>
            </Panel>
          )}
        </div>
        <div>
          <Panel title="Record" address={record}>
            <Facts event={event} knownAt={knownAt} />
          </Panel>
          <Panel title="Sources" address={record}>
            <EventSources sources={event.sources} />
          </Panel>
        </div>
      </div>
    </>
  );
}

export default function Event() {
  const { params } = useRoute();
  const { known_at } = useUrlState().state;
  const id = params.id ?? "";
  const query = { known_at };
  const answer = useGet("/v1/events/{event}", { path: { event: id }, query });
  const told = dataOf(answer);
  useTitle(told ? told.headline : "Event");
  return (
    <div class="screen">
      {!told && <h1>Event</h1>}
      <Shown answer={answer} what="the event">
        {(event) => <Told event={event} knownAt={known_at} />}
      </Shown>
    </div>
  );
}
