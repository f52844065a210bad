// A part that is folded until asked for, its state in the address.
import type { ComponentChildren } from "preact";
import type { UrlState } from "../../url";

export function Unfold(props: {
  url: UrlState;
  /** Of the parameter that holds "1" or "0". */
  name: string;
  title: ComponentChildren;
  /** Whether it is open where the address does not say. */
  open?: boolean;
  class?: string;
  children: ComponentChildren;
}) {
  const { url, name, title, children } = props;
  const otherwise = props.open ?? false;
  const said = url.state[name];
  const open = said === undefined ? otherwise : said === "1";
  return (
    <details
      class={props.class}
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now !== open) url.change({ [name]: now === otherwise ? null : now ? "1" : "0" }, "replace");
      }}
    >
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}
