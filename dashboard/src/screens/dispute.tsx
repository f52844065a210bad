// One dispute: the question, and all positions side by side. The order is the record's and says nothing about which is right.
import { useRoute } from "preact-iso/router";
import type { Schemas } from "../api/client";
import { dataOf, useGet } from "../api/use";
import { Panel } from "../ui/panel";
import { Out } from "../ui/sources";
import { Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { link, useUrlState } from "../url";

function Position({ position, knownAt }: { position: Schemas["Position"]; knownAt: string | undefined }) {
  return (
    <li class="lib-position">
      <h3>{position.value}</h3>
      <h4>Sources</h4>
      <ul>
        {position.sources.map((source) => (
          <li key={source}>
            <Out url={source}>{source}</Out>
          </li>
        ))}
      </ul>
      {position.event_ids.length > 0 && (
        <>
          <h4>Events</h4>
          <ul>
            {position.event_ids.map((id) => (
              <li key={id}>
                <a href={pageOf("event", id, knownAt)}>{id}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function Told({ dispute, knownAt }: { dispute: Schemas["Dispute"]; knownAt: string | undefined }) {
  return (
    <>
      <h1>{dispute.question}</h1>
      <p>
        About <a href={link("/search", { q: dispute.about, known_at: knownAt })}>{dispute.about}</a>. This
        data set takes none of these positions.
      </p>
      <Panel title="Positions" address={link(`/v1/disputes/${dispute.id}`, { known_at: knownAt })}>
        <ul class="lib-positions">
          {dispute.positions.map((position, i) => (
            <Position key={i} position={position} knownAt={knownAt} />
          ))}
        </ul>
        {dispute.note && <p class="note">{dispute.note}</p>}
      </Panel>
      <p>
        <a href={link("/disputes", { about: dispute.about, known_at: knownAt })}>
          All disputes about {dispute.about}
        </a>
      </p>
    </>
  );
}

export default function Dispute() {
  const { params } = useRoute();
  const { known_at } = useUrlState().state;
  const query = { known_at };
  const answer = useGet("/v1/disputes/{dispute}", { path: { dispute: params.id ?? "" }, query });
  const told = dataOf(answer);
  useTitle(told ? told.question : "Dispute");
  return (
    <div class="screen">
      {!told && <h1>Dispute</h1>}
      <Shown answer={answer} what="the dispute">
        {(dispute) => <Told dispute={dispute} knownAt={known_at} />}
      </Shown>
    </div>
  );
}
