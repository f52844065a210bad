// One number changed: the chip as it is beside the chip as it would be, on the same day to the same place.

import { sharedBy, useBatch } from "../../api/batch";
import type { Batch, Schemas } from "../../api/client";
import { dataOf, useGet } from "../../api/use";
import { nearest, type Turn, turns } from "../../law/steps";
import { testWords } from "../../law/words";
import { DayField, PlaceField } from "../../ui/fields";
import { Choice, Written } from "../../ui/filter";
import { Panel } from "../../ui/panel";
import { Empty, Shown } from "../../ui/states";
import { provisionPage } from "../../ui/titled";
import { TwoAnswers } from "../../ui/two";
import type { UrlState } from "../../url";
import { capital, figure } from "../../words";
import { alteredChip, type ChipAsked, nameOf, numbersOf, THROUGHPUT, unaltered } from "./altered";
import { type Chip, label, memberAt, symbol } from "./figures";
import { Derivation } from "./specification";

type Decision = Schemas["Decision"];
const NEAREST = 4;
const SHOWN = 10;

interface NumberProps {
  chip: Chip;
  path: string;
  unit: string;
  url: UrlState;
}

function NumberField({ chip, path, unit, url }: NumberProps) {
  const recorded = memberAt(chip, path);
  return (
    <Written
      label={unit ? `${label(path)}, ${unit}` : label(path)}
      name={nameOf(path)}
      url={url}
      type="number"
      placeholder={typeof recorded === "number" ? String(recorded) : "not known"}
    />
  );
}

interface FormProps {
  chip: Chip;
  url: UrlState;
  matched: Decision["matched"] | undefined;
}

function Form({ chip, url, matched }: FormProps) {
  const numbers = numbersOf(chip);
  const values = useGet("/v1/chips", {
    query: { facets: "segment,kind", fields: "id", limit: 1, known_at: url.state.known_at },
  });
  const columns = dataOf(useGet("/v1/columns", {}))?.items.filter(({ list }) => list === "chips");
  const unit = (path: string) => symbol(columns?.find(({ name }) => name === path)?.unit);
  const facets = "data" in values ? values.data?.facets : undefined;
  const fields = (paths: string[]) =>
    paths.map((path) => <NumberField key={path} chip={chip} path={path} unit={unit(path)} url={url} />);
  return (
    <>
      <div class="fields">
        <PlaceField url={url} parameter="destination" label="Destination" name={matched?.destination.name} />
        <PlaceField
          url={url}
          parameter="hq"
          label="Headquarters of the recipient"
          placeholder="not stated"
          name={matched?.hq?.name}
        />
        <DayField label="On" name="date" url={url} />
      </div>
      <fieldset class="chip-numbers">
        <legend>Numbers of the hypothetical chip; empty is as recorded</legend>
        <Written
          label="All throughput, % of recorded"
          name={THROUGHPUT}
          url={url}
          type="number"
          placeholder="100"
        />
        {fields(numbers.slice(0, SHOWN))}
        <Choice
          label="Segment"
          name={nameOf("segment")}
          url={url}
          values={facets?.segment}
          any="as recorded"
        />
        <Choice label="Kind" name={nameOf("kind")} url={url} values={facets?.kind} any="as recorded" />
      </fieldset>
      {numbers.length > SHOWN && (
        <details>
          <summary>More numbers</summary>
          <div class="chip-numbers">{fields(numbers.slice(SHOWN))}</div>
        </details>
      )}
    </>
  );
}

function Turned({ turned }: { turned: Turn[] }) {
  if (turned.length === 0) return <p>No test of the rulings comes out differently.</p>;
  const said = (result: boolean | null) => (result === null ? "cannot be told" : result ? "yes" : "no");
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Tests that come out differently">
      <table>
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col">As recorded</th>
            <th scope="col">Changed</th>
            <th scope="col">Provision</th>
          </tr>
        </thead>
        <tbody>
          {turned.map(({ before, after }) => (
            <tr key={after.provision + after.test}>
              <th scope="row">{capital(testWords(after.test))}</th>
              {[before, after].map((step, i) => (
                <td key={i}>
                  {said(step.result)}
                  {typeof step.value === "number" && ` (${figure(step.value)})`}
                </td>
              ))}
              <td>
                <a href={provisionPage(after.provision)}>{after.cite ?? after.provision}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lines({ decision }: { decision: Decision }) {
  const lines = nearest(decision, NEAREST);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>Nearest lines</h3>
      <ul>
        {lines.map(({ test, value, share, provisions }) => (
          <li key={test}>
            {capital(testWords(test))}: {figure(value)}, {figure(Math.abs(Math.round(share * 1000) / 10))} %{" "}
            {share < 0 ? "below" : "above"} the line
            {provisions[0] && (
              <>
                {" "}
                (<a href={provisionPage(provisions[0])}>{provisions[0]}</a>)
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Specified({ one, other }: { one: Chip; other: NonNullable<Decision["question"]["specification"]> }) {
  const { metrics } = other;
  return (
    <>
      <p class="chip-recomputed">
        TPP <strong>{figure(metrics.tpp)}</strong> (recorded {figure(one.metrics?.tpp)}), performance density{" "}
        <strong>{figure(metrics.performance_density)}</strong> (recorded{" "}
        {figure(one.metrics?.performance_density)})
      </p>
      <Derivation metrics={metrics} />
    </>
  );
}

function Result({ chip, answers }: { chip: Chip; answers: Schemas["EligibilityAnswers"] }) {
  const [asIs, changed] = answers.items;
  const [one, other] = [asIs?.decision, changed?.decision];
  return (
    <>
      {other?.question.specification && <Specified one={chip} other={other.question.specification} />}
      <TwoAnswers
        sides={[
          { title: "As recorded", item: asIs },
          { title: "Hypothetical", item: changed },
        ]}
      />
      {one && other && (
        <>
          <h3>What it turned on</h3>
          <Turned turned={turns(one, other)} />
          <Lines decision={other} />
        </>
      )}
    </>
  );
}

/** Both questions at once; null while there is no place or no change to ask about. */
function batchOf(chip: Chip, altered: ChipAsked | null, state: Record<string, string>): Batch | null {
  if (!altered || !state.destination || !chip.id) return null;
  return {
    queries: [
      { name: "as recorded", chip: chip.id },
      { name: "hypothetical", chip: altered },
    ],
    destination: state.destination,
    ...(state.date && { date: state.date }),
    ...sharedBy(state),
    explain: "full",
  };
}

export function WhatIf({ chip, url }: { chip: Chip; url: UrlState }) {
  const altered = alteredChip(chip, url.state);
  const batch = batchOf(chip, altered, url.state);
  const answer = useBatch(batch);
  const undo = (
    <button type="button" class="tool" onClick={() => url.change(unaltered(chip))}>
      As recorded
    </button>
  );
  return (
    <Panel
      title="Change a number"
      address={batch && "/v1/eligibility"}
      body={batch ?? undefined}
      tools={altered && undo}
    >
      <Form
        chip={chip}
        url={url}
        matched={answer.state === "done" ? answer.data.items[0]?.decision?.matched : undefined}
      />
      {!altered && (
        <Empty>Change one of the numbers, and see the answer to a chip that does not exist.</Empty>
      )}
      {altered && !url.state.destination && <Empty>Name a destination to see both answers.</Empty>}
      <Shown answer={answer} what="both answers">
        {(answers) => <Result chip={chip} answers={answers} />}
      </Shown>
    </Panel>
  );
}
