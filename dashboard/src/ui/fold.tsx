// A long list of names in one line, to be unfolded. What is folded is not in the page at all: there may be thousands.
import { useState } from "preact/hooks";
import { plural } from "../words";

export interface Name {
  text: string;
  href?: string | undefined;
}

const SHOWN = 2;

/** "China, Hong Kong and 41 more"; all names where folding would hide one or two only. */
export function inBrief(names: readonly Name[], shown = SHOWN): string {
  const texts = names.map((name) => name.text);
  if (texts.length <= shown + 2) return texts.join(", ");
  return `${texts.slice(0, shown).join(", ")} and ${texts.length - shown} more`;
}

function One({ name }: { name: Name }) {
  return name.href ? <a href={name.href}>{name.text}</a> : <span>{name.text}</span>;
}

export interface FoldProps {
  names: Name[];
  /** What is listed, as one and as many: "destination", "destinations". */
  one: string;
  /** How many there are in all; a list of them all is called that. */
  ofAll?: number | undefined;
}

export function Fold({ names, one, ofAll }: FoldProps) {
  const [open, setOpen] = useState(false);
  if (names.length <= SHOWN + 2)
    return (
      <span class="fold-few">
        {names.map((name, i) => (
          <span key={name.text}>
            {i > 0 && ", "}
            <One name={name} />
          </span>
        ))}
      </span>
    );
  const all = ofAll === names.length ? `all ${plural(ofAll, one)}` : inBrief(names);
  return (
    <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{all}</summary>
      {open && (
        <ul class="fold-list">
          {names.map((name) => (
            <li key={name.text}>
              <One name={name} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
