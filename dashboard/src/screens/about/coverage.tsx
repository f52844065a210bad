// What is in the data and what is not.
import type { Schemas } from "../../api/client";
import { Panel } from "../../ui/panel";
import { link } from "../../url";
import { figure } from "../../words";

export interface CoverageProps {
  service: Schemas["Service"];
  nameOf: (code: string) => string;
  knownAt: string | undefined;
}

const PAGES: Record<string, string> = { groups: "/destinations" };

function Counts({ service, knownAt }: Omit<CoverageProps, "nameOf">) {
  return (
    <ul class="counts">
      {Object.entries(service.counts).map(([kind, count]) => (
        <li key={kind}>
          <a href={link(PAGES[kind] ?? `/${kind}`, { known_at: knownAt })}>
            <strong>{figure(count)}</strong> {kind}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Sentences({ title, texts }: { title: string; texts: string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

export function Coverage({ service, nameOf, knownAt }: CoverageProps) {
  const { coverage } = service;
  return (
    <Panel title="What it covers" id="coverage" address={link("/v1", { known_at: knownAt })}>
      <Counts service={service} knownAt={knownAt} />
      <dl class="facts">
        <dt>First day researched</dt>
        <dd>{coverage.first_date}; earlier days are answered as unknown</dd>
        <dt>Rulings through</dt>
        <dd>{coverage.rulings_through}</dd>
        <dt>Events through</dt>
        <dd>{coverage.events_through}</dd>
        <dt>Country groups as printed on</dt>
        <dd>{coverage.cfr_text_date}</dd>
        <dt>Whose law</dt>
        <dd>{coverage.jurisdictions.map(nameOf).join(", ")}</dd>
      </dl>
      <div class="columns">
        <Sentences title="Modelled" texts={coverage.modelled} />
        <Sentences title="Not modelled" texts={coverage.not_modelled} />
      </div>
    </Panel>
  );
}
