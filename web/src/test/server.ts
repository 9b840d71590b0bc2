import { vi } from "vitest";

type Handler = (request: { method: string; url: URL; body: unknown; version: string | null }) => unknown;

export interface Answered {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An answer with a status or headers of its own; everything else that a handler gives is a body with 200. */
export function answer(status: number, body?: unknown, headers?: Record<string, string>): Answered {
  return { status, body, headers };
}

function isAnswer(value: unknown): value is Answered {
  return typeof value === "object" && value !== null && "status" in value && typeof value.status === "number";
}

/** Stands in for the network: "METHOD /path" → handler. Answers the list of requests that were made. */
export function serve(routes: Record<string, Handler>): string[] {
  const log: string[] = [];
  const fetch = async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, "http://church.test");
    const method = init.method ?? "GET";
    log.push(`${method} ${url.pathname}${url.search}`);
    const handler = routes[`${method} ${url.pathname}`];
    if (!handler) throw new TypeError(`no route for ${method} ${url.pathname}`);
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    const result = handler({ method, url, body, version: new Headers(init.headers).get("If-Match") });
    const { status, body: data, headers } = isAnswer(result) ? result : answer(200, result);
    const type = status >= 400 ? "application/problem+json" : "application/json";
    const none = data === undefined || status === 204;
    return new Response(none ? null : JSON.stringify(data), { status, headers: { "Content-Type": type, ...headers } });
  };
  vi.stubGlobal("fetch", vi.fn(fetch));
  return log;
}
