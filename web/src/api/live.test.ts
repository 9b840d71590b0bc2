import { beforeEach, expect, it, vi } from "vitest";
import { announce, isKnown, staleKeys } from "./live";
import { queryClient } from "./queryClient";

beforeEach(() => queryClient.clear());

it("ignores word of a version that the page already holds", () => {
  queryClient.setQueryData(["song", "s1"], { version: 4 });
  expect(isKnown({ type: "song", id: "s1", version: 4 })).toBe(true);
  expect(isKnown({ type: "song", id: "s1", version: 5 })).toBe(false);
  expect(isKnown({ type: "song", id: "other", version: 1 })).toBe(false);
});

it("leaves a song alone that this page has just saved, but not the lists", () => {
  const names = staleKeys({ type: "song", id: "s1", own: true }).map((key) => key.join("/"));
  expect(names).toContain("songs");
  expect(names).toContain("chart/s1");
  expect(names).not.toContain("song/s1");
  expect(names).not.toContain("session");
});

it("makes one refetch of a burst", async () => {
  vi.useFakeTimers();
  const invalidate = vi.spyOn(queryClient, "invalidateQueries");
  announce({ type: "song", id: "s1", own: true }, { type: "many" });
  announce({ type: "song", id: "s1", version: 9 });
  vi.advanceTimersByTime(1000);
  expect(invalidate).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
