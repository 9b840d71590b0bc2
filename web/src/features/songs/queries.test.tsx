import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "@/api/queryClient";
import { useRestoreRevision } from "./queries";

afterEach(() => vi.unstubAllGlobals());

it("brings a revision back only while the song is as it was shown", async () => {
  const seen: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    seen.push(init);
    return new Response(JSON.stringify({ title: "Changed", status: 412 }), {
      status: 412,
      headers: { "Content-Type": "application/problem+json" },
    });
  });
  const { result } = renderHook(() => useRestoreRevision("s"), {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  });
  result.current.mutate({ version: 2, current: 5, told: "" });
  await waitFor(() => expect(result.current.isError).toBe(true));
  expect(new Headers(seen[0]?.headers).get("If-Match")).toBe('"5"');
});
