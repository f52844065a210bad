// News as they are recorded, for who asks for them: a question is held by the server for most of a minute, and none is asked while the page is
// not looked at.
import { useEffect, useState } from "preact/hooks";
import { ApiError, get, getNext } from "../../api/client";
import type { UrlState } from "../../url";
import { plural } from "../../words";
import { type Change, changesQuery } from "./ask";
import { follow, type NewsPage, rest } from "./follow";
import { Revisions } from "./revisions";

const WAIT_SECONDS = 50;

function looked(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      if (document.visibilityState !== "visible" && !signal.aborted) return;
      document.removeEventListener("visibilitychange", done);
      resolve();
    };
    document.addEventListener("visibilitychange", done);
    signal.addEventListener("abort", done);
  });
}

function askNews(state: UrlState["state"]) {
  return (since: number, signal: AbortSignal): Promise<NewsPage<Change>> => {
    const query = changesQuery({ ...state, known_at: "", sort: "seq", "seq.gt": String(since) });
    return get("/v1/changes", { query: { ...query, wait: WAIT_SECONDS } }, signal);
  };
}

/** What was recorded after `since` while this is shown, newest first. */
export function Following({ url, since }: { url: UrlState; since: number }) {
  const [news, setNews] = useState<Change[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const key = JSON.stringify(changesQuery(url.state));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is all of the state that is asked with.
  useEffect(() => {
    const stop = new AbortController();
    setNews([]);
    void follow<Change>({
      since,
      ask: askNews(url.state),
      readNext: getNext,
      onNews: (items) => setNews((known) => [...items].reverse().concat(known)),
      onFault: (cause) =>
        setFault(cause === null ? null : cause instanceof ApiError ? cause.message : String(cause)),
      rest,
      looked,
      signal: stop.signal,
    });
    return () => stop.abort();
  }, [key, since]);
  return (
    <div class="following">
      <p role="status">
        {fault
          ? `${fault} It is asked again in a while.`
          : news.length > 0
            ? `${plural(news.length, "document")} recorded since you follow.`
            : `Following: nothing was recorded after data version ${since} yet.`}
      </p>
      <Revisions changes={news} />
    </div>
  );
}
