// The feed: what was recorded, by whom and why, document by document, the latest first.
import { API_ORIGIN, addressOf } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { dataOf, useGet } from "../api/use";
import { today } from "../dates";
import { Feeds } from "../ui/feeds";
import { KnownAtField } from "../ui/fields";
import { MoreButton } from "../ui/more";
import { Panel } from "../ui/panel";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { type UrlState, useUrlState } from "../url";
import { capital, figure, plain, plural } from "../words";
import { changesQuery } from "./changes/ask";
import { Following } from "./changes/following";
import { Revisions } from "./changes/revisions";

const CHOICES = {
  kind: "Kind of document",
  op: "What was done",
  changed: "Member that differs",
  actor: "By",
};

function Filters({ url }: { url: UrlState }) {
  const { state, change } = url;
  const counted = dataOf(
    useGet("/v1/changes", {
      query: {
        limit: 1,
        facets: Object.keys(CHOICES).join(),
        ...(state.known_at && { known_at: state.known_at }),
      },
    }),
  );
  return (
    <div class="fields">
      {Object.entries(CHOICES).map(([name, label]) => {
        const values = counted?.facets[name] ?? [];
        const value = state[name] ?? "";
        return (
          <div class="field" key={name}>
            <label for={`changes-${name}`}>{label}</label>
            <select
              id={`changes-${name}`}
              value={value}
              onChange={(event) => change({ [name]: event.currentTarget.value, view_pages: null })}
            >
              <option value="">any</option>
              {value && !values.some((one) => String(one.value) === value) && (
                <option value={value}>{value}</option>
              )}
              {values.map((one) => (
                <option key={String(one.value)} value={String(one.value)}>
                  {name === "actor" ? one.value : capital(plain(String(one.value)))} ({figure(one.count)})
                </option>
              ))}
            </select>
          </div>
        );
      })}
      <div class="field">
        <label for="changes-id">Document's id</label>
        <input
          id="changes-id"
          type="search"
          value={state.id ?? ""}
          maxLength={96}
          spellcheck={false}
          onChange={(event) => change({ id: event.currentTarget.value.trim(), view_pages: null })}
        />
      </div>
      <KnownAtField url={url} />
    </div>
  );
}

function Follow({ url }: { url: UrlState }) {
  const fixed = Boolean(url.state.known_at);
  return (
    <p>
      <label class="follow">
        <input
          type="checkbox"
          checked={Boolean(url.state.view_follow) && !fixed}
          disabled={fixed}
          onChange={(event) => url.change({ view_follow: event.currentTarget.checked ? "1" : null })}
        />{" "}
        Follow: show what is recorded as it is recorded
        {fixed && " (not while a state of knowledge is chosen)"}
      </label>
    </p>
  );
}

function More({ url, listed, total }: { url: UrlState; listed: number; total: number | null }) {
  return (
    <p class="read-on">
      <span role="status">
        {figure(listed)} of {total === null ? "more than can be counted" : plural(total, "change")}.
      </span>{" "}
      <MoreButton url={url}>Read on</MoreButton>
    </p>
  );
}

export default function ChangesScreen() {
  useTitle("The feed");
  const url = useUrlState();
  const { state } = url;
  const query = { ...changesQuery(state), limit: 50 };
  const answer = usePages("/v1/changes", query, pagesOf(state));
  const following = Boolean(state.view_follow) && !state.known_at;
  return (
    <div class="screen changes">
      <h1>The feed</h1>
      <p>
        What this data set recorded, by whom and why, document by document, the latest first. Nothing recorded
        is ever altered: a correction is a new revision, and every earlier state can still be asked for.
      </p>
      <Filters url={url} />
      <Follow url={url} />
      <Shown answer={answer} what="what was recorded">
        {(list) => (
          <>
            {following && <Following url={url} since={list.meta.data_version} />}
            <Panel
              title={list.total === null ? "Changes" : plural(list.total, "change")}
              address={addressOf("/v1/changes", { query })}
              csv
              file={["changes", url.state.kind, url.state.id, today()]}
              tools={
                <a
                  class="tool"
                  href={API_ORIGIN + addressOf("/v1/changes", { query: { ...query, format: "atom" } })}
                >
                  Atom
                </a>
              }
            >
              {list.items.length === 0 && <Empty>Nothing was recorded that fits.</Empty>}
              <Revisions changes={list.items} />
              {list.next && <More url={url} listed={list.items.length} total={list.total} />}
            </Panel>
          </>
        )}
      </Shown>
      <Feeds />
    </div>
  );
}
