// The provisions of a ruling: the machine form that decides, said so that people can check it.
import type { Schemas } from "../../api/client";
import { type Claims, claims, sentence, tokenOf } from "../../law/words";
import { Panel } from "../../ui/panel";
import { Span } from "../../ui/state";
import { Empty } from "../../ui/states";
import { pageOf, provisionPage } from "../../ui/titled";
import { carried, link, type UrlState } from "../../url";
import { capital, figure, plain } from "../../words";
import { usePlaceNames } from "./titles";

type Ruling = Schemas["RulingItem"];
type Provision = Schemas["Provision"];
type Names = Map<string, string>;

function Place({ token, names, knownAt }: { token: string; names: Names; knownAt: string | undefined }) {
  const place = tokenOf(token);
  if (place.kind === "everywhere") return <>everywhere</>;
  const name = names.get(place.id);
  return (
    <a href={pageOf(place.kind, place.id, knownAt)}>
      {place.kind === "group" ? `${place.id}${name ? ` (${name})` : ""}` : (name ?? place.id)}
    </a>
  );
}

interface PlacesProps {
  tokens: readonly string[];
  names: Names;
  knownAt: string | undefined;
}

function Places({ tokens, names, knownAt }: PlacesProps) {
  return (
    <>
      {tokens.map((token, i) => (
        <span key={token}>
          {i > 0 && ", "}
          <Place token={token} names={names} knownAt={knownAt} />
        </span>
      ))}
    </>
  );
}

/** What must hold: a sentence where it is short, else a list within a list. */
export function Holds({ claimed }: { claimed: Claims }) {
  if (typeof claimed === "string" || claimed.parts.every((part) => typeof part === "string"))
    return <>{capital(sentence(claimed))}</>;
  return (
    <>
      {claimed.join === "all" ? "All of:" : "Any of:"}
      <ul class="claims">
        {claimed.parts.map((part, i) => (
          <li key={i}>
            <Holds claimed={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function conditionWords({ type, text, value }: Provision["conditions"][number]): string {
  const amount = value === null || text.includes(String(value)) ? "" : ` ${figure(value)}`;
  return `${capital(plain(type))}${amount}: ${text}`;
}

function About({ provision, url }: { provision: Provision; url: UrlState }) {
  const kept = carried(url.state, "date");
  return (
    <>
      {provision.chips !== null && (
        <>
          <dt>Names</dt>
          <dd>
            {provision.chips.map((chip, i) => (
              <span key={chip}>
                {i > 0 && ", "}
                <a href={link(`/chips/${chip}`, kept)}>{chip}</a>
              </span>
            ))}
          </dd>
        </>
      )}
      {provision.eccns.length > 0 && (
        <>
          <dt>{provision.effect === "classify" ? "Classifies as" : "Items of"}</dt>
          <dd>{provision.eccns.join(", ")}</dd>
        </>
      )}
      <dt>Holds for</dt>
      <dd>
        {provision.predicate ? (
          <Holds claimed={claims(provision.predicate)} />
        ) : provision.chips || provision.eccns.length > 0 ? (
          "Whatever the specification"
        ) : (
          "Any item"
        )}
      </dd>
    </>
  );
}

function Where({
  provision,
  names,
  knownAt,
}: {
  provision: Provision;
  names: Names;
  knownAt: string | undefined;
}) {
  const { include, exclude, headquartered_in } = provision.destinations;
  return (
    <>
      <dt>Destinations</dt>
      <dd>
        {include.length === 0 && "Not disclosed, so that none is matched"}
        <Places tokens={include} names={names} knownAt={knownAt} />
        {exclude.length > 0 && (
          <>
            {" "}
            <strong>except</strong> <Places tokens={exclude} names={names} knownAt={knownAt} />
          </>
        )}
      </dd>
      {headquartered_in.length > 0 && (
        <>
          <dt>Recipient with headquarters in</dt>
          <dd>
            <Places tokens={headquartered_in} names={names} knownAt={knownAt} />
          </dd>
        </>
      )}
      {provision.export_from && (
        <>
          <dt>Exported from</dt>
          <dd>
            <Places tokens={provision.export_from} names={names} knownAt={knownAt} />
          </dd>
        </>
      )}
    </>
  );
}

/** What follows where it holds. */
function Follows({ provision, ruling }: { provision: Provision; ruling: Ruling }) {
  const facts: [string, string | null][] = [
    ["License review", provision.policy && plain(provision.policy)],
    ["Import", provision.import_status && plain(provision.import_status)],
    ["License exception", provision.exception],
    ["Exceptions", provision.no_exceptions ? "none overcomes it" : null],
    ["Priority", provision.priority > 0 ? `${provision.priority}; the highest that holds governs` : null],
  ];
  const own =
    provision.effective_from !== ruling.effective_from ||
    provision.effective_until !== ruling.effective_until;
  return (
    <>
      {facts.flatMap(([name, value]) =>
        value ? [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{capital(value)}</dd>] : [],
      )}
      {own && (provision.effective_from || provision.effective_until) && (
        <>
          <dt>Effective</dt>
          <dd>
            <Span from={provision.effective_from} until={provision.effective_until} />
          </dd>
        </>
      )}
      {provision.targets.length > 0 && (
        <>
          <dt>Suspends</dt>
          <dd>
            {provision.targets.map((target) => (
              <a key={target} href={provisionPage(target)}>
                {target}
              </a>
            ))}
          </dd>
        </>
      )}
      {provision.conditions.length > 0 && (
        <>
          <dt>Conditions</dt>
          <dd>
            <ul class="claims">
              {provision.conditions.map((condition) => (
                <li key={condition.type + condition.text}>{conditionWords(condition)}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </>
  );
}

interface OneProps {
  provision: Provision;
  ruling: Ruling;
  names: Names;
  url: UrlState;
}

function One({ provision, ruling, names, url }: OneProps) {
  const number = provision.id.split("#")[1] ?? provision.id;
  return (
    <article class="provision" id={`provision-${number}`}>
      <h3>
        <a href={`#provision-${number}`}>{number}.</a>
        <span class="provision-effect">{capital(plain(provision.effect))}</span>
        {provision.cite && <span class="provision-cite">{provision.cite}</span>}
      </h3>
      <p>{provision.text}</p>
      <dl class="facts">
        <About provision={provision} url={url} />
        <Where provision={provision} names={names} knownAt={url.state.known_at} />
        <Follows provision={provision} ruling={ruling} />
      </dl>
    </article>
  );
}

export function Provisions({ ruling, address, url }: { ruling: Ruling; address: string; url: UrlState }) {
  const names = usePlaceNames(url.state.known_at);
  return (
    <Panel title="Provisions" address={address} file={["ruling", ruling.id, "provisions"]} id="provisions">
      {ruling.provisions.length === 0 && (
        <Empty>It has no provision in machine form, and so decides nothing here.</Empty>
      )}
      {ruling.provisions.map((provision) => (
        <One key={provision.id} provision={provision} ruling={ruling} names={names} url={url} />
      ))}
    </Panel>
  );
}
