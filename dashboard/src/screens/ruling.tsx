// A ruling: what it says and where that stands, its provisions in words, whom it catches, and what would be without it.
import { type Asked, addressOf, type Schemas } from "../api/client";
import { useGet } from "../api/use";
import { addDays, isDay, spoken, today } from "../dates";
import { DayField, KnownAtField } from "../ui/fields";
import { Panel } from "../ui/panel";
import { Confidence, Out } from "../ui/sources";
import { StateBadge } from "../ui/state";
import { Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { RulingLinks } from "../ui/titled";
import { carried, link, type UrlState, useUrlState } from "../url";
import { capital, plain } from "../words";
import { Provisions } from "./ruling/provisions";
import { Caught, Doubts, RulingEvents } from "./ruling/related";
import { useRulingTitles } from "./ruling/titles";
import { Without } from "./ruling/without";

type Ruling = Schemas["RulingItem"];

function Head({ ruling, day }: { ruling: Ruling; day: string }) {
  return (
    <>
      <h1>{ruling.title}</h1>
      <p class="ruling-head">
        <StateBadge state={ruling.state} />
        <span>
          on {spoken(day)}, as recorded by this data set
          {ruling.standing !== "operative" && `; ${ruling.standing}, so that it decides nothing`}
        </span>
      </p>
    </>
  );
}

function Facts({ ruling }: { ruling: Ruling }) {
  const day = (value: string | null, otherwise: string) => (value ? spoken(value) : otherwise);
  const facts: [string, string][] = [
    ["Issued by", `${ruling.issuer} (${ruling.jurisdiction})`],
    ["Form", capital(plain(ruling.kind))],
    ["Standing", capital(ruling.standing)],
    ["Announced", day(ruling.announced_on, "not known")],
    ["Published", day(ruling.published_on, "no official publication recorded")],
    [
      "Effective from",
      day(ruling.effective_from, ruling.standing === "operative" ? "always" : "no day recorded"),
    ],
    ["Effective until", day(ruling.effective_until, "open")],
    ["Verified through", day(ruling.verified_through, "not known")],
  ];
  return (
    <dl class="facts">
      {facts.flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}
      <dt>Record</dt>
      <dd>
        <Confidence level={ruling.confidence} /> data version {ruling.revision}
      </dd>
    </dl>
  );
}

/** What it did to others and others to it; only what there is. */
function Relations({ ruling, knownAt }: { ruling: Ruling; knownAt: string | undefined }) {
  const titles = useRulingTitles(knownAt);
  const titled = (ids: string[]) => ids.map((id) => ({ id, title: titles.get(id) ?? id }));
  const relations: [string, Schemas["Titled"][]][] = [
    ["Changes", titled(ruling.amends)],
    ["Replaces", titled(ruling.supersedes)],
    ["Suspends", titled(ruling.suspends)],
    ["Changed by", ruling.amended_by],
    ["Replaced by", ruling.superseded_by],
    ["Suspended by", ruling.suspended_by],
  ];
  const there = relations.filter(([, rulings]) => rulings.length > 0);
  if (there.length === 0) return null;
  return (
    <dl class="facts">
      {there.flatMap(([name, rulings]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} is`}>
          <RulingLinks rulings={rulings} knownAt={knownAt} />
        </dd>,
      ])}
    </dl>
  );
}

function Citations({ ruling }: { ruling: Ruling }) {
  return (
    <>
      {ruling.citations.length > 0 && (
        <>
          <h3>Where it stands</h3>
          <ul>
            {ruling.citations.map(({ text, url }) => (
              <li key={text}>
                <Out url={url}>{text}</Out>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Sources</h3>
      <ul>
        {ruling.sources.map(({ title, publisher, published_on, url }) => (
          <li key={title}>
            <Out url={url}>{title}</Out>
            <span class="small">
              {" "}
              {publisher}
              {published_on && `, ${spoken(published_on)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The other screens around the day on which it began. */
function Elsewhere({ ruling, url }: { ruling: Ruling; url: UrlState }) {
  const from = ruling.effective_from;
  if (!from) return null;
  const kept = carried(url.state);
  return (
    <p class="chip-elsewhere">
      <a href={link("/lines", { ...kept, date: from })}>Lines on its first day</a>
      <a href={link("/diff", { known_at: url.state.known_at, from: addDays(from, -1), to: from })}>
        What changed on its first day
      </a>
    </p>
  );
}

interface PageProps {
  ruling: Ruling;
  url: UrlState;
  address: string;
  day: string;
}

function Page({ ruling, url, address, day }: PageProps) {
  const { known_at } = url.state;
  useTitle(ruling.title);
  return (
    <>
      <Head ruling={ruling} day={day} />
      <Elsewhere ruling={ruling} url={url} />
      <div class="fields">
        <DayField label="On" name="date" url={url} />
        <KnownAtField url={url} />
      </div>
      <Panel title="The ruling" address={address} file={["ruling", ruling.id]}>
        <p class="ruling-summary">{ruling.summary}</p>
        {ruling.notes && <p class="note">{ruling.notes}</p>}
        <div class="pages-columns">
          <Facts ruling={ruling} />
          <div>
            <Citations ruling={ruling} />
          </div>
        </div>
        <Relations ruling={ruling} knownAt={known_at} />
      </Panel>
      <Without ruling={ruling} url={url} day={day} />
      <Provisions ruling={ruling} address={address} url={url} />
      <Caught ruling={ruling} url={url} address={address} day={day} />
      <Doubts ruling={ruling} knownAt={known_at} />
      <RulingEvents ruling={ruling} url={url} />
    </>
  );
}

/** The day that the API takes for what the address says. */
function dayAsked(date: string | undefined): string {
  return date && isDay(date) ? date : today();
}

export default function Ruling({ id }: { id: string }) {
  const url = useUrlState();
  const { date, known_at } = url.state;
  const asked: Asked<"/v1/rulings/{ruling}"> = { path: { ruling: id }, query: { date, known_at } };
  const answer = useGet("/v1/rulings/{ruling}", asked);
  useTitle("Ruling");
  return (
    <div class="screen">
      {!("data" in answer && answer.data) && <h1>Ruling</h1>}
      <Shown answer={answer} what="the ruling">
        {(ruling) => (
          <Page
            ruling={ruling}
            url={url}
            address={addressOf("/v1/rulings/{ruling}", asked)}
            day={dayAsked(date)}
          />
        )}
      </Shown>
    </div>
  );
}
