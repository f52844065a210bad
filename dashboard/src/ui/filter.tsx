// Fields that narrow a list: each is a parameter of the API, with the values that occur.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { UrlState } from "../url";
import { capital, plain } from "../words";

const WAIT_MS = 300;

/** A change of the address that a new list begins with: its first page. */
function narrowed(url: UrlState, name: string, value: string, how: "push" | "replace" = "push") {
  url.change({ [name]: value, view_pages: null }, how);
}

export interface ChoiceProps {
  label: string;
  name: string;
  url: UrlState;
  /** What occurs, and how often. */
  values: readonly { value: string | number | boolean | null; count?: number }[] | undefined;
  any?: string;
}

export function Choice({ label, name, url, values = [], any = "any" }: ChoiceProps) {
  const id = useId();
  const value = url.state[name] ?? "";
  const occurring = values.filter((one) => one.value !== null);
  const known = occurring.some((one) => String(one.value) === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => narrowed(url, name, event.currentTarget.value)}>
        <option value="">{any}</option>
        {value && !known && <option value={value}>{value}</option>}
        {occurring.map((one) => (
          <option key={String(one.value)} value={String(one.value)}>
            {capital(plain(String(one.value)))}
            {one.count !== undefined && ` (${one.count})`}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface WrittenProps {
  label: string;
  name: string;
  url: UrlState;
  type?: "search" | "number";
  placeholder?: string;
}

/** A field that is taken over a moment after the last letter. */
export function Written({ label, name, url, type = "search", placeholder }: WrittenProps) {
  const id = useId();
  const value = url.state[name] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const current = useRef(url);
  current.current = url;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      narrowed(current.current, name, typed.trim(), "replace");
      setTyped(null);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, name]);
  const common = {
    id,
    placeholder,
    value: typed ?? value,
    onInput: (event: Event) => setTyped((event.currentTarget as HTMLInputElement).value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === "number" ? (
        <input type="number" min={0} step="any" {...common} />
      ) : (
        <input type="search" maxLength={120} {...common} />
      )}
    </div>
  );
}
