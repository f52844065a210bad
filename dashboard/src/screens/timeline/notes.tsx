// What the picture shows beside the bands, as lists: what lapsed by the calendar, and what was never or not yet in force.
import { type Day, spoken } from "../../dates";
import { Panel } from "../../ui/panel";
import { RulingLink } from "../../ui/titled";
import type { Notch, Span } from "./pending";
import { stretchWords } from "./tell";
import type { View } from "./view";

interface NotesProps {
  view: View;
  knownAt: string | undefined;
}

/** Each once, though several chips may have it. */
function allNotches(view: View): Notch[] {
  const all = view.rows.flatMap((row) => row.notches);
  const seen = new Map(all.map((notch) => [`${notch.day} ${notch.jurisdiction}`, notch]));
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

export function Lapsed({ view, knownAt }: NotesProps) {
  const found = allNotches(view);
  if (found.length === 0) return null;
  return (
    <Panel title="Lapsed by the calendar, and not verified since">
      <ul class="lapses">
        {found.map((notch) => (
          <Lapse
            key={`${notch.day} ${notch.jurisdiction}`}
            notch={notch}
            now={view.today}
            knownAt={knownAt}
          />
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

export function Pending({ view, knownAt }: NotesProps) {
  const { spans } = view;
  if (spans.length === 0) return null;
  return (
    <Panel title="Announced, proposed or scheduled: not in force in that time">
      <ul class="pending-list">
        {spans.map((span) => (
          <li key={`${span.id} ${span.from}`}>
            <span class={`kind kind-${span.standing}`}>{KINDS[span.standing]}</span>{" "}
            <RulingLink ruling={span} knownAt={knownAt} />, {spanWords(span)}
            {view.rows.length > 1 && <>; bears on {span.chips.join(", ")}</>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
