// What the picture shows: its two figures, their scales, which items, and which rules make zones.
import { AXES } from "../../law/facts";
import { Combo } from "../../ui/combo";
import { PlaceField } from "../../ui/fields";
import type { UrlState } from "../../url";
import { effectsParameter, effectWords, KINDS, type View } from "./view";

interface SelectProps {
  label: string;
  value: string;
  options: [string, string][];
  onChoose: (value: string) => void;
  /** For names that are long. */
  wide?: boolean;
}

function Select({ label, value, options, onChoose, wide }: SelectProps) {
  return (
    <label class={wide ? "field lines-wide" : "field"}>
      <span class="field-label">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ControlsProps {
  url: UrlState;
  view: View;
  vendors: string[];
  /** The effects that have a threshold on these axes on any day. */
  effects: string[];
}

export function Controls({ url, view, vendors, effects }: ControlsProps) {
  const { state, change } = url;
  const axes = AXES.map(({ field, name }): [string, string] => [field, name]);
  const linear = (axis: "x" | "y", on: boolean) => {
    const next = { ...view.linear, [axis]: on };
    change({ view_linear: [next.x ? "x" : "", next.y ? "y" : ""].filter(Boolean).join(",") || null });
  };
  const scales: [string, string][] = [
    ["log", "Logarithmic"],
    ["linear", "Linear"],
  ];
  const toggle = (effect: string, on: boolean) =>
    change({
      view_effects: effectsParameter(
        on
          ? [...view.effects.filter((one) => one !== "none"), effect]
          : view.effects.filter((one) => one !== effect),
      ),
    });
  return (
    <>
      <div class="fields lines-choices">
        <Select
          wide
          label="Across"
          value={view.x.field}
          options={axes.filter(([field]) => field !== view.y.field)}
          onChoose={(view_x) => change({ view_x, view_y: view.y.field })}
        />
        <Select
          label="Scale across"
          value={view.linear.x ? "linear" : "log"}
          options={scales}
          onChoose={(scale) => linear("x", scale === "linear")}
        />
        <Select
          wide
          label="Up"
          value={view.y.field}
          options={axes.filter(([field]) => field !== view.x.field)}
          onChoose={(view_y) => change({ view_x: view.x.field, view_y })}
        />
        <Select
          label="Scale up"
          value={view.linear.y ? "linear" : "log"}
          options={scales}
          onChoose={(scale) => linear("y", scale === "linear")}
        />
        <Select
          label="Items"
          value={view.kindName}
          options={Object.entries(KINDS).map(([name, { words }]) => [name, words])}
          onChoose={(view_kind) => change({ view_kind })}
        />
        <Select
          label="Vendor"
          value={view.vendor}
          options={[["", "All vendors"], ...vendors.map((vendor): [string, string] => [vendor, vendor])]}
          onChoose={(view_vendor) => change({ view_vendor })}
        />
      </div>
      <div class="fields lines-choices">
        <Combo
          label="Mark a chip"
          kind="chip"
          value={state.chip ?? ""}
          placeholder="H20, MI300X, Ascend …"
          knownAt={state.known_at}
          onChoose={(chip) => change({ chip })}
        />
        <PlaceField
          url={url}
          parameter="destination"
          label="Only rules that reach"
          placeholder="any destination"
        />
        <fieldset class="lines-effects">
          <legend>Zones of</legend>
          {effects.map((effect) => (
            <label key={effect}>
              <input
                type="checkbox"
                checked={view.effects.includes(effect)}
                onChange={(event) => toggle(effect, event.currentTarget.checked)}
              />{" "}
              {effectWords(effect)}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  );
}
