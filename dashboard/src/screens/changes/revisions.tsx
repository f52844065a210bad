// What was recorded, revision by revision: who, why, and each document that it touched.
import { API_ORIGIN } from "../../api/client";
import { instant } from "../../dates";
import { link } from "../../url";
import { capital, plain, plural } from "../../words";
import { type Change, documentPage, type Revision, revisionsOf, versionLeft } from "./ask";

function Row({ change }: { change: Change }) {
  const { kind = "", id = "", op = "", changed = [], previous, url } = change;
  const left = versionLeft(change);
  return (
    <tr>
      <td>
        <span class={`op op-${op}`}>{capital(op)}</span>
      </td>
      <td>{plain(kind)}</td>
      <th scope="row">
        <a href={documentPage(kind, id, op === "deleted" ? left : null)}>{id}</a>
      </th>
      <td>{changed.length > 0 ? changed.map(plain).join(", ") : "—"}</td>
      <td class="links">
        <a href={documentPage(kind, id, left)}>{op === "deleted" ? "as it was" : "as left"}</a>
        {previous !== null && previous !== undefined && op === "replaced" && (
          <>
            {" · "}
            <a href={documentPage(kind, id, previous)}>before</a>
          </>
        )}
        {url && (
          <>
            {" · "}
            <a href={API_ORIGIN + url}>JSON</a>
          </>
        )}
      </td>
    </tr>
  );
}

function RevisionOf({ revision }: { revision: Revision }) {
  const { seq, recorded_at, actor, note, changes } = revision;
  const answers = link("/diff", { known_from: String(seq - 1), known_at: String(seq) });
  const title = `Documents of data version ${seq}`;
  return (
    <section class="revision">
      <h3>
        Data version {seq}
        <span class="count">
          <time dateTime={recorded_at}>{instant(recorded_at)}</time>, by {actor}
        </span>
      </h3>
      <p class="why">{note}</p>
      {seq > 1 && (
        <p class="small">
          <a href={answers}>Whose answer it changed</a>
        </p>
      )}
      <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
        <table class="documents">
          <caption>{plural(changes.length, "document")} listed here.</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Kind</th>
              <th scope="col">Document</th>
              <th scope="col">Members that differ</th>
              <th scope="col">Look at it</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Row key={`${change.kind} ${change.id}`} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function Revisions({ changes }: { changes: readonly Change[] }) {
  return (
    <>
      {revisionsOf(changes).map((revision) => (
        <RevisionOf key={revision.seq} revision={revision} />
      ))}
    </>
  );
}
