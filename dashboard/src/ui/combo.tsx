// A field that knows names: what is typed is looked up by the API's own search, and what is chosen is an id. The pattern is the combobox with
// a list of the ARIA Authoring Practices.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { get, type Schemas } from "../api/client";
import { Marked } from "./marked";

type Found = Schemas["FoundItem"];

export interface ComboProps {
  label: string;
  kind: "chip" | "destination";
  /** What the address says: an id, or any name that the API understands. */
  value: string;
  /** The name to show for `value`, once the API told it. */
  name?: string | undefined;
  placeholder?: string;
  required?: boolean;
  knownAt?: string | undefined;
  onChoose: (id: string) => void;
}

const WAIT_MS = 120;
const SHOWN = 8;

function useFound(text: string, kind: ComboProps["kind"], knownAt: string | undefined): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    if (text.trim() === "") return setFound([]);
    const stop = new AbortController();
    const query = {
      q: text.slice(0, 120),
      kind: [kind],
      limit: SHOWN,
      ...(knownAt ? { known_at: knownAt } : {}),
    };
    const timer = setTimeout(() => {
      get("/v1/search", { query }, stop.signal).then(
        (answer) => !stop.signal.aborted && setFound(answer.items),
        () => !stop.signal.aborted && setFound([]),
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, kind, knownAt]);
  return found;
}

export function Combo(props: ComboProps) {
  const { label, kind, value, name, placeholder, required, knownAt, onChoose } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const found = useFound(typed ?? "", kind, knownAt);
  const open = typed !== null && found.length > 0;

  const choose = (chosen: string) => {
    setTyped(null);
    setActive(-1);
    if (chosen !== value) onChoose(chosen);
  };
  // What was typed and not chosen from the list is asked as it stands: the API knows names and says what it does not.
  const settle = () => {
    if (typed !== null) choose(found[active]?.id ?? typed.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length > 0) setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      settle();
    } else if (event.key === "Escape") {
      setTyped(null);
      setActive(-1);
    }
  };
  return (
    <div class="field combo">
      <label for={`${id}-input`}>{label}</label>
      <input
        ref={input}
        id={`${id}-input`}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        required={required}
        placeholder={placeholder}
        value={typed ?? name ?? value}
        onFocus={() => input.current?.select()}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={settle}
      />
      <div
        class="combo-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={`${label}: names found`}
        hidden={!open}
      >
        {found.map((item, i) => (
          <div
            key={item.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            // The field keeps the focus, and settles nothing before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item.id)}
            onKeyDown={onKeyDown}
          >
            <span class="combo-title">{item.title}</span>
            <span class="combo-note">
              {item.matched && item.matched.field !== "name" && (
                <>
                  {item.matched.field}: <Marked excerpt={item.matched} /> ·{" "}
                </>
              )}
              {item.subtitle}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
