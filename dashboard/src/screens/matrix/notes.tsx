// What has to be known before one relies on the table, and what its marks mean.
import { spoken } from "../../dates";
import { RulingLink } from "../../ui/titled";
import { Legend } from "../../ui/verdict";
import { plural, verdict } from "../../words";
import { importHinders, importOf, POLICIES, policyLetter } from "./labels";
import { type MatrixDocument, MOST, type Model } from "./model";

export function Cautions({ matrix, knownAt }: { matrix: MatrixDocument; knownAt: string | undefined }) {
  const through = matrix.meta.verified_through;
  return (
    <>
      {matrix.before_coverage && (
        <p class="doubt">{spoken(matrix.question.date)} lies before what this data set covers.</p>
      )}
      {matrix.projected && through && (
        <p class="note">
          Rulings are verified through {spoken(through)}. For {spoken(matrix.question.date)} the table is
          projected from what was known then.
        </p>
      )}
      {matrix.lapsed_unverified.length > 0 && (
        <details class="doubt">
          <summary>
            {plural(matrix.lapsed_unverified.length, "ruling")} lapsed by the calendar since, unverified
          </summary>
          <ul>
            {matrix.lapsed_unverified.map(({ id, title }) => (
              <li key={id}>
                <RulingLink ruling={{ id, title }} knownAt={knownAt} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {matrix.assumptions.length > 0 && <p class="small">Assumed: {matrix.assumptions.join("; ")}.</p>}
    </>
  );
}

/** What of the answer the table leaves out, for its size. */
export function Cut({ model, matrix }: { model: Model; matrix: MatrixDocument }) {
  const answered = matrix.items?.length ?? 0;
  const said: string[] = [];
  if (answered < model.chips) said.push(`The answer's first ${answered} of ${model.chips} chips are counted`);
  if (answered > MOST || model.places > MOST)
    said.push(`The table shows at most ${MOST} chips and ${MOST} destinations; JSON and CSV have the others`);
  return said.length === 0 ? null : <p class="note">{said.join(". ")}.</p>;
}

/** The legend, of no mark that is not there. */
export function Key({ model }: { model: Model }) {
  const answers = model.rows.flatMap((row) => model.columns.map(({ code }) => row.answers.get(code)));
  const letters = new Set(answers.map((answer) => policyLetter(answer?.policy ?? null)));
  const policies = POLICIES.filter(({ letter }) => letters.has(letter));
  const imports = new Set(
    answers.flatMap((answer) => (answer && importHinders(answer) ? [importOf(answer)] : [])),
  );
  return (
    <div class="matrix-key">
      <Legend codes={model.counts.map(({ outcome }) => outcome)} />
      <dl>
        {policies.map(({ letter, words }) => (
          <div key={letter}>
            <dt>{letter}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {imports.size > 0 && (
          <div>
            <dt>
              <span class="matrix-notch-mark" aria-hidden="true" />
              <span class="heard">Notched corner</span>
            </dt>
            <dd>Import side: {[...imports].map((code) => verdict(code).words.toLowerCase()).join(", ")}</dd>
          </div>
        )}
        {model.compared && (
          <div>
            <dt>
              <span class="matrix-outline-mark" aria-hidden="true" />
              <span class="heard">Outlined</span>
            </dt>
            <dd>Differs from {spoken(model.compared)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
