// The one way to the API: typed by openapi.yaml, and nothing that another client could not do.
import createClient, { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { joinedCsv, nextOf } from "../csv";
import { noteReached } from "./reach";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

type Json<R> = R extends { 200: { content: { "application/json": infer T } } } ? T : never;
export type GetPath = {
  [P in keyof paths]: paths[P] extends { get: { responses: infer R } }
    ? Json<R> extends never
      ? never
      : P
    : never;
}[keyof paths];
type Get<P extends GetPath> = paths[P] extends { get: infer O } ? O : never;
/** The document that a path answers with. */
export type Document<P extends GetPath> = Get<P> extends { responses: infer R } ? Json<R> : never;
type Parameters<P extends GetPath> = Get<P> extends { parameters: infer A } ? A : never;
/** What the contract takes, or what stands in the address of a screen: that is passed on as it is written, and the API says what is wrong with it. */
type Written<T> = T extends readonly unknown[]
  ? string[]
  : T extends object
    ? { [K in keyof T]: Written<NonNullable<T[K]>> | undefined }
    : T | string;
export type Query<P extends GetPath> =
  Parameters<P> extends { query?: infer Q } ? Written<NonNullable<Q>> : never;
type PathValues<P extends GetPath> = Parameters<P> extends { path: infer V } ? V : undefined;
/** What to ask a path for: its query, and the values of its {places} where it has some. */
export type Asked<P extends GetPath> = { query?: Query<P> } & (PathValues<P> extends undefined
  ? { path?: undefined }
  : { path: PathValues<P> });

const elsewhere = document.querySelector<HTMLMetaElement>('meta[name="navicert-api"]')?.content;
/** Where the API is: the page's own origin, unless whoever serves the page names another in its head. */
export const API_ORIGIN = elsewhere || location.origin;

const serialize = createQuerySerializer({
  array: { style: "form", explode: false },
  object: { style: "form", explode: true },
});
// An object without members leaves a lone ampersand behind.
const querySerializer: typeof serialize = (query) =>
  serialize(query).replace(/&+$/, "").replace(/&{2,}/g, "&");
const client = createClient<paths>({ baseUrl: API_ORIGIN, querySerializer });

/** The address of a question below the API's origin, beginning with a slash. */
export function addressOf<P extends GetPath>(path: P, asked: Asked<P>): string {
  const params = {
    query: asked.query as Record<string, unknown>,
    path: asked.path as Record<string, unknown> | undefined,
  };
  return createFinalURL(path, {
    baseUrl: "",
    params,
    querySerializer,
    pathSerializer: defaultPathSerializer,
  });
}

export class ApiError extends Error {
  /** The API's own problem document; null when no answer came at all. */
  readonly problem: Problem | null;
  constructor(problem: Problem | null, message: string) {
    super(message);
    this.problem = problem;
  }
}

function fault(response: Response, problem: unknown): ApiError {
  if (problem && typeof problem === "object" && "detail" in problem) {
    const known = problem as Problem;
    return new ApiError(known, known.detail);
  }
  return new ApiError(
    null,
    `The server answered ${response.status} ${response.statusText} and nothing that can be read.`,
  );
}

async function answered<T>(
  reply: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<T> {
  let result: Awaited<typeof reply>;
  try {
    result = await reply;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    noteReached(false);
    throw new ApiError(
      null,
      "No answer came from the server: it is not running, or not to be reached from here.",
    );
  }
  noteReached(true);
  if (result.error !== undefined || result.data === undefined) throw fault(result.response, result.error);
  return result.data as T;
}

// The client's own signature cannot be named for a path that is itself a parameter; ours is as strict, and is what the callers see.
type Untyped = (
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Throws ApiError, or an AbortError when the signal says so. */
export function get<P extends GetPath>(path: P, asked: Asked<P>, signal?: AbortSignal): Promise<Document<P>> {
  const params = { query: asked.query, path: asked.path };
  return answered((client.GET as unknown as Untyped)(path, { params, signal }));
}

/** The page that a list names as its `next`, of the same kind as the one that names it. */
export function getNext<T>(next: string, signal?: AbortSignal): Promise<T> {
  const asked = fetch(API_ORIGIN + next, { signal: signal ?? null });
  return answered(
    asked.then(async (response) => {
      const body: unknown = await response.json();
      return response.ok ? { data: body, response } : { error: body, response };
    }),
  );
}

/** A table of the API, all its pages as one. */
export async function getCsv(address: string): Promise<string> {
  const pages: string[] = [];
  for (let next: string | null = address; next; ) {
    const response: Response = await fetch(API_ORIGIN + next);
    if (!response.ok) throw fault(response, await response.json().catch(() => null));
    pages.push(await response.text());
    next = nextOf(response.headers.get("link"));
  }
  return joinedCsv(pages);
}

/** All items of a list, page after page, or of its first `pages`, with what the first says beside them and `next` of the last. */
export async function getAll<
  P extends
    | "/v1/chips"
    | "/v1/rulings"
    | "/v1/events"
    | "/v1/destinations"
    | "/v1/groups"
    | "/v1/disputes"
    | "/v1/columns"
    | "/v1/diff"
    | "/v1/changes"
    | "/v1/search",
>(path: P, query: Query<P>, signal?: AbortSignal, pages = Number.POSITIVE_INFINITY): Promise<Document<P>> {
  const first = await get(path, { query: { limit: 200, ...query } } as unknown as Asked<P>, signal);
  const all = first as { items: unknown[]; next?: string | null };
  for (let page = 1; all.next && page < pages; page++) {
    const more: typeof all = await getNext(all.next, signal);
    all.items.push(...more.items);
    all.next = more.next ?? null;
  }
  return first;
}

export type Batch = Schemas["EligibilityBatch"];

/** POST /v1/eligibility: questions that no address can hold, of hypothetical chips or law as it might have been. */
export function ask(batch: Batch, signal?: AbortSignal): Promise<Schemas["EligibilityAnswers"]> {
  return answered(client.POST("/v1/eligibility", { body: batch, signal: signal ?? null }));
}
