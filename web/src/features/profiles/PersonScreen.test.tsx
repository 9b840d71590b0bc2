import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import { announce } from "@/api/live";
import { queryClient } from "@/api/queryClient";
import type { ProfileSong } from "@/api/types";
import { open } from "@/test/screen";
import { answer, serve } from "@/test/server";
import { person, row } from "./testing";

const list = () => [row("Amazing Grace", { preferred_key: "F" }), row("Be Thou My Vision", { position: 2 })];
const found = () => [
  row("Holy Night", { in_list: false, version: 0, song: { ...row("Holy Night").song, key: "D" } }),
  row("Holy Spirit", { preferred_key: "Bb" }),
];

/** jsdom knows no open popovers, and takes what is in them for hidden. */
const inPopover = { hidden: true };

let stored: ProfileSong[];
let log: string[];
let routes: Parameters<typeof serve>[0];

beforeEach(() => {
  stored = list();
  routes = {
    "GET /api/profiles/p1/page": () => ({ profile: person({ song_count: stored.length }), songs: stored }),
    "GET /api/profiles/p1/songs": ({ url }) => (url.searchParams.get("scope") === "all" ? found() : stored),
    "POST /api/changes/c9/undo": () => {
      stored = list();
      return {};
    },
  };
  log = serve(routes);
});

/** What a test announced is refetched before the next one counts its requests. */
afterEach(() => new Promise((done) => setTimeout(done, 250)));

const titles = () =>
  within(screen.getByRole("region", { name: "Songs" }))
    .getAllByRole("link")
    .map((link) => link.textContent);

const ownChange = { "Change-Id": "c1" };

const changes = () => log.filter((line) => !line.startsWith("GET"));

describe("one person", () => {
  it("asks once", async () => {
    await open("/people/p1");
    expect(await screen.findByRole("heading", { name: "Ana Whitfield" })).toBeTruthy();
    expect(await screen.findByText("Amazing Grace")).toBeTruthy();
    expect(log).toEqual(["GET /api/profiles/p1/page"]);
  });

  it("shows the head at once to who comes from the list of people", async () => {
    routes["GET /api/profiles/p1/page"] = () => new Promise(() => undefined);
    const { router } = await open("/sign-in");
    queryClient.setQueryData(keys.profiles, [person()]);
    await act(() => router.navigate({ to: "/people/$profileId", params: { profileId: "p1" }, search: {} }));
    expect(await screen.findByRole("heading", { name: "Ana Whitfield" })).toBeTruthy();
    expect(log).toEqual(["GET /api/profiles/p1/page"]);
  });

  it("fetches nothing again after its own change, whatever the server tells of it", async () => {
    routes["PUT /api/profiles/p1/songs/order"] = () =>
      answer(200, { change_id: "c1", count: 2, versions: { "amazing-grace": 2, "be-thou-my-vision": 2 } }, ownChange);
    await open("/people/p1");
    (await screen.findByText("Be Thou My Vision")).focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() => expect(titles()).toEqual(["Be Thou My Vision", "Amazing Grace"]));
    announce({ type: "profile_song", id: "p1/amazing-grace", version: 2, change: "c1" });
    announce({ type: "many", change: "c1" });
    await new Promise((done) => setTimeout(done, 450));
    expect(log).toEqual(["GET /api/profiles/p1/page", "PUT /api/profiles/p1/songs/order"]);
    announce({ type: "profile_song", id: "p1/amazing-grace", version: 3, change: "c2" });
    await waitFor(() => expect(log).toHaveLength(3));
  });

  it("adds a found song in another key from the keyboard, and goes on searching", async () => {
    routes["PUT /api/profiles/p1/songs/holy-night"] = ({ body }) => {
      stored = [...stored, row("Holy Night", { ...(body as object), position: 3 })];
      return answer(200, stored[2], { "Change-Id": "c9" });
    };
    await open("/people/p1");
    const box = await screen.findByRole("combobox");
    await userEvent.type(box, "holy");
    const grid = await screen.findByRole("grid");
    await waitFor(() => expect(within(grid).getAllByRole("row")).toHaveLength(2));
    expect(within(grid).getByText("In your list, in B♭")).toBeTruthy();
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{Enter}");
    await waitFor(() => expect(titles()).toContain("Holy Night"));
    expect(changes()).toEqual(["PUT /api/profiles/p1/songs/holy-night"]);
    expect(stored[2]?.preferred_key).toBe("C");
    expect(document.activeElement).toBe(box);
    expect(await screen.findByText("Holy Night added in C")).toBeTruthy();
  });

  it("removes at once, and Undo brings it back", async () => {
    routes["POST /api/profiles/p1/songs/remove"] = ({ body }) => {
      const { song_ids } = body as { song_ids: string[] };
      stored = stored.filter((one) => !song_ids.includes(one.song.id));
      return { change_id: "c9", count: 1 };
    };
    await open("/people/p1");
    await userEvent.click(await screen.findByRole("button", { name: "More for Amazing Grace" }));
    await userEvent.click(screen.getByRole("menuitem", { name: /Remove/, ...inPopover }));
    await waitFor(() => expect(titles()).toEqual(["Be Thou My Vision"]));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(titles()).toEqual(["Amazing Grace", "Be Thou My Vision"]));
  });

  it("takes a refused change back and says so", async () => {
    routes["PUT /api/profiles/p1/songs/order"] = () =>
      answer(503, { title: "The database did not answer.", status: 503 });
    await open("/people/p1");
    (await screen.findByText("Be Thou My Vision")).focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(await screen.findByText(/That did not work/)).toBeTruthy();
    expect(titles()).toEqual(["Amazing Grace", "Be Thou My Vision"]);
  });

  it("sends a change again when only the place of the song moved on", async () => {
    const versions: (string | null)[] = [];
    routes["PUT /api/profiles/p1/songs/amazing-grace"] = ({ version, body }) => {
      versions.push(version);
      const now = { ...list()[0], version: 5, position: 2 };
      if (version !== '"5"') return answer(412, { title: "Somebody was first", status: 412, current: now });
      return { ...now, ...(body as object), version: 6 };
    };
    await open("/people/p1");
    await userEvent.click(await screen.findByRole("button", { name: /Amazing Grace in F/ }));
    await userEvent.click(screen.getByRole("button", { name: /^A\s?2 up/, ...inPopover }));
    expect(await screen.findByText("Amazing Grace is now in A")).toBeTruthy();
    expect(versions).toEqual(['"1"', '"5"']);
  });

  it("keeps the order in the address", async () => {
    await open("/people/p1?sort=title&q=");
    await screen.findByText("Amazing Grace");
    await userEvent.click(screen.getByRole("button", { name: "Order of the list: Title" }));
    await userEvent.click(screen.getByRole("menuitemradio", { name: "Own order", ...inPopover }));
    await screen.findByRole("button", { name: "Order of the list: Own order" });
    expect(log).toHaveLength(1);
  });

  it("shows who may only look no way to change", async () => {
    const profile = person({ may: { edit: false, delete: false } });
    routes["GET /api/profiles/p1/page"] = () => ({ profile, songs: stored });
    await open("/people/p1");
    await screen.findByText("Amazing Grace");
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(screen.queryByRole("button", { name: /More for Amazing/ })).toBeNull();
  });
});
