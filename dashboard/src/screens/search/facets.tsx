// What a list holds, counted: each value a link that narrows the list to it, or widens it again.
import type { Schemas } from "../../api/client";
import { link, type UrlState } from "../../url";
import { capital, plain } from "../../words";

export function Facets({
  url,
  name,
  label,
  counts,
  most = 9,
}: {
  url: UrlState;
  name: string;
  label: string;
  counts: Schemas["FacetCount"][] | undefined;
  most?: number;
}) {
  const chosen = url.state[name];
  if (!counts || (counts.length === 0 && !chosen)) return null;
  const shown = counts.slice(0, most);
  if (chosen && !shown.some((count) => String(count.value) === chosen)) {
    const own = counts.find((count) => String(count.value) === chosen);
    shown.unshift(own ?? { value: chosen, count: 0 });
  }
  return (
    <div class="lib-facet">
      <h3>{label}</h3>
      <ul>
        {shown.map(({ value, count }) => {
          const here = String(value) === chosen;
          return (
            <li key={String(value)}>
              <a
                href={link(url.path, { ...url.state, view_pages: null, [name]: here ? null : String(value) })}
                aria-current={here ? "true" : undefined}
              >
                <span>{capital(plain(String(value)))}</span> <span class="lib-count">{count}</span>
                {here && <span class="lib-off"> × all</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
