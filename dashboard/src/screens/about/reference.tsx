// Conventions, symbols, licenses, how to cite, and how other programs ask: what one looks up.
import { API_ORIGIN, type Document, type Schemas } from "../../api/client";
import { today } from "../../dates";
import { Copy, curlOf, Panel } from "../../ui/panel";
import { Out } from "../../ui/sources";
import { provisionPage } from "../../ui/titled";
import { Badge } from "../../ui/verdict";
import { link } from "../../url";
import { capital, IMPORTS, OUTCOMES, plain } from "../../words";
import { citation, methods } from "./cite";

type Service = Schemas["Service"];

function Ready({ title, text }: { title: string; text: string }) {
  return (
    <figure class="ready-text">
      <figcaption>
        <h3>{title}</h3> <Copy text={text} label="Copy" title={`Copy: ${title}`} />
      </figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  );
}

export function Cite({ service, nameOf }: { service: Service; nameOf: (code: string) => string }) {
  return (
    <Panel title="How to cite" id="cite">
      <Ready title="Citation" text={citation(service, API_ORIGIN, today())} />
      <Ready title="Methods box" text={methods(service, nameOf)} />
      <p class="small">
        A single answer is cited from Check: its address with the date and the data version in it always gives
        the same answer, and its digest proves that a copy is unaltered.
      </p>
    </Panel>
  );
}

const MEANINGS: Record<string, string> = {
  prohibited: "a recorded ruling forbids it, and no license is foreseen",
  license_required: "it needs a license; the review policy says how applications are met",
  license_exception_available:
    "it needs a license, but an exception is open whose conditions have to be kept",
  no_license_required: "no recorded ruling in force asks for a license",
  unknown: "a fact that decides is not known, or the day is not covered: never read it as permission",
};

export function Symbols() {
  return (
    <Panel title="How to read the symbols" id="symbols">
      <p>
        Shape and color say the same, from the most restrictive to the least; unknown is no degree. What is
        announced, proposed, scheduled, suspended or lapsed never has one of these solid grounds: only law in
        force decides.
      </p>
      <dl class="meanings">
        {OUTCOMES.map((code) => (
          <div key={code}>
            <dt>
              <Badge code={code} />
            </dt>
            <dd>{MEANINGS[code]}</dd>
          </div>
        ))}
      </dl>
      <p>On the import side, of the destination's own law:</p>
      <ul class="legend" aria-label="Import side">
        {IMPORTS.map((code) => (
          <li key={code}>
            <Badge code={code} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Conventions({
  service,
  columns,
}: {
  service: Service;
  columns: Document<"/v1/columns"> | undefined;
}) {
  const lists = [...new Set(columns?.items.map((column) => column.list))];
  return (
    <Panel title="Conventions" id="conventions" address="/v1/columns" csv file="columns">
      <dl class="facts">
        {service.conventions.map(({ id, text }) => (
          <div key={id} class="pair">
            <dt>{capital(id.replace(/-/g, " "))}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {lists.map((list) => (
        <details key={list}>
          <summary>Columns of {list}</summary>
          <div class="table-frame" tabIndex={0} role="region" aria-label={`Columns of ${list}`}>
            <table>
              <caption>As JSON and CSV of /v1/{list} have them.</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Type</th>
                  <th scope="col">Unit</th>
                  <th scope="col">Meaning</th>
                </tr>
              </thead>
              <tbody>
                {columns?.items
                  .filter((column) => column.list === list)
                  .map((column) => (
                    <tr key={column.name}>
                      <th scope="row">
                        <code>{column.name}</code>
                      </th>
                      <td>{column.type}</td>
                      <td>{column.unit ?? "—"}</td>
                      <td>{column.description}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </Panel>
  );
}

export function Circumstances({ service, knownAt }: { service: Service; knownAt: string | undefined }) {
  return (
    <Panel title="Circumstances that can be stated" id="circumstances">
      <p>
        Beside chip, place and day, some provisions turn on who receives it, for what, and the like. What is
        not stated is taken as an answer's assumptions say.
      </p>
      <div class="table-frame" tabIndex={0} role="region" aria-label="Circumstances that can be stated">
        <table>
          <caption>In an address as circumstance.NAME=VALUE.</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Values that matter</th>
              <th scope="col">Asked for by</th>
            </tr>
          </thead>
          <tbody>
            {service.circumstances.map(({ field, values, provisions }) => (
              <tr key={field}>
                <th scope="row">
                  <code>{field}</code>
                </th>
                <td>{values.map(String).map(plain).join(", ")}</td>
                <td>
                  {provisions.map((id) => (
                    <div key={id}>
                      <a href={provisionPage(id, knownAt)}>{id}</a>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

export function Licenses({ service }: { service: Service }) {
  const software = document.querySelector<HTMLLinkElement>('link[rel="license"]')?.href;
  return (
    <Panel title="Licenses" id="licenses">
      <dl class="facts">
        {service.licenses.map(({ id, applies_to, license, text, url }) => (
          <div key={id} class="pair">
            <dt>{capital(applies_to)}</dt>
            <dd>
              <Out url={url}>{license}</Out>. {text}
            </dd>
          </div>
        ))}
      </dl>
      {software && (
        <p>
          This page contains code of others: <a href={software}>their licenses</a>.
        </p>
      )}
    </Panel>
  );
}

export function Programs({ service }: { service: Service }) {
  const readable = service.links.filter(({ method, href }) => method === "GET" && !href.includes("{"));
  return (
    <Panel title="For programs, and for other front ends" id="programs" address="/openapi.json">
      <p>
        This page asks the public API and nothing else: every panel gives the same question as curl and JSON,
        and the address of a screen is the address of the question without /v1. Another front end asks in the
        same way, from another origin too: the API allows that to any page unless its operator names whose
        (CORS).
      </p>
      <p>
        <code>{curlOf("/v1")}</code>
      </p>
      <p>
        The contract is <a href={`${API_ORIGIN}/openapi.json`}>/openapi.json</a>; types and a client can be
        generated from it. This page itself works from elsewhere with the API's origin in its head:{" "}
        <code>{`<meta name="navicert-api" content="${API_ORIGIN}">`}</code>.
      </p>
      <details>
        <summary>What can be asked ({service.links.length} operations)</summary>
        <ul>
          {service.links.map(({ operation, method, href, title }) => (
            <li key={operation}>
              <code>
                {method}{" "}
                {readable.some((known) => known.operation === operation) ? (
                  <a href={API_ORIGIN + href}>{href}</a>
                ) : (
                  href
                )}
              </code>
              : {title}
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}

export function Differ({
  disputes,
  knownAt,
}: {
  disputes: Document<"/v1/disputes"> | undefined;
  knownAt: string | undefined;
}) {
  if (!disputes) return null;
  return (
    <Panel
      title={`Where sources differ (${disputes.items.length})`}
      id="disputes"
      address={link("/v1/disputes", { known_at: knownAt })}
      csv
      file={["disputes", today()]}
    >
      <p>
        Each with who says what: <a href={link("/disputes", { known_at: knownAt })}>all disputes</a>.
      </p>
      <ul class="differ">
        {disputes.items.map(({ id, question }) => (
          <li key={id}>
            <a href={link(`/disputes/${id}`, { known_at: knownAt })}>{question}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
