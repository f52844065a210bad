// Names of what rulings and provisions speak of by id.
import { getAll } from "../../api/client";
import { dataOf, useAnswer } from "../../api/use";

type Named = { id: string; name: string };

function mapped(items: Named[] | undefined): Map<string, string> {
  return new Map(items?.map(({ id, name }) => [id, name]));
}

/** Titles of all rulings, by id; empty until they are known. */
export function useRulingTitles(knownAt: string | undefined): Map<string, string> {
  const query = { fields: "id,title", known_at: knownAt };
  const answer = useAnswer(`titles of rulings ${knownAt}`, async (signal) => {
    const { items } = await getAll("/v1/rulings", query, signal);
    return items.map(({ id = "", title = "" }) => ({ id, name: title }));
  });
  return mapped(dataOf(answer));
}

/** Names of destinations by code, and of country groups by id; empty until they are known. */
export function usePlaceNames(knownAt: string | undefined): Map<string, string> {
  const answer = useAnswer(`names of places ${knownAt}`, async (signal) => {
    const known = { known_at: knownAt };
    const [places, groups] = await Promise.all([
      getAll("/v1/destinations", { ...known, fields: "code,name" }, signal),
      getAll("/v1/groups", { ...known, fields: "id,name" }, signal),
    ]);
    return [
      ...places.items.map(({ code = "", name = "" }) => ({ id: code, name })),
      ...groups.items.map(({ id = "", name = "" }) => ({ id, name })),
    ];
  });
  return mapped(dataOf(answer));
}
