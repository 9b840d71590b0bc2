import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { serve } from "@/test/server";
import { api } from "./client";
import { keys } from "./keys";
import { forgetOffline, kept, keptCopy, keptSongs, ownOffline } from "./offline";
import { queryClient } from "./queryClient";

const written = () => new Promise((done) => setTimeout(done, 600));
const song = { queryKey: keys.song("s1"), retry: false };
const fetchSong = kept(keys.song("s1"), ({ signal }) => api.get("/api/songs/{id}", { path: { id: "s1" }, signal }));
const read = () => queryClient.fetchQuery<unknown>({ ...song, queryFn: fetchSong });

beforeEach(async () => {
  await forgetOffline();
  queryClient.clear();
  ownOffline("ana");
});

afterEach(() => vi.unstubAllGlobals());

async function open() {
  serve({ "GET /api/songs/s1": () => ({ id: "s1", version: 4 }) });
  await read();
  await written();
  queryClient.clear();
}

it("opens a song that was opened before without a network, and says which those are", async () => {
  await open();
  serve({});
  expect(await read()).toEqual({ id: "s1", version: 4 });
  expect([...(await keptSongs())]).toEqual(["s1"]);
});

it("keeps what a change put on the page", async () => {
  await open();
  queryClient.setQueryData(keys.song("s1"), { id: "s1", version: 5 });
  await written();
  expect((await keptCopy(keys.song("s1")))?.data).toEqual({ id: "s1", version: 5 });
});

it("says that a song that was never opened is not there", async () => {
  serve({});
  await expect(read()).rejects.toMatchObject({ status: 0 });
});

it("gives nobody what was kept for somebody else", async () => {
  queryClient.setQueryData(keys.session, { user: { id: "ana" }, csrf_token: "secret" });
  await open();
  ownOffline("ben");
  serve({});
  await expect(read()).rejects.toMatchObject({ status: 0 });
  ownOffline("ana");
  await expect(read()).rejects.toMatchObject({ status: 0 });
});

it("keeps no token", async () => {
  queryClient.setQueryData(keys.session, { user: { id: "ana" }, csrf_token: "secret" });
  await written();
  expect((await keptCopy(keys.session))?.data).toEqual({ user: { id: "ana" }, csrf_token: "" });
});

it("keeps no searches, and nothing that is gone", async () => {
  queryClient.setQueryData(keys.songList({ q: "grace" }), []);
  await open();
  expect(await keptCopy(keys.songList({ q: "grace" }))).toBeUndefined();
  serve({ "GET /api/songs/s1": () => ({ status: 404, body: { title: "Not there", status: 404 } }) });
  await expect(read()).rejects.toMatchObject({ status: 404 });
  serve({});
  await expect(read()).rejects.toMatchObject({ status: 0 });
});
