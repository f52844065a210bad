// The answer, from its one sentence down to its receipt.
import type { Schemas } from "../../api/client";
import { type Answer, dataOf, useGet } from "../../api/use";
import { spoken } from "../../dates";
import { pageOf } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import { carried, link, type UrlState } from "../../url";
import { verdict } from "../../words";
import { Flips } from "./flips";
import { Understood } from "./form";
import { Caveats, Currency, Doubts, Missing, Pending } from "./ground";
import { CouldBe, LegPanel } from "./leg";
import { ReceiptPanel } from "./panel";
import { agreement, type Decision, latestOf, sentence } from "./question";
import { heading } from "./receipt";
import { Steps } from "./steps";

/** What the data set says now, where the question goes to an earlier state of it. */
function Today({ decision, url }: { decision: Decision; url: UrlState }) {
  const query = url.state.known_at ? latestOf(url.state, decision) : null;
  const latest = dataOf(useGet("/v1/eligibility", query && { query }));
  if (!latest || latest.currency.data_version === decision.currency.data_version) return null;
  const how = agreement(decision, latest);
  const now = link(url.path, { ...url.state, known_at: "", date: decision.question.date });
  return (
    <p class={`today ${how === "other" ? "doubt" : "note"}`}>
      This is what was known at data version {decision.currency.data_version}.{" "}
      {how === "same" && (
        <>
          <a href={now}>Today</a>, at data version {latest.currency.data_version}, this data set says the
          same.
        </>
      )}
      {how === "same outcome" && (
        <>
          <a href={now}>Today</a>, at data version {latest.currency.data_version}, the outcome is the same, on
          other grounds, conditions or doubts.
        </>
      )}
      {how === "other" && (
        <>
          <a href={now}>Today this data set says</a> (data version {latest.currency.data_version}):{" "}
          <strong>{verdict(latest.outcome).words}</strong>.
        </>
      )}
    </p>
  );
}

function Verdict(props: { decision: Decision; url: UrlState; history: Answer<Schemas["History"]> }) {
  const { decision, url, history } = props;
  const [lead, rest] = sentence(decision);
  return (
    <section class={`panel answer tone-${verdict(decision.outcome).tone}`} aria-label="Answer">
      <h2>
        {heading(decision)} <span class="answer-day">{spoken(decision.question.date)}</span>
      </h2>
      <p class="answer-badge">
        <Badge code={decision.outcome} large />
      </p>
      {decision.possible.length > 1 && <CouldBe possible={decision.possible} />}
      <div class="answer-text">
        <p class="sentence">
          <strong>{lead}</strong>
          {rest}
        </p>
        <div class="answer-side">
          <Understood decision={decision} />
          <Currency decision={decision} />
          <Today decision={decision} url={url} />
        </div>
      </div>
      <Flips url={url} history={history} date={decision.question.date} />
    </section>
  );
}

function Onward({ decision, url }: { decision: Decision; url: UrlState }) {
  const { question, matched } = decision;
  const state = { ...carried(url.state), date: question.date };
  const knownAt = url.state.known_at;
  return (
    <nav class="onward" aria-label="Further on this answer">
      <ul>
        <li>
          <a href={link("/history", carried(url.state))}>The timeline of this answer</a>
        </li>
        {matched.chip && (
          <>
            <li>
              <a href={link("/matrix", { ...state, chip: "", destination: "", chips: matched.chip.id })}>
                {matched.chip.name} in the Matrix on this day
              </a>
            </li>
            <li>
              <a href={pageOf("chip", matched.chip.id, knownAt)}>
                {matched.chip.name}: figures and sources, and what if one were another
              </a>
            </li>
          </>
        )}
        <li>
          <a href={pageOf("destination", matched.destination.id, knownAt)}>
            {matched.destination.name}: country groups and treatment
          </a>
        </li>
      </ul>
    </nav>
  );
}

export function AnswerView(props: {
  decision: Decision;
  url: UrlState;
  history: Answer<Schemas["History"]>;
}) {
  const { decision, url, history } = props;
  return (
    <>
      <Verdict decision={decision} url={url} history={history} />
      <div class="legs">
        {decision.legs.map((leg) => (
          <LegPanel key={`${leg.side} ${leg.jurisdiction}`} leg={leg} decision={decision} url={url} />
        ))}
      </div>
      <Missing decision={decision} url={url} />
      <Caveats decision={decision} url={url} />
      <div class="legs">
        <Pending decision={decision} url={url} />
        <Doubts decision={decision} url={url} />
      </div>
      <Steps url={url} />
      <ReceiptPanel decision={decision} />
      <Onward decision={decision} url={url} />
    </>
  );
}
