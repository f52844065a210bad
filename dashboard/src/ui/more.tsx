// The next of a list that is read page by page.
import type { ComponentChildren } from "preact";
import { pagesOf } from "../api/pages";
import type { UrlState } from "../url";
import { plural } from "../words";

/** Asks for one page more, of whatever the address is about. */
export function MoreButton({ url, children }: { url: UrlState; children: ComponentChildren }) {
  const more = () => url.change({ view_pages: String(pagesOf(url.state) + 1) }, "replace");
  return (
    <button type="button" onClick={more}>
      {children}
    </button>
  );
}

/** How much of the list is shown, and the next of it on demand. */
export function More({
  list,
  one,
  url,
}: {
  list: { items: unknown[]; total: number | null; next?: string | null };
  one: string;
  url: UrlState;
}) {
  return (
    <p class="more">
      <span role="status">
        {list.total !== null && list.items.length < list.total
          ? `${list.items.length} of ${plural(list.total, one)}`
          : plural(list.items.length, one)}
      </span>{" "}
      {list.next && <MoreButton url={url}>Show more</MoreButton>}
    </p>
  );
}
