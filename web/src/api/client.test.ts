import { afterEach, expect, it, vi } from "vitest";
import { answer, serve } from "@/test/server";
import { api, fillPath, queryString, setCsrf } from "./client";
import { isOnline } from "./online";
import { asProblem, type Problem } from "./problem";

afterEach(() => vi.unstubAllGlobals());

const failure = (promise: Promise<unknown>): Promise<Problem> => promise.then(() => asProblem("none"), asProblem);

it("writes paths and queries so that nothing can break out of them", () => {
  expect(fillPath("/api/songs/{id}/page", { id: "a/b?c" })).toBe("/api/songs/a%2Fb%3Fc/page");
  expect(queryString({ q: "a&b", tag: ["x:1", "y"], key: undefined, sort: "" })).toBe("?q=a%26b&tag=x%3A1&tag=y");
});

it("sends the version, the token and a key of its own with a change, and brings the change's id back", async () => {
  setCsrf("token", async () => undefined);
  const seen: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    seen.push(init);
    return new Response("{}", { headers: { "Change-Id": "c1", "Content-Type": "application/json" } });
  });
  const { changeId } = await api.delete("/api/songs/{id}", { path: { id: "s" }, version: 7 });
  await api.post("/api/changes/{id}/undo", { path: { id: "c1" } });
  const [first, second] = seen.map((init) => new Headers(init.headers));
  expect([changeId, first?.get("If-Match"), first?.get("X-CSRF-Token")]).toEqual(["c1", '"7"', "token"]);
  expect(second?.get("Idempotency-Key")).toMatch(/^[0-9a-f]{32}$/);
});

it("gets a new token once when the server refuses the old one", async () => {
  let token = "old";
  setCsrf(token, async () => {
    token = "new";
    setCsrf(token, async () => undefined);
  });
  const log = serve({
    "DELETE /api/session": () =>
      token === "new" ? answer(204) : answer(403, { title: "No", status: 403, code: "csrf" }),
  });
  await api.delete("/api/session");
  expect(log).toHaveLength(2);
});

it("turns a refused change into a problem with its fields and the current value", async () => {
  serve({
    "PUT /api/songs/s": () =>
      answer(412, {
        title: "Stale",
        status: 412,
        code: "stale",
        current: { version: 9 },
        errors: [{ field: "title", message: "No." }],
      }),
  });
  const problem = await failure(api.put("/api/songs/{id}", { path: { id: "s" }, body: { title: "x" }, version: 1 }));
  expect([problem.conflict, problem.current, problem.fields]).toEqual([true, { version: 9 }, { title: "No." }]);
});

it("tells a server that does not answer from one that fails", async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("network");
  });
  expect((await failure(api.get("/api/profiles"))).offline).toBe(true);
  expect(isOnline()).toBe(false);
  const html = { "Content-Type": "text/html" };
  vi.stubGlobal("fetch", async () => new Response("<html>", { status: 500, headers: html }));
  expect((await failure(api.get("/api/profiles"))).status).toBe(500);
  expect(isOnline()).toBe(true);
  vi.stubGlobal("fetch", async () => new Response("<html>", { status: 502, headers: html }));
  expect((await failure(api.get("/api/profiles"))).unreachable).toBe(true);
  expect(isOnline()).toBe(false);
});
