// How far the data can be relied on today: where the banner at the top of every page leads.
import type { Document, Schemas } from "../../api/client";
import { spoken } from "../../dates";
import { Panel } from "../../ui/panel";
import { provisionPage, RulingLink } from "../../ui/titled";
import { capital, plain } from "../../words";

type Lapsed = Schemas["LapsedRuling"];

function LapsedOf({ lapsed, knownAt }: { lapsed: Lapsed; knownAt: string | undefined }) {
  return (
    <li>
      <RulingLink ruling={lapsed} knownAt={knownAt} />, verified through {lapsed.verified_through}; provision{" "}
      {lapsed.provisions.map((id, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <a href={provisionPage(id, knownAt)}>{id}</a>
        </span>
      ))}
    </li>
  );
}

function Checks({ ready }: { ready: Schemas["Readiness"] }) {
  return (
    <ul class="checks">
      {ready.checks.map(({ name, status, text }) => (
        <li key={name} class={`check check-${status}`}>
          <strong>
            {status === "ok" ? "✓" : "!"} {capital(plain(name))}
          </strong>
          <span class="heard">{status === "ok" ? ", in order" : ", look"}</span>: {text}
        </li>
      ))}
    </ul>
  );
}

export interface CurrencyProps {
  ready: Schemas["Readiness"] | undefined;
  /** The state of all answers today. */
  now: Document<"/v1/matrix"> | undefined;
  knownAt: string | undefined;
}

export function Currency({ ready, now, knownAt }: CurrencyProps) {
  const verified = now?.meta.verified_through;
  return (
    <Panel title="How current it is" id="currency" address="/readyz">
      {verified && (
        <p>
          The state of the rulings was checked through <strong>{spoken(verified)}</strong>: that is the
          earliest of the days to which each operative ruling was checked.{" "}
          {now.projected &&
            `Today, ${spoken(now.meta.date ?? "")}, lies after it. An answer for today takes it that nothing happened since but what was fixed by date before.`}
        </p>
      )}
      {ready?.checks && <Checks ready={ready} />}
      {now && now.lapsed_unverified.length > 0 && (
        <>
          <h3>Ended by the calendar, and not checked since</h3>
          <p>
            A provision, or a suspension of one, came to its printed end after it was last checked. Whether it
            was prolonged is not recorded. Answers that could turn on it say so; ask a primary source before
            relying on them.
          </p>
          <ul>
            {now.lapsed_unverified.map((lapsed) => (
              <LapsedOf key={lapsed.id} lapsed={lapsed} knownAt={knownAt} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
