// What happened, was said and was reported: by date, narrowed by what it is about, and to be followed as a feed.
import { API_ORIGIN, addressOf, type Schemas } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { today } from "../dates";
import { Combo } from "../ui/combo";
import { DayField } from "../ui/fields";
import { Choice, Written } from "../ui/filter";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { Confidence } from "../ui/sources";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { dated, grouped, monthOf } from "../ui/when";
import { type UrlState, useUrlState } from "../url";
import { capital, plain } from "../words";

const FILTERS = ["category", "reliability", "countries", "organizations", "people", "date.gte", "date.lt"];
const FACETS = "category,reliability,countries";
const PAGE = 50;

type EventItem = Schemas["EventFields"];

function Filters({
  url,
  facets,
}: {
  url: UrlState;
  facets: Record<string, Schemas["FacetCount"][]> | undefined;
}) {
  return (
    <div class="fields" role="group" aria-label="Narrow the list">
      <Written label="Words" name="q" url={url} />
      <Combo
        label="Chip"
        kind="chip"
        placeholder="any chip"
        value={url.state.chip ?? ""}
        knownAt={url.state.known_at}
        onChoose={(chip) => url.change({ chip, view_pages: null })}
      />
      <Choice label="Category" name="category" url={url} values={facets?.category} />
      <Choice label="Reliability" name="reliability" url={url} values={facets?.reliability} />
      <Choice label="Country" name="countries" url={url} values={facets?.countries} />
      <DayField label="From" name="date.gte" url={url} otherwise="" />
      <DayField label="Before" name="date.lt" url={url} otherwise="" />
    </div>
  );
}

export function EventLine({ event, knownAt }: { event: EventItem; knownAt: string | undefined }) {
  return (
    <li class="lib-event">
      <span class="lib-date">{dated(event.date ?? "", event.date_precision ?? "day")}</span>
      <div>
        <a href={pageOf("event", event.id ?? "", knownAt)}>{event.headline}</a>
        <p class="small">
          {capital(plain(event.category ?? ""))} · {plain(event.reliability ?? "")} ·{" "}
          <Confidence level={event.confidence ?? ""} />
        </p>
      </div>
    </li>
  );
}

function ByMonth({ items, knownAt }: { items: EventItem[]; knownAt: string | undefined }) {
  return (
    <>
      {grouped(items, (event) => monthOf(event.date ?? "")).map((month) => (
        <section key={month.name}>
          <h3 class="lib-month">{month.name}</h3>
          <ul class="lib-list">
            {month.items.map((event) => (
              <EventLine key={event.id} event={event} knownAt={knownAt} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export default function Events() {
  useTitle("Events");
  const url = useUrlState();
  const { q, chip, known_at, sort } = url.state;
  const filter = Object.fromEntries(
    FILTERS.flatMap((name) => (url.state[name] ? [[name, url.state[name]]] : [])),
  );
  // The contract types each filter by its values, and the address may hold any.
  const query = {
    q: q || undefined,
    chip,
    known_at,
    sort,
    limit: PAGE,
    facets: FACETS,
    filter,
  };
  const as = (more: object) => addressOf("/v1/events", { query: { ...query, facets: undefined, ...more } });
  const answer = usePages("/v1/events", query, pagesOf(url.state));
  const facets =
    "data" in answer ? (answer.data?.facets as Record<string, Schemas["FacetCount"][]>) : undefined;
  return (
    <div class="screen">
      <h1>Events</h1>
      <p>What happened, was said and was reported. What a person claims is kept as that person's claim.</p>
      <Filters url={url} facets={facets} />
      <Panel
        title="Recorded events"
        address={addressOf("/v1/events", { query })}
        csv
        file={["events", q, chip, today()]}
        tools={
          <a class="tool" href={API_ORIGIN + as({ format: "atom" })}>
            Atom feed
          </a>
        }
      >
        <Shown answer={answer} what="events">
          {(list) =>
            list.items.length === 0 ? (
              <Empty>No event is recorded that fits all of these.</Empty>
            ) : (
              <>
                <ByMonth items={list.items} knownAt={known_at} />
                <More list={list} one="event" url={url} />
              </>
            )
          }
        </Shown>
      </Panel>
    </div>
  );
}
