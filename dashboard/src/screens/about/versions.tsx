// The two clocks, in plain words, and where each is seen to move.

import type { Schemas } from "../../api/client";
import { instant, today } from "../../dates";
import { KnownAtField } from "../../ui/fields";
import { Panel } from "../../ui/panel";
import { link, type UrlState } from "../../url";

export function Versions({ service, url }: { service: Schemas["Service"]; url: UrlState }) {
  const { first, latest } = service.versions;
  const version = service.data_version;
  return (
    <Panel
      title="Data versions: two clocks"
      id="versions"
      address="/v1/changes?sort=-seq"
      csv
      file={["changes", today()]}
    >
      <p>
        <strong>The date</strong> of a question is the day on which the chip would go: which rulings were in
        force then. <strong>As known at</strong> is what this data set had recorded by then: a ruling that was
        recorded late, or corrected, changes answers about days long past. Every answer names both, and with
        both given it stays the same for good.
      </p>
      <dl class="facts">
        <dt>Shown on this page</dt>
        <dd>data version {version}</dd>
        <dt>First</dt>
        <dd>
          data version {first.data_version}, recorded {instant(first.recorded_at)}
        </dd>
        <dt>Latest</dt>
        <dd>
          data version {latest.data_version}, recorded {instant(latest.recorded_at)}
        </dd>
        <dt>Program</dt>
        <dd>
          {service.service} {service.engine}
        </dd>
      </dl>
      <div class="fields">
        <KnownAtField url={url} label="This page as known at" />
      </div>
      <p>
        <a href="/changes">What was recorded, document by document</a>
        {latest.data_version > first.data_version && (
          <>
            {" · "}
            <a
              href={link("/diff", {
                known_from: String(first.data_version),
                known_at: String(latest.data_version),
              })}
            >
              whose answer changed since the first version
            </a>
          </>
        )}
      </p>
    </Panel>
  );
}
