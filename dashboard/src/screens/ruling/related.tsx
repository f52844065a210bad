// Whom a ruling catches, what is in doubt about it, and what happened around it.
import type { Schemas } from "../../api/client";
import { dataOf, useGet } from "../../api/use";
import { spoken, today } from "../../dates";
import { Panel } from "../../ui/panel";
import { Empty } from "../../ui/states";
import { pageOf } from "../../ui/titled";
import { carried, link, type UrlState } from "../../url";
import { plural } from "../../words";

type Ruling = Schemas["RulingItem"];

function Chips({ chips, url }: { chips: readonly Schemas["Named"][]; url: UrlState }) {
  const kept = carried(url.state, "date");
  return (
    <ul class="ruling-chips">
      {chips.map(({ id, name }) => (
        <li key={id}>
          <a href={link(`/chips/${id}`, kept)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** Folded where it would push everything else off the screen. */
const FEW = 12;

interface CaughtProps {
  ruling: Ruling;
  url: UrlState;
  address: string;
  day: string;
}

export function Caught({ ruling, url, address, day }: CaughtProps) {
  const { chips_caught, chips_perhaps_caught } = ruling;
  const all = [
    { title: "caught", chips: chips_caught },
    { title: "caught or not: a fact that is not published decides", chips: chips_perhaps_caught },
  ].filter(({ chips }) => chips.length > 0);
  const rows = [
    ...chips_caught.map(({ id, name }) => [id, name, "caught"]),
    ...chips_perhaps_caught.map(({ id, name }) => [id, name, "perhaps"]),
  ];
  return (
    <Panel
      title="Chips it catches"
      address={address}
      csv={{ columns: ["chip", "name", "caught"], rows }}
      file={["ruling", ruling.id, "chips", day]}
    >
      <p class="small">
        Those that a provision in force on {spoken(day)} names, holds for, or reaches by their classification.
      </p>
      {all.length === 0 && <Empty>None, on that day.</Empty>}
      {all.map(({ title, chips }) => (
        <details key={title} open={chips.length <= FEW}>
          <summary>
            {plural(chips.length, "chip")} {title}
          </summary>
          <Chips chips={chips} url={url} />
        </details>
      ))}
    </Panel>
  );
}

/** Known doubts of the data set that name the ruling. */
export function Doubts({ ruling, knownAt }: { ruling: Ruling; knownAt: string | undefined }) {
  const service = dataOf(useGet("/v1", { query: { known_at: knownAt } }));
  const doubts = service?.doubts.filter(({ about }) => about.rulings.includes(ruling.id)) ?? [];
  if (doubts.length === 0) return null;
  return (
    <Panel title="What is in doubt" address="/v1">
      {doubts.map(({ id, text }) => (
        <p key={id} class="doubt">
          {text}
        </p>
      ))}
    </Panel>
  );
}

export function RulingEvents({ ruling, url }: { ruling: Ruling; url: UrlState }) {
  const rows = ruling.events.map(({ id, date, headline }) => [date, headline, id]);
  return (
    <Panel
      title="Events that name it"
      address={link("/v1/events", { rulings: ruling.id, known_at: url.state.known_at })}
      csv={{ columns: ["date", "headline", "id"], rows }}
      file={["ruling", ruling.id, "events", today()]}
    >
      {ruling.events.length === 0 && <Empty>No event names it.</Empty>}
      <ul class="chip-events">
        {ruling.events.map(({ id, date, headline }) => (
          <li key={id}>
            <time dateTime={date}>{date}</time>{" "}
            <a href={pageOf("event", id, url.state.known_at)}>{headline}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
