// Search: whatever is recorded under some words, with the place where they stand, and how they were read.
import type { Schemas } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import type { Csv } from "../csv";
import { today } from "../dates";
import { Marked } from "../ui/marked";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { pageOf } from "../ui/titled";
import { link, type UrlState, useUrlState } from "../url";
import { capital, plain, plural } from "../words";
import { Facets } from "./search/facets";

const EXAMPLES = ["H200", "affiliates rule", "presumption of denial", "Singapore"];

function Word({ word }: { word: Schemas["FoundWord"] }) {
  const read = word.read_as.map((text) => `“${text}”`).join(", ");
  return (
    <li>
      {word.how === "unknown"
        ? `Nothing like “${word.word}” occurs.`
        : `“${word.word}” was read as ${read}${word.how === "prefix" ? " and other words that begin so" : ""}.`}
    </li>
  );
}

function Hit({ item, knownAt }: { item: Schemas["FoundItem"]; knownAt: string | undefined }) {
  const { matched, snippet } = item;
  const asTitle = matched && item.title === matched.text;
  return (
    <li class="lib-hit">
      <p class="lib-kind">
        {capital(item.kind)}
        {item.date && <> · {item.date}</>}
      </p>
      <h3>
        <a href={pageOf(item.kind, item.id, knownAt)}>
          {asTitle ? <Marked excerpt={matched} /> : item.title}
        </a>
      </h3>
      {item.subtitle && <p class="small">{item.subtitle}</p>}
      {matched && !asTitle && (
        <p>
          <span class="lib-field">{plain(matched.field)}:</span> <Marked excerpt={matched} />
        </p>
      )}
      {snippet && (
        <p>
          <Marked excerpt={snippet} />
        </p>
      )}
    </li>
  );
}

const HIT = ["kind", "id", "title", "subtitle", "date", "url"] as const;

function hitsOf(found: Schemas["Search"]): Csv {
  return { columns: [...HIT], rows: found.items.map((item) => HIT.map((name) => item[name])) };
}

function Results({ found, url }: { found: Schemas["Search"]; url: UrlState }) {
  return (
    <>
      {found.words.length > 0 && (
        <ul class="lib-read">
          {found.words.map((word) => (
            <Word key={word.word} word={word} />
          ))}
        </ul>
      )}
      {found.did_you_mean.length > 0 && (
        <p>
          Did you mean{" "}
          {found.did_you_mean.map((text, i) => (
            <span key={text}>
              {i > 0 && " or "}
              <a href={link("/search", { ...url.state, q: text })}>{text}</a>
            </span>
          ))}
          ?
        </p>
      )}
      <div class="lib-columns">
        <aside class="lib-facets" aria-label="Kinds found">
          <Facets url={url} name="kind" label="Kind" counts={found.facets.kind} />
        </aside>
        <div>
          {found.total === 0 ? (
            <Empty>Nothing recorded holds these words.</Empty>
          ) : (
            <>
              <ol class="lib-list">
                {found.items.map((item) => (
                  <Hit key={`${item.kind} ${item.id}`} item={item} knownAt={url.state.known_at} />
                ))}
              </ol>
              <More list={found} one="result" url={url} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

export default function Search() {
  const url = useUrlState();
  const { q, kind, known_at } = url.state;
  const query = { q, kind: kind?.split(","), known_at, limit: 20 };
  const answer = usePages("/v1/search", q ? query : null, pagesOf(url.state));
  useTitle(q ? `Search: ${q}` : "Search");
  return (
    <div class="screen">
      <h1>{q ? `Search for “${q}”` : "Search all records"}</h1>
      {!q && (
        <p>
          Chips, rulings, events, places and disputes by any of their words. For example{" "}
          {EXAMPLES.map((text, i) => (
            <span key={text}>
              {i > 0 && ", "}
              <a href={link("/search", { q: text })}>{text}</a>
            </span>
          ))}
          .
        </p>
      )}
      {q && (
        <Shown answer={answer} what="what is recorded">
          {(found) => (
            <Panel
              title={found.total === null ? "Results" : plural(found.total, "result")}
              address={link("/v1/search", { q, kind, known_at })}
              csv={hitsOf(found)}
              file={["search", q, today()]}
            >
              <Results found={found} url={url} />
            </Panel>
          )}
        </Shown>
      )}
    </div>
  );
}
