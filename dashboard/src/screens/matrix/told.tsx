// What one cell says, beside the table: the same as its name, with the rulings that it rests on.
import type { Schemas } from "../../api/client";
import { spoken } from "../../dates";
import { Badge } from "../../ui/verdict";
import { plain } from "../../words";
import { inWords } from "./labels";
import type { Change, Model } from "./model";
import type { At } from "./move";

function Rulings({ title, rulings }: { title: string; rulings: readonly Schemas["Titled"][] }) {
  if (rulings.length === 0) return null;
  return (
    <>
      <p class="small">{title}</p>
      <ul>
        {rulings.map(({ id, title: name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}

function Otherwise({ change, compared }: { change: Change; compared: string }) {
  return (
    <>
      <p>
        <strong>{spoken(compared)}:</strong> {change.was ? inWords(change.was) : "not recorded"}.
      </p>
      <p class="small">Different: {change.aspects.map(plain).join(", ")}</p>
      <Rulings title="Changed by" rulings={change.by} />
    </>
  );
}

export function Told({ model, at }: { model: Model; at: At | null }) {
  const row = at && model.rows[at.row];
  const column = at && model.columns[at.column];
  const answer = row && column && row.answers.get(column.code);
  if (!answer) {
    return (
      <div class="matrix-told">
        <p class="small">
          Point at a cell, or go to it with the arrow keys, and here stands what it says. Enter or a click
          opens the whole answer.
        </p>
      </div>
    );
  }
  const change = row.changes.get(column.code);
  return (
    <div class="matrix-told">
      <p>
        <strong>
          {row.name} to {column.name}
        </strong>
      </p>
      <p>
        <Badge code={answer.outcome} />
      </p>
      <p>
        {spoken(model.date)}: {inWords(answer)}.
      </p>
      {answer.missing.length > 0 && <p>Not published: {answer.missing.map(plain).join(", ")}.</p>}
      <Rulings title="Rests on" rulings={answer.because} />
      {change && model.compared && <Otherwise change={change} compared={model.compared} />}
    </div>
  );
}
