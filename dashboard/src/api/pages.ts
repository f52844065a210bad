// A list that is read page by page, as far as the reader wants to: how many pages are read is part of the address.
import { type Asked, addressOf, type Document, getAll, type Query } from "./client";
import { type Answer, useAnswer } from "./use";

/** How many pages the address asks for; one unless told. */
export function pagesOf(state: Record<string, string>): number {
  const pages = Number(state.view_pages);
  return Number.isInteger(pages) && pages > 0 ? pages : 1;
}

type Paged = Parameters<typeof getAll>[0];

/** The first pages of a list, as one; a null query asks nothing. */
export function usePages<P extends Paged>(
  path: P,
  query: Query<P> | null,
  pages: number,
): Answer<Document<P>> {
  const key = query && `${addressOf(path, { query } as unknown as Asked<P>)} ${pages}`;
  return useAnswer(key, (signal) => getAll(path, query as Query<P>, signal, pages));
}
