// The panel of the table: its sentence, its legend, the grid, what to be careful of, and the ways to take it away.
import { useCallback, useMemo } from "preact/hooks";
import { addressOf, type Schemas } from "../../api/client";
import { dataOf, useGet } from "../../api/use";
import { addDays, spoken } from "../../dates";
import { Panel } from "../../ui/panel";
import { Empty } from "../../ui/states";
import { pageOf } from "../../ui/titled";
import { carried, link, permanent, type State, type UrlState } from "../../url";
import { plural } from "../../words";
import type { Compared, Questions } from "./ask";
import { drawingOf, elementOf } from "./drawing";
import { Grid } from "./grid";
import { summaryOf } from "./labels";
import { type ChipFacts, type GroupFacts, type Model, modelOf, type PlaceFacts, type Wish } from "./model";
import { Cautions, Cut, Key } from "./notes";
import { Orders } from "./options";

/** What a file's name has room for; a large table is called by its day alone. */
function few(names: string[]): string[] {
  return names.length <= 2 ? names : [];
}

function usePicture(
  model: Model,
  matrix: Compared["matrix"],
  service: Schemas["Service"] | undefined,
  sectionName: (section: string) => string,
  address: string,
) {
  return useCallback(() => {
    const { data_version, verified_through } = matrix.meta;
    return elementOf(
      drawingOf(model, {
        title: `Export of AI chips by destination, ${spoken(model.date)}`,
        summary: summaryOf(model),
        source: `Source: navicert, ${service?.title ?? ""}; data version ${data_version}, rulings verified through ${verified_through ?? "no day"}. ${matrix.notice} ${address}`,
        sectionName,
      }),
    ) as SVGSVGElement;
  }, [model, matrix, service, sectionName, address]);
}

interface TableProps {
  compared: Compared;
  questions: Questions;
  wish: Wish;
  facts: readonly ChipFacts[];
  places: readonly PlaceFacts[];
  groups: readonly GroupFacts[];
  url: UrlState;
}

const YEAR = 365;

function Differences({ model, questions, state }: { model: Model; questions: Questions; state: State }) {
  if (!model.compared || !questions.diff)
    return (
      <p>
        <a href={link("/matrix", { ...state, view_compare: addDays(model.date, -YEAR) })}>
          Compare with a year earlier
        </a>
      </p>
    );
  const elsewhere = model.changedElsewhere;
  const { from, to, chips, destinations } = questions.diff.query ?? {};
  const names = { chips: chips?.join(","), destinations: destinations?.join(",") };
  return (
    <p>
      {plural(model.changed, "pair")} {model.changed === 1 ? "differs" : "differ"} from{" "}
      {spoken(model.compared)}
      {model.changed > 0 && ", outlined in the table"}.{" "}
      {elsewhere.pairs > 0 &&
        `Not in the table: ${plural(elsewhere.pairs, "pair")} of ${elsewhere.places.join(", ")}, in a group asked for on that other day only. `}
      <a href={link("/diff", { ...carried(state), from, to, ...names })}>
        What changed, and by which rulings
      </a>
    </p>
  );
}

export function Table({ compared, questions, wish, facts, places, groups, url }: TableProps) {
  const { state } = url;
  const { matrix, diff } = compared;
  const service = dataOf(useGet("/v1", {}));
  const model = useMemo(
    () => modelOf(matrix, diff, facts, places, wish),
    [matrix, diff, facts, places, wish],
  );
  const sectionName = useCallback(
    (section: string) => {
      const group = groups.find(({ id }) => id === section);
      return group ? `${group.id} ${group.name}` : section;
    },
    [groups],
  );
  const draw = usePicture(
    model,
    matrix,
    service,
    sectionName,
    permanent(url.path, state, {
      chips: questions.matrix.query?.chips?.join(","),
      destinations: questions.matrix.query?.destinations?.join(","),
      date: model.date,
      known_at: matrix.meta.data_version,
    }),
  );
  const kept = { ...carried(state), chip: null, destination: null };
  const summary = summaryOf(model);
  return (
    <Panel
      title={`Chips and destinations on ${spoken(model.date)}`}
      address={addressOf("/v1/matrix", questions.matrix)}
      csv
      file={[
        "matrix",
        ...few(model.rows.map(({ id }) => id)),
        ...few(model.columns.map(({ code }) => code)),
        model.date,
      ]}
      picture={draw}
    >
      <p class="matrix-summary">{summary}</p>
      <Differences model={model} questions={questions} state={state} />
      <Cut model={model} matrix={matrix} />
      <Cautions matrix={matrix} knownAt={state.known_at} />
      <div class="matrix-above">
        <Key model={model} />
        <Orders url={url} rows={wish.rows} columns={wish.columns} />
      </div>
      {model.rows.length === 0 || model.columns.length === 0 ? (
        <Empty>
          {wish.onlyChanged && diff ? "Nothing differs between the two days." : "No pair is asked for."}
        </Empty>
      ) : (
        <Grid
          model={model}
          caption={summary}
          cellHref={(chip, destination) =>
            link("/eligibility", { ...kept, chip, destination, date: model.date })
          }
          chipHref={(chip) => pageOf("chip", chip, state.known_at)}
          placeHref={(code) => pageOf("destination", code, state.known_at)}
          sectionName={sectionName}
        />
      )}
    </Panel>
  );
}
