import { expect, it } from "vitest";
import { groupSongs, matches, readQuery } from "./paletteModel";

it("reads the signs before a query", () => {
  expect(readQuery("> sign out")).toEqual({ mode: "actions", query: "sign out" });
  expect(readQuery(" @ana")).toEqual({ mode: "people", query: "ana" });
  expect(readQuery("#lent")).toEqual({ mode: "themes", query: "lent" });
  expect(readQuery(" come th ")).toEqual({ mode: "all", query: "come th" });
});

it("matches beginnings of words in any order, without accents", () => {
  expect(matches("Ruth Bergström", "bergstr ru")).toBe(true);
  expect(matches("Ruth Bergström", "uth")).toBe(false);
  expect(matches("anything", "")).toBe(true);
});

it("tells titles from lyrics", () => {
  const song = (id: string, field: "title" | "lyrics") => ({
    id,
    version: 1,
    title: id,
    tags: [],
    updated_at: "",
    match: { field, parts: [] },
  });
  expect(groupSongs([song("a", "lyrics"), song("b", "title")]).map((g) => [g.title, g.entries.length])).toEqual([
    ["songs", 1],
    ["words", 1],
  ]);
});
