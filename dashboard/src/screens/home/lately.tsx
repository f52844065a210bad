// What is new: the latest events, the rulings that took effect last, and what ends or begins next.
import { type Asked, addressOf, type Schemas } from "../../api/client";
import { useGet } from "../../api/use";
import { addDays, spoken, today } from "../../dates";
import { Panel } from "../../ui/panel";
import { StateBadge } from "../../ui/state";
import { Empty, Shown } from "../../ui/states";
import { pageOf } from "../../ui/titled";
import { dated } from "../../ui/when";

const SHOWN = 5;
const AHEAD_DAYS = 365;
const RULING = "id,title,state,effective_from,effective_until";

type RulingItem = Schemas["RulingItem"];

function rulings(more: object) {
  return { query: { fields: RULING, limit: SHOWN, ...more } };
}

function Rulings({
  asked,
  title,
  day,
}: {
  asked: Asked<"/v1/rulings">;
  title: string;
  day: "effective_from" | "effective_until";
}) {
  const answer = useGet("/v1/rulings", asked);
  return (
    <Panel level={3} title={title} address={addressOf("/v1/rulings", asked)} csv file={[title, today()]}>
      <Shown answer={answer} what="rulings">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>None is recorded.</Empty>
          ) : (
            <ul class="lib-list">
              {(items as RulingItem[]).map((ruling) => (
                <li key={ruling.id}>
                  <span class="lib-date">{ruling[day]}</span>{" "}
                  <a href={pageOf("ruling", ruling.id ?? "")}>{ruling.title}</a>{" "}
                  <StateBadge state={ruling.state ?? ""} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  );
}

export function Lately() {
  const now = today();
  const asked = {
    query: { limit: SHOWN, fields: "id,headline,date,date_precision" },
  };
  const events = useGet("/v1/events", asked);
  return (
    <section aria-labelledby="lately">
      <h2 id="lately" class="heard">
        Lately and next
      </h2>
      <div class="home-lately">
        <Panel
          level={3}
          title="Latest events"
          address={addressOf("/v1/events", asked)}
          csv
          file={["events", now]}
        >
          <Shown answer={events} what="events">
            {({ items }) => (
              <ul class="lib-list">
                {items.map((event) => (
                  <li key={event.id}>
                    <span class="lib-date">{dated(event.date ?? "", event.date_precision ?? "day")}</span>{" "}
                    <a href={pageOf("event", event.id ?? "")}>{event.headline}</a>
                  </li>
                ))}
              </ul>
            )}
          </Shown>
        </Panel>
        <Rulings
          title="Rulings that began last"
          day="effective_from"
          asked={rulings({ sort: "-effective_from", filter: { "effective_from.lte": now } })}
        />
        <div>
          <Rulings
            title="What ends next by the calendar"
            day="effective_until"
            asked={rulings({
              sort: "effective_until",
              filter: { "effective_until.gt": now, "effective_until.lt": addDays(now, AHEAD_DAYS) },
            })}
          />
          <Rulings
            title="What begins next"
            day="effective_from"
            asked={rulings({ sort: "effective_from", filter: { "effective_from.gt": now } })}
          />
        </div>
      </div>
    </section>
  );
}

/** How fresh the data is, in one line. */
export function Freshness() {
  const answer = useGet("/v1", {});
  return (
    <Shown answer={answer} what="the state of the data">
      {({ data_version, verified_through, counts }) => (
        <p class="small">
          Data version {data_version}: {counts.chips} chips, {counts.rulings} rulings, {counts.events} events,{" "}
          {counts.destinations} places. Rulings checked through{" "}
          {verified_through ? spoken(verified_through) : "no day"}. <a href="/about">About the data</a>
        </p>
      )}
    </Shown>
  );
}
