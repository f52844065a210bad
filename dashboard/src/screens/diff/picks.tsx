// Several chips or destinations, each taken away by a click; none means all.
import type { Schemas } from "../../api/client";
import { Combo } from "../../ui/combo";
import type { UrlState } from "../../url";
import { listed, members } from "./ask";

interface PicksProps {
  url: UrlState;
  parameter: "chips" | "destinations";
  label: string;
  /** How the API understood the names, once it answered. */
  matched: Schemas["Match"][];
}

export function Picks({ url, parameter, label, matched }: PicksProps) {
  const chosen = members(url.state[parameter]);
  const nameOf = (text: string) => matched.find((match) => match.text === text)?.name ?? text;
  const set = (next: string[]) => url.change({ [parameter]: listed(next) });
  return (
    <div class="picks">
      <Combo
        label={label}
        kind={parameter === "chips" ? "chip" : "destination"}
        value=""
        placeholder={parameter === "chips" ? "all; or H20, MI300X …" : "all; or China, group:D:5 …"}
        knownAt={url.state.known_at}
        onChoose={(id) => !chosen.includes(id) && set([...chosen, id])}
      />
      {chosen.length > 0 && (
        <ul class="picked" aria-label={label}>
          {chosen.map((text) => (
            <li key={text}>
              <button
                type="button"
                class="tool"
                onClick={() => set(chosen.filter((other) => other !== text))}
                aria-label={`Take away ${nameOf(text)}`}
              >
                {nameOf(text)} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
