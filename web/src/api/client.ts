import { reportReachable } from "./online";
import { Problem, problemFrom } from "./problem";
import type { Arguments, Method, PathOf, Result } from "./typed";

interface Options {
  path?: Record<string, string | number>;
  query?: Record<string, unknown>;
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

/** A path of the document with its parameters filled in and escaped. */
export function fillPath(template: string, values: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
}

export function queryString(query: Record<string, unknown> = {}): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value) out.append(key, String(one));
    else if (value !== undefined && value !== null && value !== "") out.set(key, String(value));
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
  if (method !== "get") headers.set("X-CSRF-Token", csrfToken);
  if (method === "post") headers.set("Idempotency-Key", randomKey());
  return headers;
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  try {
    const response = await fetch(path + queryString(options.query), {
      method: method.toUpperCase(),
      headers: headersFor(method, options),
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: "same-origin",
      signal: options.signal,
    });
    reportReachable(response.status !== 502 && response.status !== 504);
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    reportReachable(false);
    throw new Problem({ title: "offline", status: 0 }, `${method.toUpperCase()} ${path}`);
  }
}

const ownChanges = new Set<string>();
const mostRemembered = 200;
let changing = 0;

function rememberChange(id: string) {
  ownChanges.add(id);
  const oldest = ownChanges.values().next().value;
  if (ownChanges.size > mostRemembered && oldest !== undefined) ownChanges.delete(oldest);
}

/** Whether this page made the change. */
export function isOwnChange(id: string | undefined): boolean {
  return id !== undefined && ownChanges.has(id);
}

/** Whether the answer of a change is still to come, and so its id not known yet. */
export function isChanging(): boolean {
  return changing > 0;
}

async function call<T>(method: Method, template: string, options: Options = {}): Promise<Answer<T>> {
  if (method === "get") return exchange<T>(method, template, options);
  changing++;
  try {
    const answer = await exchange<T>(method, template, options);
    if (answer.changeId) rememberChange(answer.changeId);
    return answer;
  } finally {
    changing--;
  }
}

async function exchange<T>(method: Method, template: string, options: Options): Promise<Answer<T>> {
  const path = fillPath(template, options.path);
  let response = await send(method, path, options);
  if (response.status === 403 && method !== "get" && renewCsrf) {
    const problem = await problemFrom(response.clone(), path);
    if (problem.code.startsWith("csrf")) {
      await renewCsrf();
      response = await send(method, path, options);
    }
  }
  if (response.status === 401 && !(path === "/api/session" && method === "post")) signInNeeded?.();
  if (!response.ok) throw await problemFrom(response, `${method.toUpperCase()} ${path}`);
  const text = await response.text();
  const total = response.headers.get("X-Total-Count");
  return {
    data: (text ? JSON.parse(text) : undefined) as T,
    changeId: response.headers.get("Change-Id") ?? "",
    total: total === null ? undefined : Number(total),
    next: nextCursor(response.headers.get("Link")),
  };
}

/** A change of the server; its answer carries the id for Undo. */
function change<M extends Method>(method: M) {
  return <P extends PathOf<M>>(path: P, ...[options]: Arguments<P, M>): Promise<Answer<Result<P, M>>> =>
    call(method, path, options as Options);
}

/** The server's operations, typed by its document: a path, parameter or field that is not there does not compile. */
export const api = {
  get: async <P extends PathOf<"get">>(path: P, ...[options]: Arguments<P, "get">): Promise<Result<P, "get">> =>
    (await call<Result<P, "get">>("get", path, options as Options)).data,
  /** A list with what stands in its headers. */
  getPage: <P extends PathOf<"get">>(path: P, ...[options]: Arguments<P, "get">): Promise<Answer<Result<P, "get">>> =>
    call("get", path, options as Options),
  post: change("post"),
  put: change("put"),
  patch: change("patch"),
  delete: change("delete"),
};
