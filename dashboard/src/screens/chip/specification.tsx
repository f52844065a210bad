// Every figure with its unit and its source, and what the rulings count by, worked out.
import { useGet } from "../../api/use";
import type { Csv } from "../../csv";
import { Panel } from "../../ui/panel";
import { Out } from "../../ui/sources";
import { Shown } from "../../ui/states";
import { link, type UrlState } from "../../url";
import { figure } from "../../words";
import {
  type Chip,
  derivationOf,
  differs,
  type Figure,
  figuresOf,
  label,
  labelWithin,
  runs,
  type Source,
} from "./figures";

function Reference({ source, number }: { source: Source; number: number }) {
  return (
    <span class="chip-source">
      <Out url={source.url}>
        [{number}] <span class="chip-source-title">{source.title}</span>
      </Out>
    </span>
  );
}

function SourceCell({ run, sources }: { run: Figure[]; sources: Source[] }) {
  const numbers = run[0]?.sources ?? [];
  return (
    <td rowSpan={run.length} class="chip-from">
      {numbers.map((at) => {
        const source = sources[at];
        return source && <Reference key={at} source={source} number={at + 1} />;
      })}
      {numbers.length === 0 && <span class="chip-unsourced">no source recorded</span>}
    </td>
  );
}

/** Figures of the same sources, with these beside them all. */
function Rows({ run, sources }: { run: Figure[]; sources: Source[] }) {
  return (
    <>
      {run.map((one, i) => (
        <tr key={one.path}>
          <th scope="row" title={one.description}>
            {one.label}
          </th>
          <td class="number chip-value">
            {typeof one.value === "number" ? figure(one.value) : one.value}
            {one.unit && <span class="chip-unit"> {one.unit}</span>}
          </td>
          {i === 0 && <SourceCell run={run} sources={sources} />}
        </tr>
      ))}
    </>
  );
}

function Sources({ sources }: { sources: Source[] }) {
  return (
    <>
      <h3>Sources</h3>
      <ol class="chip-sources">
        {sources.map((source, i) => (
          <li key={i} id={`source-${i + 1}`}>
            <Out url={source.url}>{source.title}</Out>
            {source.fields && <span class="small"> for {source.fields.map(labelWithin).join(", ")}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function csvOf(figures: Figure[], sources: Source[]): Csv {
  return {
    columns: ["figure", "value", "unit", "sources"],
    rows: figures.map((one) => [
      one.path,
      one.value,
      one.unit,
      one.sources.map((at) => sources[at]?.url ?? sources[at]?.title ?? "").join(" "),
    ]),
  };
}

function Figures({ figures, chip }: { figures: Figure[]; chip: Chip }) {
  const sources = chip.sources ?? [];
  const known = figures.filter(({ value }) => value !== null);
  const unknown = figures.filter(({ value }) => value === null);
  return (
    <>
      <div class="table-frame" tabIndex={0} role="region" aria-label="Figures and their sources">
        <table class="chip-figures">
          <caption>As published, dense, all packages together; each with who published it.</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" class="number">
                Value
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {runs(known).map((run) => (
              <Rows key={run[0]?.path} run={run} sources={sources} />
            ))}
          </tbody>
        </table>
      </div>
      {unknown.length > 0 && (
        <p class="small">
          Not known or not published: {unknown.map((one) => labelWithin(one.path)).join(", ")}.
        </p>
      )}
      <Sources sources={sources} />
    </>
  );
}

function Reported({ ours, theirs }: { ours: number | null | undefined; theirs: number | null | undefined }) {
  if (theirs === null || theirs === undefined) return <>none recorded</>;
  const share = differs(ours, theirs);
  return (
    <>
      {figure(theirs)}{" "}
      {share === null ? (
        <span class="small">{ours ? "agrees" : ""}</span>
      ) : (
        <strong class="chip-differs">
          {figure(Math.abs(Math.round(share * 1000) / 10))} % {share > 0 ? "more" : "less"} than derived
        </strong>
      )}
    </>
  );
}

type Metrics = NonNullable<Chip["metrics"]>;
type Numbers = Pick<Metrics, "tpp" | "performance_density" | "derivation">;

/** The figures that rulings count by, with the sums they come from. */
export function Derivation({ metrics }: { metrics: Numbers }) {
  const results: Record<string, number | null | undefined> = {
    tpp: metrics.tpp,
    performance_density: metrics.performance_density,
  };
  return (
    <ol class="chip-steps">
      {derivationOf(metrics.derivation ?? "").map(({ name, steps }) => (
        <li key={name + steps}>
          {name && (
            <>
              <span class="chip-step-name">{name === "tpp" ? "TPP" : label(name)}</span> ={" "}
            </>
          )}
          {steps}
          {typeof results[name] === "number" && (
            <>
              {" "}
              = <strong>{figure(results[name])}</strong>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

export function Counted({
  chip,
  metrics,
  address,
  url,
}: {
  chip: Chip;
  metrics: Metrics;
  address: string;
  url: UrlState;
}) {
  const rows: [string, number | null | undefined, number | null | undefined, string][] = [
    ["TPP", metrics.tpp, chip.tpp_reported, "TOPS × bits"],
    [
      "Performance density",
      metrics.performance_density,
      chip.performance_density_reported,
      "TOPS × bits per mm²",
    ],
  ];
  const bandwidth = metrics.io_plus_memory_bandwidth_gb_s;
  const derivedCsv = {
    columns: ["measure", "derived", "reported", "unit"],
    rows: [
      ...rows.map(([name, ours, theirs, unit]) => [name, ours, theirs, unit]),
      ...(typeof bandwidth === "number"
        ? [["Interconnect and memory bandwidth", bandwidth, null, "GB/s"]]
        : []),
    ],
  };
  return (
    <Panel
      title="What rulings count by"
      address={address}
      csv={derivedCsv}
      file={["chip", chip.id, "derived"]}
    >
      <div class="table-frame" tabIndex={0} role="region" aria-label="Derived figures">
        <table class="chip-figures">
          <caption>
            Derived from the figures below. What another party reports is for comparison only.
          </caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col" class="number">
                Derived
              </th>
              <th scope="col">Reported by another party</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ours, theirs, unit]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number chip-value">
                  {figure(ours)}
                  {typeof ours === "number" && <span class="chip-unit"> {unit}</span>}
                </td>
                <td>
                  <Reported ours={ours} theirs={theirs} />
                </td>
              </tr>
            ))}
            {typeof bandwidth === "number" && (
              <tr>
                <th scope="row">Interconnect and memory bandwidth</th>
                <td class="number chip-value">
                  {figure(bandwidth)}
                  <span class="chip-unit"> GB/s</span>
                </td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <h3>Worked out</h3>
      <Derivation metrics={metrics} />
      <p class="small">
        Counted as {metrics.data_center ? "" : "not "}designed or marketed for data centers
        {metrics.assembly ? ", and as a system or an assembly" : ""}.{" "}
        <a href={link("/lines", { chip: chip.id, date: url.state.date, known_at: url.state.known_at })}>
          Where that lies among the lines
        </a>
      </p>
    </Panel>
  );
}

export function Specification({ chip, address }: { chip: Chip; address: string }) {
  const columns = useGet("/v1/columns", {});
  return (
    <Shown answer={columns} what="the columns of chips">
      {({ items }) => {
        const figures = figuresOf(
          chip,
          items.filter(({ list }) => list === "chips"),
        );
        return (
          <Panel
            title="Figures and their sources"
            address={address}
            csv={csvOf(figures, chip.sources ?? [])}
            file={["chip", chip.id, "figures"]}
          >
            <Figures figures={figures} chip={chip} />
          </Panel>
        );
      }}
    </Shown>
  );
}
