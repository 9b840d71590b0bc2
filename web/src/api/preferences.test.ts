import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { answer, serve } from "@/test/server";
import { keys } from "./keys";
import { onPreferences, type Preferences, sendPreferences } from "./preferences";
import { queryClient } from "./queryClient";

let stop: () => void;
let heard: Preferences[] = [];

function arrive(preferences: Preferences, version = 1) {
  queryClient.setQueryData(keys.session, { user: { id: "u1", version, preferences } });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  queryClient.clear();
  heard = [];
  stop = onPreferences((preferences) => heard.push(preferences));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("tells what the account says, once", () => {
  arrive({ theme: "dark" });
  arrive({ theme: "dark" });
  expect(heard).toEqual([{ theme: "dark" }]);
});

it("sends several choices as one, again on the newer version when somebody was first", async () => {
  arrive({});
  const bodies: unknown[] = [];
  const log = serve({
    "PATCH /api/account": ({ body, version }) => {
      bodies.push(body);
      if (version === '"1"') return answer(412, { title: "Stale", status: 412, current: { version: 7 } });
      return { version: 8, preferences: { theme: "dark", text: "large" } };
    },
  });
  sendPreferences({ theme: "light" });
  sendPreferences({ theme: "dark", text: "large" });
  await vi.advanceTimersByTimeAsync(2000);
  expect(log).toEqual(["PATCH /api/account", "PATCH /api/account"]);
  expect(bodies[1]).toEqual({ preferences: { theme: "dark", text: "large" } });
  expect(queryClient.getQueryData(keys.session)).toMatchObject({ user: { version: 8 } });
  expect(localStorage.getItem("cmd.unsent")).toBeNull();
});

it("keeps a choice made without a network above what the account says", async () => {
  arrive({ theme: "light" });
  serve({});
  sendPreferences({ theme: "dark" });
  await vi.advanceTimersByTimeAsync(2000);
  arrive({ theme: "light", text: "large" });
  expect(heard.at(-1)).toEqual({ theme: "dark", text: "large" });
});
