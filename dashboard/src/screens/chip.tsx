// A chip: what is recorded of it and by whom, what follows from that, and what would follow from other numbers.
import { type Asked, addressOf } from "../api/client";
import { useGet } from "../api/use";
import { spoken } from "../dates";
import { DayField, KnownAtField } from "../ui/fields";
import { Panel } from "../ui/panel";
import { Confidence } from "../ui/sources";
import { Shown } from "../ui/states";
import { useTitle } from "../ui/title";
import { carried, link, type UrlState, useUrlState } from "../url";
import { capital, plain } from "../words";
import type { Chip as ChipFields } from "./chip/figures";
import { Reach } from "./chip/reach";
import { Disputed, Events, Rulings, Variants } from "./chip/related";
import { Counted, Specification } from "./chip/specification";
import { WhatIf } from "./chip/whatif";

function Facts({ chip }: { chip: ChipFields }) {
  const facts: [string, string][] = [
    ["Kind", `${plain(chip.kind ?? "")}, ${plain(chip.segment ?? "")}`],
    ["Family", chip.family ?? ""],
    ["Made for", chip.market === "global" ? "all markets" : (chip.market ?? "")],
    ["Announced", chip.announced_on ? spoken(chip.announced_on) : "not known"],
    ["Released", chip.released_on ? spoken(chip.released_on) : "not known"],
    ["Also called", chip.aliases?.join(", ") || "no other name recorded"],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{name === "Kind" ? capital(value) : value}</dd>
        </>
      ))}
      <dt>Record</dt>
      <dd>
        {chip.confidence && <Confidence level={chip.confidence} />} data version {chip.revision}
      </dd>
    </dl>
  );
}

/** The other screens, asked about this chip. */
function Elsewhere({ chip, url }: { chip: ChipFields; url: UrlState }) {
  const asked = { ...carried(url.state), chip: chip.id };
  const dated = { ...asked, date: url.state.date };
  return (
    <p class="chip-elsewhere">
      <a href={link("/eligibility", dated)}>Check a destination</a>
      <a href={link("/history", asked)}>Timeline</a>
      <a href={link("/lines", dated)}>Among the lines</a>
    </p>
  );
}

function Page({ chip, url, address }: { chip: ChipFields; url: UrlState; address: string }) {
  useTitle(`${chip.vendor} ${chip.name}`);
  return (
    <>
      <h1>
        <span class="chip-vendor">{chip.vendor}</span> {chip.name}
      </h1>
      <Elsewhere chip={chip} url={url} />
      <div class="fields">
        <DayField label="Law of the day" name="date" url={url} />
        <KnownAtField url={url} />
      </div>
      <div class="pages-columns">
        <Panel title="The chip" address={address} file={["chip", chip.id]}>
          <Facts chip={chip} />
          {chip.notes && <p class="note">{chip.notes}</p>}
        </Panel>
        {chip.metrics && <Counted chip={chip} metrics={chip.metrics} address={address} url={url} />}
      </div>
      <Specification chip={chip} address={address} />
      <WhatIf chip={chip} url={url} />
      <Reach chip={chip} url={url} />
      <Rulings chip={chip} url={url} />
      <Disputed chip={chip} url={url} />
      <Events chip={chip} url={url} />
      <Variants chip={chip} url={url} />
    </>
  );
}

export default function Chip({ id }: { id: string }) {
  const url = useUrlState();
  const { date, known_at } = url.state;
  const asked: Asked<"/v1/chips/{chip}"> = { path: { chip: id }, query: { date, known_at } };
  const answer = useGet("/v1/chips/{chip}", asked);
  useTitle("Chip");
  return (
    <div class="screen">
      {answer.state !== "done" && !("data" in answer && answer.data) && <h1>Chip</h1>}
      <Shown answer={answer} what="the chip">
        {(chip) => <Page chip={chip} url={url} address={addressOf("/v1/chips/{chip}", asked)} />}
      </Shown>
    </div>
  );
}
