// Which chips and which destinations: what is chosen as tokens, names to add, and sets to put in their place.
import { useId, useState } from "preact/hooks";
import { Combo } from "../../ui/combo";
import { escaped, listOf, type QuickSets } from "./sets";

export interface ChooseProps {
  label: string;
  kind: "chip" | "destination";
  /** As the address has them, or as the data chose. */
  names: readonly string[];
  /** Whether the data chose. */
  chosenByData: boolean;
  why: string;
  nameOf: (token: string) => string;
  sets: readonly QuickSets[];
  knownAt: string | undefined;
  onChange: (list: string) => void;
}

function Tokens({ label, names, nameOf, onChange }: ChooseProps) {
  return (
    <ul class="matrix-tokens" aria-label={`${label}, chosen`}>
      {names.map((token) => (
        <li key={token}>
          <button
            type="button"
            class="tool"
            onClick={() => onChange(listOf(names.filter((other) => other !== token)))}
            aria-label={`Take away ${nameOf(token)}`}
          >
            {nameOf(token)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Sets({ label, names, sets, onChange }: ChooseProps) {
  const id = useId();
  const [chosen, choose] = useState("");
  const [group, index] = chosen.split(",").map(Number);
  const set = chosen === "" ? undefined : sets[group ?? 0]?.sets[index ?? 0];
  return (
    <div class="field">
      <label for={id}>A set of {label.toLowerCase()}</label>
      <div class="matrix-set">
        <select id={id} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">Choose a set …</option>
          {sets.map((some, i) => (
            <optgroup key={some.label} label={some.label}>
              {some.sets.map((one, j) => (
                <option key={one.label} value={`${i},${j}`}>
                  {one.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button type="button" disabled={!set} onClick={() => set && onChange(listOf(set.names))}>
          Show
        </button>
        <button
          type="button"
          disabled={!set}
          onClick={() => set && onChange(listOf([...names, ...set.names]))}
        >
          Add
        </button>
      </div>
    </div>
  );
}

export function Choose(props: ChooseProps) {
  const { label, kind, names, chosenByData, why, knownAt, onChange } = props;
  return (
    <fieldset class="matrix-choose">
      <legend>{label}</legend>
      {chosenByData && <p class="small">{why}</p>}
      <Tokens {...props} />
      <div class="fields">
        <Combo
          key={names.join()}
          label={`Add a ${kind}`}
          kind={kind}
          value=""
          placeholder="a name, an id or an alias"
          knownAt={knownAt}
          onChoose={(name) => onChange(listOf([...names, escaped(name)]))}
        />
        <Sets {...props} />
      </div>
    </fieldset>
  );
}
