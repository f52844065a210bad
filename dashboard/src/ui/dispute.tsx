// Disputes as disputes: the question, and every answer that was given to it, none of them taken.
import { addressOf, getAll, type Schemas } from "../api/client";
import { useAnswer } from "../api/use";
import { today } from "../dates";
import { Panel } from "./panel";
import { Out } from "./sources";
import { Empty, Shown } from "./states";
import { pageOf } from "./titled";

type Dispute = Schemas["DisputeFields"];
type Position = NonNullable<Dispute["positions"]>[number];

function siteOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/i.exec(url)?.[1] ?? url;
}

function Position({ position, knownAt }: { position: Position; knownAt?: string | undefined }) {
  return (
    <li>
      <p class="dispute-value">{position.value}</p>
      <p class="small">
        {position.sources.map((source, i) => (
          <span key={source}>
            {i > 0 && " · "}
            <Out url={source}>{siteOf(source)}</Out>
          </span>
        ))}
        {position.event_ids.map((id) => (
          <span key={id}>
            {" · "}
            <a href={pageOf("event", id, knownAt)}>event {id}</a>
          </span>
        ))}
      </p>
    </li>
  );
}

export function DisputeView({ dispute, knownAt }: { dispute: Dispute; knownAt?: string | undefined }) {
  return (
    <article class="dispute">
      <h3>
        <a href={pageOf("dispute", dispute.id ?? "", knownAt)}>{dispute.question}</a>
      </h3>
      <ul class="dispute-positions">
        {dispute.positions?.map((position, i) => (
          <Position key={i} position={position} knownAt={knownAt} />
        ))}
      </ul>
      {dispute.note && <p class="note small">{dispute.note}</p>}
    </article>
  );
}

/** The disputes about one of some things, named by id and separated by commas. */
export function Disputes({ about, knownAt }: { about: string; knownAt?: string | undefined }) {
  const query = { known_at: knownAt, filter: { about } };
  const address = addressOf("/v1/disputes", { query });
  const answer = useAnswer(address, (signal) => getAll("/v1/disputes", query, signal));
  return (
    <Panel title="What is disputed" address={address} csv file={["disputes", about, today()]}>
      <Shown answer={answer} what="disputes">
        {({ items }) =>
          items.length > 0 ? (
            <div class="disputes">
              {items.map((dispute) => (
                <DisputeView key={dispute.id} dispute={dispute} knownAt={knownAt} />
              ))}
            </div>
          ) : (
            <Empty>No dispute about it is recorded.</Empty>
          )
        }
      </Shown>
    </Panel>
  );
}
