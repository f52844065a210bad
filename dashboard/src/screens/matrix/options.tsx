// How the table is laid out, what it is compared with, and who is asked about.
import { useId } from "preact/hooks";
import { DayField, DaySlider, KnownAtField, PlaceField } from "../../ui/fields";
import type { UrlState } from "../../url";
import type { ColumnSort, PlaceFacts, RowSort } from "./model";

export const ROW_SORTS: [RowSort, string][] = [
  ["tpp", "TPP, highest first"],
  ["density", "performance density, highest first"],
  ["released", "release, latest first"],
  ["vendor", "vendor"],
  ["name", "name"],
];
const COLUMN_SORTS: [ColumnSort, string][] = [
  ["group", "group asked for"],
  ["region", "region"],
  ["strictest", "most restricted first"],
  ["name", "name"],
];

function Order(props: {
  label: string;
  name: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  url: UrlState;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.url.change({ [props.name]: event.currentTarget.value })}
      >
        {props.choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Dates({ url, from, to }: { url: UrlState; from: string; to: string }) {
  const { state, change } = url;
  return (
    <div class="fields">
      <DaySlider label="Date" name="date" url={url} from={from} to={to} />
      <DayField label="Compare with" name="view_compare" url={url} otherwise="" />
      {state.view_compare && (
        <label class="matrix-only">
          <input
            type="checkbox"
            checked={state.view_only === "changed"}
            onChange={(event) => change({ view_only: event.currentTarget.checked ? "changed" : null })}
          />{" "}
          Only what differs
        </label>
      )}
    </div>
  );
}

export function Orders({ url, rows, columns }: { url: UrlState; rows: RowSort; columns: ColumnSort }) {
  return (
    <div class="fields">
      <Order label="Chips by" name="view_sort" value={rows} choices={ROW_SORTS} url={url} />
      <Order label="Destinations by" name="view_columns" value={columns} choices={COLUMN_SORTS} url={url} />
    </div>
  );
}

export function Parties({ url, places }: { url: UrlState; places: readonly PlaceFacts[] }) {
  const { hq, export_from, known_at } = url.state;
  const nameOf = (code: string | undefined) => places.find((place) => place.code === code)?.name;
  return (
    <details class="matrix-fold" open={Boolean(hq || export_from || known_at)}>
      <summary>Recipient, origin, state of knowledge</summary>
      <div class="fields">
        <PlaceField
          url={url}
          parameter="hq"
          name={nameOf(hq)}
          label="Recipient headquartered in"
          placeholder="not stated"
        />
        <PlaceField
          url={url}
          parameter="export_from"
          name={nameOf(export_from)}
          label="Exported from"
          placeholder="the default of the data set"
        />
        <KnownAtField url={url} />
      </div>
    </details>
  );
}
