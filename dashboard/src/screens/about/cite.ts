// Ready texts: how to cite the data, and what a methods box says of it. All that varies comes from the API's answer about itself.
import type { Schemas } from "../../api/client";
import { type Day, spoken } from "../../dates";
import { plural } from "../../words";

type Service = Schemas["Service"];

function versionOf({ versions }: Service) {
  const { data_version, recorded_at } = versions.latest;
  return { data_version, recorded: recorded_at.slice(0, 10) };
}

/** `knownAt` pins the address to what is cited, whatever is recorded later. */
export function citation(service: Service, origin: string, now: Day): string {
  const version = service.data_version;
  const { data_version, recorded } = versionOf(service);
  const when = version === data_version ? `, recorded ${recorded}` : "";
  const verified = service.verified_through ? `, rulings verified through ${service.verified_through}` : "";
  return `${service.service}: ${service.title}. Data version ${version}${when}${verified}. ${origin}/v1?known_at=${version} (accessed ${now}).`;
}

export function methods(service: Service, placeName: (code: string) => string): string {
  const { counts, coverage, verified_through, data_version } = service;
  const verified = verified_through
    ? ` The state of the rulings was checked through ${spoken(verified_through)}.`
    : "";
  return [
    `Answers are as recorded by ${service.service}, data version ${data_version}: ${plural(counts.chips, "chip")}, ` +
      `${plural(counts.rulings, "ruling")} of ${coverage.jurisdictions.map(placeName).join(", ")}, and ${plural(counts.events, "event")}, ` +
      `from public sources.`,
    `They hold for days from ${spoken(coverage.first_date)} on.${verified}`,
    `Each answer follows from the recorded rulings and the chip's recorded specifications; where a fact that matters is not ` +
      `published, it is unknown.`,
    `Not covered: ${coverage.not_modelled.join("; ")}.`,
    service.notice,
  ].join(" ");
}
