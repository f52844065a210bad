// All chips, narrowed and sorted by the API itself.
import { addressOf, type Schemas } from "../api/client";
import { pagesOf, usePages } from "../api/pages";
import { useGet } from "../api/use";
import { today } from "../dates";
import { Choice, Written } from "../ui/filter";
import { More } from "../ui/more";
import { Panel } from "../ui/panel";
import { Confidence } from "../ui/sources";
import { Empty, Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { carried, link, type UrlState, useUrlState } from "../url";
import { capital, figure, plain } from "../words";
import { COLUMNS, type Column, chipFilter, order, SORT, turned } from "./chips/list";

type Chip = Schemas["ChipFields"];
const PAGE = 50;

function Filters({ url }: { url: UrlState }) {
  const facets = "vendor,segment,kind,market,confidence";
  const all = useGet("/v1/chips", {
    query: { facets, fields: "id", limit: 1, known_at: url.state.known_at },
  });
  const values = "data" in all ? all.data?.facets : undefined;
  return (
    <search>
      <div class="fields">
        <Written label="Words" name="q" url={url} placeholder="name, vendor, notes …" />
        <Choice label="Vendor" name="vendor" url={url} values={values?.vendor} />
        <Choice label="Segment" name="segment" url={url} values={values?.segment} />
        <Choice label="Kind" name="kind" url={url} values={values?.kind} />
        <Choice label="Made for" name="market" url={url} values={values?.market} />
        <Choice label="Confidence" name="confidence" url={url} values={values?.confidence} />
        <Written label="TPP at least" name="tpp.gte" url={url} type="number" />
        <Written label="TPP under" name="tpp.lt" url={url} type="number" />
      </div>
    </search>
  );
}

function Head({ column, url }: { column: Column; url: UrlState }) {
  const sorted = order(url.state.sort ?? SORT, column.sort);
  const next = turned(url.state.sort ?? SORT, column.sort);
  return (
    <th scope="col" class={column.number ? "number" : ""} aria-sort={sorted ?? "none"}>
      <a class="sort-link" href={link(url.path, { ...url.state, sort: next, view_pages: null })}>
        {column.title}
        <span aria-hidden="true">{sorted === "descending" ? " ↓" : sorted === "ascending" ? " ↑" : ""}</span>
      </a>
    </th>
  );
}

function Row({ chip, url }: { chip: Chip; url: UrlState }) {
  return (
    <tr>
      <th scope="row">
        <a href={link(`/chips/${chip.id}`, carried(url.state, "date"))}>{chip.name}</a>
      </th>
      <td>{chip.vendor}</td>
      <td>
        {capital(plain(chip.segment ?? ""))}
        {chip.market !== "global" && `, for ${chip.market}`}
      </td>
      <td class="number">{figure(chip.metrics?.tpp)}</td>
      <td class="number">{figure(chip.metrics?.performance_density)}</td>
      <td class="number">{figure(chip.memory?.bandwidth_gb_s)}</td>
      <td class="number">{figure(chip.interconnect?.bandwidth_gb_s)}</td>
      <td>{chip.released_on ?? "not known"}</td>
      <td>{chip.confidence && <Confidence level={chip.confidence} />}</td>
    </tr>
  );
}

function Table({ chips, url }: { chips: Chip[]; url: UrlState }) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Chips">
      <table class="chip-list">
        <caption>
          TPP in TOPS × bits and performance density in TOPS × bits per mm², derived; bandwidths in GB/s. A
          head sorts.
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column.sort} column={column} url={url} />
            ))}
          </tr>
        </thead>
        <tbody>
          {chips.map((chip) => (
            <Row key={chip.id} chip={chip} url={url} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export default function Chips() {
  useTitle("Chips");
  const url = useUrlState();
  const { q, known_at, sort } = url.state;
  const query = {
    q: q || undefined,
    known_at,
    sort: sort || SORT,
    limit: PAGE,
    filter: chipFilter(url.state),
    // The contract types each filter by its field, and those with an operator by none.
  };
  const answer = usePages("/v1/chips", query, pagesOf(url.state));
  const asked = { query };
  return (
    <div class="screen">
      <h1>Chips</h1>
      <Filters url={url} />
      <Panel title="Recorded chips" address={addressOf("/v1/chips", asked)} csv file={["chips", q, today()]}>
        <Shown answer={answer} what="chips">
          {(list) => (
            <>
              {list.items.length > 0 ? (
                <Table chips={list.items} url={url} />
              ) : (
                <Empty>No recorded chip is like that.</Empty>
              )}
              <More list={list} one="chip" url={url} />
            </>
          )}
        </Shown>
      </Panel>
    </div>
  );
}
