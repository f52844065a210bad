// What the picture shows beside the bands, as lists: what lapsed by the calendar, and what was never or not yet in force.
import { type Day, spoken, today } from "../../dates";
import { Panel } from "../../ui/panel";
import { RulingLink } from "../../ui/titled";
import type { Beside } from "./data";
import type { History } from "./model";
import { type Notch, notches, type Span, scheduledSpans } from "./pending";
import { stretchWords } from "./tell";

interface NotesProps {
  histories: History[];
  beside: Beside | undefined;
  knownAt: string | undefined;
}

function allNotches(histories: History[], beside: Beside): Notch[] {
  const seen = new Map<string, Notch>();
  for (const history of histories) {
    for (const notch of notches(history, beside.rulings)) {
      const key = `${notch.day} ${notch.jurisdiction}`;
      seen.set(key, notch);
    }
  }
  return [...seen.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function Lapse({ notch, now, knownAt }: { notch: Notch; now: Day; knownAt: string | undefined }) {
  return (
    <>
      {notch.rulings.map((ruling) => (
        <li key={ruling.id}>
          <time dateTime={notch.day}>{spoken(notch.day)}</time>{" "}
          {notch.day <= now ? "lapsed by the calendar" : "will lapse by the calendar unless renewed"}:{" "}
          <RulingLink ruling={ruling} knownAt={knownAt} />, verified through {ruling.verified}
        </li>
      ))}
    </>
  );
}

export function Lapsed({ histories, beside, knownAt }: NotesProps) {
  if (!beside) return null;
  const found = allNotches(histories, beside);
  if (found.length === 0) return null;
  return (
    <Panel title="Lapsed by the calendar, and not verified since">
      <ul class="lapses">
        {found.map((notch) => (
          <Lapse key={`${notch.day} ${notch.jurisdiction}`} notch={notch} now={today()} knownAt={knownAt} />
        ))}
      </ul>
    </Panel>
  );
}

const KINDS = { announced: "Announced", proposed: "Proposed", scheduled: "Scheduled" } as const;

function spanWords(span: Span): string {
  if (span.standing === "scheduled")
    return `announced ${spoken(span.from)}, in force ${spoken(span.until ?? span.from)}`;
  return stretchWords(span.from, span.until);
}

export function Pending({ histories, beside, knownAt }: NotesProps) {
  if (!beside) return null;
  const spans = [...beside.pending, ...scheduledSpans(histories, beside.rulings)];
  if (spans.length === 0) return null;
  return (
    <Panel title="Announced, proposed or scheduled: not in force in that time">
      <ul class="pending-list">
        {spans
          .sort((a, b) => (a.from < b.from ? -1 : 1))
          .map((span) => (
            <li key={`${span.id} ${span.from}`}>
              <span class={`kind kind-${span.standing}`}>{KINDS[span.standing]}</span>{" "}
              <RulingLink ruling={span} knownAt={knownAt} />, {spanWords(span)}
              {histories.length > 1 && <>; bears on {span.chips.join(", ")}</>}
            </li>
          ))}
      </ul>
    </Panel>
  );
}
