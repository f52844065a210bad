// The fields that screens share. Each changes the address and nothing else.
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { dataOf, useGet } from "../api/use";
import { addDays, daysBetween, halfTyped, isDay, today } from "../dates";
import type { UrlState } from "../url";
import { Combo } from "./combo";

export interface DayFieldProps {
  label: string;
  /** The parameter that it changes. */
  name: string;
  url: UrlState;
  /** What an empty field means; today unless told. */
  otherwise?: string;
}

/** A field that is being typed in is empty, with bad input, until the date is one; then its year is too early. */
function unfinished(field: HTMLInputElement): boolean {
  return field.validity.badInput || halfTyped(field.value);
}

export function DayField({ label, name, url, otherwise }: DayFieldProps) {
  const id = useId();
  const value = url.state[name] ?? "";
  const shown = isDay(value) ? value : (otherwise ?? today());
  const field = useRef<HTMLInputElement>(null);
  // Not a property of the element, which every answer that comes while somebody types would write over what is typed.
  useLayoutEffect(() => {
    if (field.current && !unfinished(field.current)) field.current.value = shown;
  }, [shown]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="date"
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (!unfinished(event.currentTarget) && (day === "" || isDay(day))) url.change({ [name]: day });
        }}
        onBlur={(event) => {
          if (unfinished(event.currentTarget)) event.currentTarget.value = shown;
        }}
      />
    </div>
  );
}

/** A day that is slid along, with a field beside it for who knows it exactly. */
export function DaySlider(props: DayFieldProps & { from: string; to: string }) {
  const { label, name, url, from, to } = props;
  const value = url.state[name];
  const day = value && isDay(value) ? value : (props.otherwise ?? today());
  const count = daysBetween(from, to);
  const at = daysBetween(from, day);
  return (
    <div class="slider">
      <DayField {...props} />
      <input
        type="range"
        aria-label={`${label}, slid`}
        aria-valuetext={day}
        min={0}
        max={count}
        value={Math.min(Math.max(at, 0), count)}
        onInput={(event) =>
          url.change({ [name]: addDays(from, Number(event.currentTarget.value)) }, "replace")
        }
      />
    </div>
  );
}

/** Chip, destination and headquarters, with the names that the answer told. */
export function ChipField({
  url,
  name,
  label = "Chip",
  required = true,
}: {
  url: UrlState;
  name?: string | undefined;
  label?: string;
  required?: boolean;
}) {
  return (
    <Combo
      label={label}
      kind="chip"
      required={required}
      placeholder="H20, MI300X, Ascend …"
      value={url.state.chip ?? ""}
      name={name}
      knownAt={url.state.known_at}
      onChoose={(chip) => url.change({ chip })}
    />
  );
}

export interface PlaceFieldProps {
  url: UrlState;
  parameter: "destination" | "hq" | "export_from";
  label: string;
  placeholder?: string;
  name?: string | undefined;
  required?: boolean;
}

export function PlaceField(props: PlaceFieldProps) {
  const { url, parameter, label, placeholder, name, required = parameter === "destination" } = props;
  return (
    <Combo
      label={label}
      kind="destination"
      required={required}
      placeholder={placeholder ?? "China, AE, Singapore …"}
      value={url.state[parameter] ?? ""}
      name={name}
      knownAt={url.state.known_at}
      onChoose={(place) => url.change({ [parameter]: place })}
    />
  );
}

export interface KnownFieldProps {
  url: UrlState;
  name?: "known_at" | "known_from";
  label?: string;
  /** What an empty field means, where it is not the latest. */
  otherwise?: string;
}

/** The other clock: what this data set had recorded by then. Empty is all that it knows now. */
export function KnownAtField({ url, name = "known_at", label = "As known at", otherwise }: KnownFieldProps) {
  const id = useId();
  const service = dataOf(useGet("/v1", {}));
  const latest = service?.data_version ?? 1;
  const value = url.state[name] ?? "";
  const versions = Array.from({ length: Math.min(latest, 200) }, (_, i) => String(latest - i));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => url.change({ [name]: event.currentTarget.value })}>
        <option value="">{otherwise ?? `the latest (data version ${latest})`}</option>
        {value && !versions.includes(value) && <option value={value}>{value}</option>}
        {versions.map((version) => (
          <option key={version} value={version}>
            data version {version}
          </option>
        ))}
      </select>
    </div>
  );
}
