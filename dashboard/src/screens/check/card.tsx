// The answer as a picture: what a reader of a newspaper needs, with the day, the sources and where to look it up.
import { statusOf } from "../../law/answer";
import { Shape } from "../../ui/verdict";
import { capital, plain, plural, verdict } from "../../words";
import type { Decision } from "./question";
import { checkedThrough, heading, wrap } from "./receipt";

const WIDTH = 680;
const PAD = 28;
const LINE = 20;

interface Row {
  text: string;
  size: number;
  weight?: number;
  class?: string;
  /** From the line before. */
  step: number;
}

/** What nobody may leave out who shows the verdict alone. */
export function cautions({ pending, doubts, currency, before_coverage }: Decision): string[] {
  const lapsed = currency.lapsed_unverified.length;
  return [
    ...(before_coverage ? ["The day lies before the data set begins"] : []),
    ...(currency.projected ? ["Projected: the day lies after the last to which rulings were checked"] : []),
    ...(lapsed > 0 ? [`Lapsed by the calendar and not verified since: ${plural(lapsed, "ruling")}`] : []),
    ...(doubts.length > 0 ? [`Known doubts of the data bear on this: ${doubts.length}`] : []),
    ...(pending.length > 0
      ? [`Announced or proposed and not in force: ${plural(pending.length, "ruling")}`]
      : []),
  ];
}

function rows(decision: Decision, address: string): Row[] {
  const all: Row[] = [];
  const add = (texts: string[], row: Omit<Row, "text">, first: number) => {
    texts.forEach((text, i) => {
      all.push({ ...row, text, step: i === 0 ? first : row.step });
    });
  };
  const small = { size: 14, step: LINE, class: "card-small" };
  add(wrap(heading(decision), 42, 3), { size: 26, weight: 700, step: 32 }, 44);
  add([`on ${decision.question.date}, as recorded by this data set`], { size: 17, step: 24 }, 30);
  if (decision.possible.length > 1)
    add(wrap(`Could be: ${decision.possible.map(plain).join(", ")}`, 74, 2), { size: 16, step: 22 }, 26);
  const laws = decision.legs.map(
    (leg) => `${capital(leg.side)} under the law of ${leg.jurisdiction}: ${plain(statusOf(leg))}`,
  );
  add(wrap(laws.join("; "), 74, 3), { size: 16, step: 22 }, 30);
  const because = [...new Set(decision.legs.flatMap((leg) => leg.because.map((ground) => ground.title)))];
  if (because.length > 0) add(wrap(`Because: ${because.join("; ")}`, 84, 4), small, 30);
  add(
    cautions(decision).flatMap((text) => wrap(text, 84, 2)),
    small,
    LINE,
  );
  add(
    wrap(
      `navicert data set, data version ${decision.currency.data_version}, ${checkedThrough(decision)}. ${decision.notice}`,
      84,
      2,
    ),
    small,
    34,
  );
  const lines = wrap(address.replace(/&/g, " &"), 76, 3).map((line) => line.replace(/ &/g, "&"));
  add(lines, { ...small, class: "card-address" }, LINE);
  return all;
}

export function Card({ decision, address }: { decision: Decision; address: string }) {
  const { words, tone } = verdict(decision.outcome);
  let y = PAD + 40;
  const lines = rows(decision, address).map((row) => {
    y += row.step;
    return { ...row, y };
  });
  const height = y + PAD;
  return (
    <svg
      class={`chart card tone-${tone}`}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-label={`${words}: ${heading(decision)} on ${decision.question.date}`}
    >
      <rect class="card-ground" width={WIDTH} height={height} />
      <rect class="card-bar" width={8} height={height} />
      <rect class="card-badge" x={PAD} y={PAD - 6} width={94 + words.length * 15} height={46} rx={6} />
      <g class="card-verdict" transform={`translate(${PAD + 14} ${PAD + 5}) scale(1.5)`}>
        <Shape tone={tone} />
      </g>
      <text class="card-words" x={PAD + 50} y={PAD + 26} font-size={26} font-weight={700}>
        {words}
      </text>
      {lines.map((line, i) => (
        <text
          key={i}
          class={line.class}
          x={PAD}
          y={line.y}
          font-size={line.size}
          font-weight={line.weight ?? 400}
        >
          {line.text}
        </text>
      ))}
    </svg>
  );
}
