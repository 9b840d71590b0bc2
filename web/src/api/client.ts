import { reportReachable } from "./online";
import { Problem, problemFrom } from "./problem";

export type Query = Record<string, string | number | boolean | string[] | undefined>;

export interface Options {
  query?: Query;
  body?: unknown;
  /** The version that the change is based on; sent as If-Match. */
  version?: number;
  signal?: AbortSignal;
}

export interface Answer<T> {
  data: T;
  /** The id to hand to `undoChange`, empty when nothing changed. */
  changeId: string;
  total?: number;
  /** Where the next page of a list begins, from the Link header. */
  next?: string;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

let csrfToken = "";
let renewCsrf: (() => Promise<void>) | undefined;

/** The session query keeps the token here, so that every change can carry it. */
export function setCsrf(token: string, renew: () => Promise<void>) {
  csrfToken = token;
  renewCsrf = renew;
}

let signInNeeded: (() => void) | undefined;

/** Tells the program when the server asks for somebody to sign in; the sign-in itself is not reported. */
export function onSignInNeeded(listener: () => void) {
  signInNeeded = listener;
}

function nextCursor(link: string | null): string | undefined {
  const target = link?.match(/<([^>]*)>;\s*rel="?next"?/)?.[1];
  return target ? (new URL(target, location.origin).searchParams.get("cursor") ?? undefined) : undefined;
}

export function queryString(query: Query = {}): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) out.append(key, one);
    else if (value !== undefined && value !== "") out.set(key, String(value));
  }
  const text = out.toString();
  return text ? `?${text}` : "";
}

/** A random key for Idempotency-Key; `crypto.randomUUID` is missing on plain http. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

function headersFor(method: Method, options: Options): Headers {
  const headers = new Headers({ Accept: "application/json" });
  if (options.body !== undefined) headers.set("Content-Type", "application/json");
  if (options.version !== undefined) headers.set("If-Match", `"${options.version}"`);
  if (method !== "GET") headers.set("X-CSRF-Token", csrfToken);
  if (method === "POST") headers.set("Idempotency-Key", randomKey());
  return headers;
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  try {
    const response = await fetch(path + queryString(options.query), {
      method,
      headers: headersFor(method, options),
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: "same-origin",
      signal: options.signal,
    });
    reportReachable(true);
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    reportReachable(false);
    throw new Problem({ title: "offline", status: 0 }, `${method} ${path}`);
  }
}

async function call<T>(method: Method, path: string, options: Options = {}): Promise<Answer<T>> {
  let response = await send(method, path, options);
  if (response.status === 403 && method !== "GET" && renewCsrf) {
    const problem = await problemFrom(response.clone(), path);
    if (problem.code.startsWith("csrf")) {
      await renewCsrf();
      response = await send(method, path, options);
    }
  }
  if (response.status === 401 && !(path === "/api/session" && method === "POST")) signInNeeded?.();
  if (!response.ok) throw await problemFrom(response, `${method} ${path}`);
  const text = await response.text();
  const total = response.headers.get("X-Total-Count");
  return {
    data: (text ? JSON.parse(text) : undefined) as T,
    changeId: response.headers.get("Change-Id") ?? "",
    total: total === null ? undefined : Number(total),
    next: nextCursor(response.headers.get("Link")),
  };
}

export const api = {
  get: async <T>(path: string, options?: Options) => (await call<T>("GET", path, options)).data,
  getPage: <T>(path: string, options?: Options) => call<T>("GET", path, options),
  post: <T>(path: string, options?: Options) => call<T>("POST", path, options),
  put: <T>(path: string, options?: Options) => call<T>("PUT", path, options),
  patch: <T>(path: string, options?: Options) => call<T>("PATCH", path, options),
  delete: <T>(path: string, options?: Options) => call<T>("DELETE", path, options),
};

/** A path with its parameters escaped: route`/api/songs/${id}`. */
export function route(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((out, part, i) => out + encodeURIComponent(values[i - 1] as string) + part);
}
