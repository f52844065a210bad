// Two answers side by side: as it is, and as it would be. What differs is said in words and marked.
import { ApiError, type Schemas } from "../api/client";
import { spoken } from "../dates";
import { compared, restsOn } from "../law/answer";
import { verdict } from "../words";
import { Fault } from "./states";
import { RulingLinks } from "./titled";
import { Badge } from "./verdict";

type Decision = Schemas["Decision"];
type Item = Schemas["EligibilityItem"];

export interface Side {
  title: string;
  item: Item | undefined;
}

function problemOf(item: Item | undefined): ApiError | null {
  return item?.problem ? new ApiError(item.problem, item.problem.detail) : null;
}

/** The difference in one sentence, with the day and whose record it is. */
function Told({ one, other }: { one: Decision; other: Decision }) {
  const where = `To ${one.matched.destination.name} on ${spoken(one.question.date)}, as recorded by this data set: `;
  const before = verdict(one.outcome).words.toLowerCase();
  const after = verdict(other.outcome).words.toLowerCase();
  const same = compared(one, other).every((member) => member.same);
  return (
    <p class="two-told" role="status">
      {where}
      <strong>
        {one.outcome !== other.outcome
          ? `${before} becomes ${after}.`
          : same
            ? `${after}, in either case.`
            : `${after} in either case, but not in the same way.`}
      </strong>
    </p>
  );
}

function Words({ side, decision }: { side: Side; decision: Decision }) {
  return (
    <details class="small">
      <summary>{side.title}: the answer in words</summary>
      <p>{decision.summary}</p>
    </details>
  );
}

function Table({ sides, one, other }: { sides: [Side, Side]; one: Decision; other: Decision }) {
  const [outcome, ...members] = compared(one, other);
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="The two answers">
      <table class="two">
        <thead>
          <tr>
            <td />
            {sides.map(({ title }) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class={outcome?.same ? "" : "two-differs"}>
            <th scope="row">Outcome</th>
            {[one, other].map((decision, i) => (
              <td key={i}>
                <Badge code={decision.outcome} large />
              </td>
            ))}
          </tr>
          {members.map(({ name, values, same }) => (
            <tr key={name} class={same ? "" : "two-differs"}>
              <th scope="row">{name}</th>
              <td>{values[0]}</td>
              <td>
                {values[1]}
                {!same && <span class="two-mark"> differs</span>}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Rests on</th>
            {[one, other].map((decision, i) => (
              <td key={i}>
                {restsOn(decision).length > 0 ? <RulingLinks rulings={restsOn(decision)} /> : "No ruling"}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

export function TwoAnswers({ sides }: { sides: [Side, Side] }) {
  const faults = sides.map(({ item }) => problemOf(item)).filter((fault) => fault !== null);
  const [one, other] = sides.map(({ item }) => item?.decision);
  if (!one || !other) return faults[0] ? <Fault error={faults[0]} /> : null;
  return (
    <>
      <Told one={one} other={other} />
      <Table sides={sides} one={one} other={other} />
      <Words side={sides[0]} decision={one} />
      <Words side={sides[1]} decision={other} />
    </>
  );
}
