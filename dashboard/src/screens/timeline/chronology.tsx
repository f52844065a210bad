// The same as the picture, in words and links: every interval with what began it and what happened in it.
import { addressOf } from "../../api/client";
import { spoken } from "../../dates";
import { statusOf } from "../../law/answer";
import { Panel } from "../../ui/panel";
import { pageOf, RulingLinks } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import { carried, link, type State } from "../../url";
import { plain, plural, verdict } from "../../words";
import { historyAsked } from "./data";
import {
  type Change,
  changesOf,
  changeWords,
  chipAsked,
  chipName,
  type History,
  type Interval,
  type Leg,
  sideWords,
} from "./model";
import { chronologyCsv } from "./table";
import { stretchWords } from "./tell";

const EVENTS_SHOWN = 3;

export function entryId(chip: string, day: string): string {
  return `on-${day}-${chip}`;
}

function LegWords({ leg }: { leg: Leg }) {
  const notes = [
    leg.policy ? plain(leg.policy) : null,
    leg.side === "export" && leg.exception ? leg.exception.name : null,
    leg.side === "export" && leg.eccn ? `ECCN ${leg.eccn}${leg.eccn_uncertain ? " (uncertain)" : ""}` : null,
    statusOf(leg) === "unknown" ? `could be ${leg.possible.map(plain).join(" or ")}` : null,
    leg.conditions.length > 0 ? plural(leg.conditions.length, "condition") : null,
  ].filter(Boolean);
  return (
    <li>
      <span class="leg-side">{sideWords(leg)}</span> <Badge code={statusOf(leg)} />{" "}
      {notes.length > 0 && <span class="leg-notes">{notes.join(" · ")}</span>}
    </li>
  );
}

function EventList({ events, knownAt }: { events: Interval["events"]; knownAt: string | undefined }) {
  return (
    <ul class="event-list">
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.date}>{event.date}</time>{" "}
          <a href={pageOf("event", event.id, knownAt)}>{event.headline}</a>
        </li>
      ))}
    </ul>
  );
}

/** The first few at once, the rest when asked for. */
function Events({ events, knownAt }: { events: Interval["events"]; knownAt: string | undefined }) {
  const rest = events.slice(EVENTS_SHOWN);
  return (
    <>
      <EventList events={events.slice(0, EVENTS_SHOWN)} knownAt={knownAt} />
      {rest.length > 0 && (
        <details>
          <summary>{plural(rest.length, "more event")} in this time</summary>
          <EventList events={rest} knownAt={knownAt} />
        </details>
      )}
    </>
  );
}

const MARKS = {
  flip: "The day it flipped",
  terms: "A leg changed",
  grounds: "Grounds changed",
} as const;

interface EntryProps {
  history: History;
  interval: Interval;
  change: Change | undefined;
  state: State;
}

function Entry({ history, interval, change, state }: EntryProps) {
  const { chip } = history.question;
  const knownAt = state.known_at;
  const check = link("/eligibility", { ...carried(state), chip, date: interval.from });
  return (
    <li id={entryId(chip, interval.from)} class={`entry entry-${change?.weight ?? "first"}`}>
      <h3>
        <time dateTime={interval.from}>{spoken(interval.from)}</time>{" "}
        {change && <span class="entry-mark">{MARKS[change.weight]}</span>}
      </h3>
      {change && change.weight !== "grounds" && <p class="entry-change">{changeWords(change)}.</p>}
      <p class="small">
        In all: {verdict(interval.outcome).words.toLowerCase()}, {stretchWords(interval.from, interval.until)}
        .{interval.projected && " Projected: it begins after the last day that was verified."}
        {interval.before_coverage && " Before this data set begins."}{" "}
        <a href={check}>Check on {interval.from}</a>
      </p>
      {!interval.before_coverage && (
        <ul class="entry-legs">
          {interval.legs.map((leg) => (
            <LegWords key={`${leg.side} ${leg.jurisdiction}`} leg={leg} />
          ))}
        </ul>
      )}
      {interval.changed_by.length > 0 && (
        <div class="entry-by">
          <span>Changed by</span>
          <RulingLinks rulings={interval.changed_by} {...(knownAt ? { knownAt } : {})} />
        </div>
      )}
      {interval.events.length > 0 && <Events events={interval.events} knownAt={knownAt} />}
    </li>
  );
}

export function Chronology({ history, state }: { history: History; state: State }) {
  const { destination } = history.matched;
  const changes = new Map(changesOf(history).map((change) => [change.day, change]));
  const flips = [...changes.values()].filter((change) => change.weight === "flip").length;
  return (
    <Panel
      title={`${chipName(history)} to ${destination.name}: chronology`}
      address={addressOf("/v1/history", historyAsked(state, chipAsked(history)))}
      csv={chronologyCsv([history])}
      file={[
        "chronology",
        history.question.chip,
        history.question.destination,
        history.question.from,
        history.question.to,
      ]}
    >
      <p class="small">
        {plural(history.intervals.length, "interval")}; the outcome flipped {plural(flips, "time")}. As
        recorded by this data set.
      </p>
      <ol class="chronology">
        {history.intervals.map((interval) => (
          <Entry
            key={interval.from}
            history={history}
            interval={interval}
            change={changes.get(interval.from)}
            state={state}
          />
        ))}
      </ol>
    </Panel>
  );
}
