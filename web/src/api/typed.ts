import type { paths } from "./schema.gen";
import type { Change, Chart, PersonPage, Profile, ProfileSong, Session, Song, TrashEntry, User } from "./types";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The paths that have an operation of this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> = paths[P][M];

type PathPart<O> = O extends { parameters: { path: infer X extends object } } ? { path: X } : { path?: undefined };
type QueryPart<O> = O extends { parameters: { query?: infer Q } } ? { query?: Q } : { query?: undefined };
type BodyPart<O> = O extends { requestBody: { content: { "application/json": infer B } } }
  ? { body: B }
  : { body?: undefined };

/** What an operation takes. `version` is the one that a change is based on; it is sent as If-Match. */
export type Options<O> = PathPart<O> & QueryPart<O> & BodyPart<O> & { version?: number; signal?: AbortSignal };

/** The options may be left out where the operation needs none. */
export type Arguments<P extends keyof paths, M extends Method> =
  Record<never, never> extends Options<Operation<P, M>>
    ? [options?: Options<Operation<P, M>>]
    : [options: Options<Operation<P, M>>];

type Content<R> = R extends { content: { "application/json": infer D } } ? D : undefined;
type Success<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 | 204 ? Content<R[S]> : never }[keyof R]
  : never;

/** Where the document says only that a field is text, types.ts names the texts. */
type Named = [
  Song,
  Chart,
  Profile,
  ProfileSong,
  Session,
  User,
  Change,
  TrashEntry,
  { song: Song; chart: Chart },
  PersonPage,
][number];

type Narrow<T> = T extends (infer U)[] ? Narrow<U>[] : Match<T, Named>;
/** The named type with the same fields, else the type itself. */
type Match<T, N> = [Same<T, N>] extends [never] ? T : Same<T, N>;
type Same<T, N> = N extends T ? (keyof N extends keyof T ? (keyof T extends keyof N ? N : never) : never) : never;

/** What an operation answers. */
export type Result<P extends keyof paths, M extends Method> = Narrow<Success<Operation<P, M>>>;
