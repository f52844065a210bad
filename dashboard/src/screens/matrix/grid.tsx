// The table itself: a grid that is walked with the arrow keys, each cell a link to its question. It may have thousands of cells, so what
// follows the pointer and the focus does so without drawing them again.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Shape } from "../../ui/verdict";
import { verdict } from "../../words";
import { cellName, importHinders, policyLetter } from "./labels";
import { type Column, type Model, type Row, restricted } from "./model";
import { type At, move } from "./move";
import { Told } from "./told";

export interface GridProps {
  model: Model;
  caption: string;
  /** Where a cell and a head lead. */
  cellHref: (chip: string, place: string) => string;
  chipHref: (chip: string) => string;
  placeHref: (place: string) => string;
  /** What a section of columns is called. */
  sectionName: (section: string) => string;
}

/** So many columns wide, a section is told by its whole name; else by its id. */
const ROOM_FOR_NAME = 4;

function Cell(props: { row: Row; column: Column; at: string; compared: string | null; href: string }) {
  const { row, column, at, compared, href } = props;
  const answer = row.answers.get(column.code);
  if (!answer) return <td class="matrix-none" />;
  const change = row.changes.get(column.code);
  const { tone } = verdict(answer.outcome);
  const marks = `${change ? " matrix-changed" : ""}${importHinders(answer) ? " matrix-import" : ""}`;
  return (
    <td>
      <a
        class={`matrix-cell tone-${tone}${marks}`}
        href={href}
        tabIndex={-1}
        data-at={at}
        aria-label={cellName({ chip: row.name, place: column.name, answer, change, compared })}
      >
        <Shape tone={tone} />
        {policyLetter(answer.policy)}
      </a>
    </td>
  );
}

/** How many are barred, and of how many it is not known. */
function Sum({ answers, label }: { answers: Parameters<typeof restricted>[0]; label: string }) {
  const { barred, unknown, of } = restricted(answers);
  const doubt = unknown > 0 ? ` and of ${unknown} it is unknown` : "";
  return (
    <td class="matrix-sum">
      <span aria-hidden="true">
        {barred}
        {unknown > 0 && <small>+{unknown}?</small>}
      </span>
      <span class="heard">
        {label}: {barred} of {of} prohibited or license required{doubt}
      </span>
    </td>
  );
}

function Heads({ model, placeHref, sectionName }: GridProps) {
  return (
    <thead>
      {model.sections.length > 0 && (
        <tr class="matrix-sections">
          <td />
          {model.sections.map(({ label, span }, i) => (
            <th key={`${label}-${i}`} scope="colgroup" colSpan={span} title={sectionName(label)}>
              <span>{span < ROOM_FOR_NAME ? label : sectionName(label)}</span>
            </th>
          ))}
          <td />
        </tr>
      )}
      <tr>
        <th scope="col" class="matrix-corner">
          Chip
        </th>
        {model.columns.map((column, j) => (
          <th key={column.code} scope="col" class="matrix-place">
            <a href={placeHref(column.code)} tabIndex={-1} data-at={`-1,${j}`} title={column.name}>
              {column.name}
            </a>
          </th>
        ))}
        <th scope="col" class="matrix-place matrix-sum">
          <span>Prohibited or license required</span>
        </th>
      </tr>
    </thead>
  );
}

function Body({ model, cellHref, chipHref }: GridProps) {
  return (
    <tbody>
      {model.rows.map((row, i) => (
        <tr key={row.id}>
          <th scope="row">
            <a href={chipHref(row.id)} tabIndex={-1} data-at={`${i},-1`}>
              {row.name}
            </a>
          </th>
          {model.columns.map((column, j) => (
            <Cell
              key={column.code}
              row={row}
              column={column}
              at={`${i},${j}`}
              compared={model.compared}
              href={cellHref(row.id, column.code)}
            />
          ))}
          <Sum label={row.name} answers={model.columns.map(({ code }) => row.answers.get(code))} />
        </tr>
      ))}
    </tbody>
  );
}

function Foot({ model }: { model: Model }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">Prohibited or license required</th>
        {model.columns.map(({ code, name }) => (
          <Sum key={code} label={name} answers={model.rows.map((row) => row.answers.get(code))} />
        ))}
        <Sum
          label="All shown"
          answers={model.rows.flatMap((row) => model.columns.map(({ code }) => row.answers.get(code)))}
        />
      </tr>
    </tfoot>
  );
}

function atOf(element: HTMLElement): At {
  const [row = 0, column = 0] = (element.dataset.at ?? "").split(",").map(Number);
  return { row, column };
}

/** One cell of the table takes part in tabbing: the one last stood on. */
function enter(table: HTMLTableElement, element: HTMLElement) {
  for (const before of table.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]')) before.tabIndex = -1;
  element.tabIndex = 0;
}

export function Grid(props: GridProps) {
  const { model, caption } = props;
  const table = useRef<HTMLTableElement>(null);
  const [told, tell] = useState<At | null>(null);
  useEffect(() => {
    const first = table.current?.querySelector<HTMLElement>('[data-at="0,0"]');
    if (table.current && first && !table.current.querySelector('[data-at][tabindex="0"]'))
      enter(table.current, first);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const here = (event.target as Element).closest<HTMLElement>("[data-at]");
    if (!here || !table.current || event.altKey || event.metaKey) return;
    const to = move(atOf(here), event.key, event.ctrlKey, model.rows.length, model.columns.length);
    if (!to) return;
    event.preventDefault();
    table.current.querySelector<HTMLElement>(`[data-at="${to.row},${to.column}"]`)?.focus();
  };
  const point = (event: Event) => {
    const here = (event.target as Element).closest<HTMLElement>("a[data-at]");
    if (!here || !table.current) return;
    if (event.type === "focusin") enter(table.current, here);
    tell(atOf(here));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the links follow the model, which is made anew with every address.
  const drawn = useMemo(
    () => (
      <>
        <caption class="heard">{caption}</caption>
        <Heads {...props} />
        <Body {...props} />
        <Foot model={model} />
      </>
    ),
    [model, caption, props.sectionName],
  );
  return (
    <div class="matrix-side">
      <div class="table-frame matrix-frame">
        <table
          class="matrix"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that is walked; as a table its cells keep their heads.
          role="grid"
          aria-readonly="true"
          ref={table}
          onKeyDown={onKeyDown}
          onPointerOver={point}
          onFocusIn={point}
        >
          {drawn}
        </table>
      </div>
      <Told model={model} at={told} />
    </div>
  );
}
