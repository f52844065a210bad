// A field that knows names: what is typed is looked up by the API's own search, and what is chosen is an id. The pattern is the combobox with
// a list of the ARIA Authoring Practices.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { get, type Schemas } from "../api/client";
import { plural } from "../words";
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

/** What the API finds for a text; null until it has answered for that very text. */
function useFound(text: string, kind: ComboProps["kind"], knownAt: string | undefined): Found[] | null {
  const [found, setFound] = useState<{ text: string; items: Found[] } | null>(null);
  useEffect(() => {
    if (text.trim() === "") return setFound(null);
    const stop = new AbortController();
    const query = {
      q: text.slice(0, 120),
      kind: [kind],
      limit: SHOWN,
      ...(knownAt ? { known_at: knownAt } : {}),
    };
    const take = (items: Found[]) => {
      if (!stop.signal.aborted) setFound({ text, items });
    };
    const timer = setTimeout(() => {
      get("/v1/search", { query }, stop.signal).then(
        (answer) => take(answer.items),
        () => take([]),
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, kind, knownAt]);
  return found && found.text === text ? found.items : null;
}

/** The name of what was just chosen, until the API has told another for it. */
function useShown(value: string, name: string | undefined) {
  const [chosen, setChosen] = useState<{ id: string; title: string; before: string | undefined } | null>(
    null,
  );
  const fresh =
    chosen && chosen.id === value && (name === undefined || name === chosen.before) ? chosen.title : null;
  const remember = (id: string, title: string) => setChosen({ id, title, before: name });
  return { shown: fresh ?? (value ? (name ?? value) : ""), remember };
}

function Option({
  id,
  item,
  active,
  onChoose,
}: {
  id: string;
  item: Found;
  active: boolean;
  onChoose: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus, and its keys choose.
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      // The field keeps the focus, and settles nothing before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
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
  );
}

export function Combo(props: ComboProps) {
  const { label, kind, value, name, placeholder, required, knownAt, onChoose } = props;
  const id = useId();
  const { shown, remember } = useShown(value, name);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const answer = useFound(typed ?? "", kind, knownAt);
  const found = answer ?? [];
  const open = typed !== null && found.length > 0;

  const close = () => {
    setTyped(null);
    setActive(-1);
  };
  const choose = (chosen: string, title: string) => {
    close();
    if (chosen === value) return;
    remember(chosen, title);
    onChoose(chosen);
  };
  // What was typed and not chosen from the list is asked as it stands: the API knows names and says what it does not.
  const settle = () => {
    if (typed === null) return;
    const item = found[active];
    const text = typed.trim();
    if (item) choose(item.id, item.title);
    else if (text === shown) close();
    else choose(text, text);
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (typed === null) return type(shown);
      const step = event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1;
      if (found.length > 0) setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter" && typed !== null) {
      // The first Enter takes the name; the next one may send a form.
      event.preventDefault();
      settle();
    } else if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div class="field combo">
      <label for={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        required={required}
        placeholder={placeholder}
        value={typed ?? shown}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => type(event.currentTarget.value)}
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
          <Option
            key={item.id}
            id={`${id}-${i}`}
            item={item}
            active={i === active}
            onChoose={() => choose(item.id, item.title)}
          />
        ))}
      </div>
      {answer?.length === 0 && typed && (
        <div class="combo-list combo-none">
          Nothing recorded is called so. Enter asks for it as it stands.
        </div>
      )}
      <span role="status" class="heard">
        {answer && typed
          ? answer.length > 0
            ? `${plural(answer.length, "name")} found`
            : "No name found"
          : ""}
      </span>
    </div>
  );
}
