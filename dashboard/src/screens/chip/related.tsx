// What else is recorded about the chip: the rulings that reach it, what is disputed, what happened, and its sister models.
import { addressOf, getAll } from "../../api/client";
import { useAnswer, useGet } from "../../api/use";
import { today } from "../../dates";
import { Disputes } from "../../ui/dispute";
import { Panel } from "../../ui/panel";
import { RulingTable } from "../../ui/rulings";
import { Empty, Shown } from "../../ui/states";
import { pageOf } from "../../ui/titled";
import { carried, link, type UrlState } from "../../url";
import { figure, plural } from "../../words";
import type { Chip } from "./figures";

interface Props {
  chip: Chip;
  url: UrlState;
}

const RULING_FIELDS = "id,title,state,jurisdiction,effective_from,effective_until";

export function Rulings({ chip, url }: Props) {
  const { date, known_at } = url.state;
  const query = {
    chip: chip.id,
    date,
    known_at,
    fields: RULING_FIELDS,
    limit: 200,
  };
  const address = addressOf("/v1/rulings", { query });
  const answer = useAnswer(address, (signal) => getAll("/v1/rulings", query, signal));
  return (
    <Panel title="Rulings that reach it" address={address} csv file={["rulings", chip.id, date || today()]}>
      <Shown answer={answer} what="the rulings">
        {({ items, meta }) => (
          <>
            <p class="small">By name, or by its specification; with their state on {meta.date}.</p>
            {items.length > 0 ? (
              <RulingTable rulings={items} url={url} label="Rulings that reach the chip" />
            ) : (
              <Empty>No ruling recorded on that day names or reaches it.</Empty>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
}

export function Disputed({ chip, url }: Props) {
  const names = [...new Set([chip.product, chip.id])].join(",");
  return <Disputes about={names} knownAt={url.state.known_at} />;
}

const LATEST = 8;

export function Events({ chip, url }: Props) {
  const { known_at } = url.state;
  const query = {
    chip: chip.id,
    known_at,
    limit: LATEST,
    fields: "id,date,headline",
  };
  const answer = useGet("/v1/events", { query });
  const address = addressOf("/v1/events", { query });
  return (
    <Panel title="Latest events" address={address} csv file={["events", chip.id, today()]}>
      <Shown answer={answer} what="events">
        {({ items, total }) => (
          <>
            <ul class="chip-events">
              {items.map((event) => (
                <li key={event.id}>
                  <time dateTime={event.date}>{event.date}</time>{" "}
                  <a href={pageOf("event", event.id ?? "", known_at)}>{event.headline}</a>
                </li>
              ))}
            </ul>
            {items.length === 0 && <Empty>No event about it is recorded.</Empty>}
            {total !== null && total > items.length && (
              <p>
                <a href={link("/events", { chip: chip.id, known_at })}>All {plural(total, "event")}</a>
              </p>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
}

export function Variants({ chip, url }: Props) {
  const { known_at, date } = url.state;
  const query = {
    known_at,
    filter: { product: chip.product },
    fields: "id,name,default_variant,metrics.tpp,metrics.performance_density",
  };
  const answer = useGet("/v1/chips", { query });
  const kept = carried({ ...url.state, date: date ?? "" }, "date");
  return (
    <Panel
      title="Variants of the product"
      address={addressOf("/v1/chips", { query })}
      csv
      file={["chips", chip.product, today()]}
    >
      <Shown answer={answer} what="variants">
        {({ items }) => (
          <ul class="titles">
            {items.map((item) => (
              <li key={item.id}>
                {item.id === chip.id ? (
                  <strong>{item.name} (this one)</strong>
                ) : (
                  <a href={link(`/chips/${item.id}`, kept)}>{item.name}</a>
                )}
                , TPP {figure(item["metrics.tpp"] as number | null)}, performance density{" "}
                {figure(item["metrics.performance_density"] as number | null)}
                {item.default_variant && "; meant when only the product is named"}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}
