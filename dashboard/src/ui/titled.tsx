// Rulings, chips and events as links to their pages here.
import type { Schemas } from "../api/client";
import { link } from "../url";

export function pageOf(kind: string, id: string, knownAt?: string): string {
  const folder = kind === "group" ? "destinations" : `${kind}s`;
  return link(`/${folder}/${encodeURIComponent(id)}`, { known_at: knownAt });
}

/** A provision belongs to the ruling before its number sign, and is a place on that ruling's page. */
export function provisionPage(id: string, knownAt?: string): string {
  const [ruling = id, number] = id.split("#");
  return pageOf("ruling", ruling, knownAt) + (number ? `#provision-${number}` : "");
}

export function RulingLink({
  ruling,
  knownAt,
}: {
  ruling: { id: string; title: string };
  knownAt?: string | undefined;
}) {
  return <a href={pageOf("ruling", ruling.id, knownAt)}>{ruling.title}</a>;
}

export function RulingLinks({
  rulings,
  knownAt,
}: {
  rulings: Schemas["Titled"][];
  knownAt?: string | undefined;
}) {
  return (
    <ul class="titles">
      {rulings.map((ruling) => (
        <li key={ruling.id}>
          <RulingLink ruling={ruling} knownAt={knownAt} />
        </li>
      ))}
    </ul>
  );
}
