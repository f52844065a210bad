// What the answer leans on, and how often each outcome became each other.
import { spoken } from "../../dates";
import { Panel } from "../../ui/panel";
import { RulingLinks } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import { figure } from "../../words";
import { directionOf, turnsOf } from "./group";
import { drawTurns } from "./picture";
import type { Diff } from "./sentence";

/** What of the two states a reader has to know before relying on the difference. */
export function Leans({ diff, knownAt }: { diff: Diff; knownAt: string | undefined }) {
  const uncovered = [diff.before, diff.after].filter((state) => state.before_coverage);
  const { projected, verified_through, date, lapsed_unverified } = diff.after;
  return (
    <>
      {uncovered.map((state) => (
        <p class="doubt" key={state.date}>
          {spoken(state.date)} lies before the first day that was researched: every answer is unknown there.
        </p>
      ))}
      {projected && (
        <p class="doubt">
          {spoken(date)} lies after {verified_through ?? "any day"}, the day through which rulings were
          verified: what happened since is not in it, other than by the calendar.
        </p>
      )}
      {lapsed_unverified.length > 0 && (
        <div class="doubt">
          <p>Ended by the calendar, and not checked since:</p>
          <RulingLinks rulings={lapsed_unverified} knownAt={knownAt} />
        </div>
      )}
      <details class="assumed">
        <summary>What was taken for granted</summary>
        <ul>
          {diff.assumptions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Outcome({ code }: { code: string | null }) {
  return code === null ? <span class="absent">not recorded</span> : <Badge code={code} />;
}

export interface TurnsProps {
  diff: Diff;
  address: string;
  file: readonly string[];
  /** Where this view is found for good. */
  page: string;
}

export function Turns({ diff, address, file, page }: TurnsProps) {
  const turns = turnsOf(diff.items);
  if (turns.length === 0) return null;
  const most = Math.max(...turns.map((turn) => turn.pairs));
  const csv = {
    columns: ["before", "after", "direction", "pairs"],
    rows: turns.map((turn) => [turn.before, turn.after, directionOf(turn), turn.pairs]),
  };
  return (
    <Panel
      title="How the outcome moved"
      address={address}
      csv={csv}
      file={file}
      picture={() => drawTurns(turns, diff, page)}
    >
      <div class="table-frame" tabIndex={0} role="region" aria-label="How the outcome moved">
        <table class="turns">
          <caption>
            Pairs of chip and destination, by their outcome in the earlier and in the later state.
          </caption>
          <thead>
            <tr>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">That is</th>
              <th scope="col" class="number">
                Pairs
              </th>
              <td class="bar-cell" />
            </tr>
          </thead>
          <tbody>
            {turns.map((turn) => (
              <tr key={`${turn.before} ${turn.after}`}>
                <td>
                  <Outcome code={turn.before} />
                </td>
                <td>
                  <Outcome code={turn.after} />
                </td>
                <td>
                  {directionOf(turn) === "same outcome" ? "same outcome, other terms" : directionOf(turn)}
                </td>
                <td class="number">{figure(turn.pairs)}</td>
                <td class="bar-cell">
                  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={Math.max((100 * turn.pairs) / most, 0.5)} height="10" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
