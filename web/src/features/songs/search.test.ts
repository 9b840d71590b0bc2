import { expect, it } from "vitest";
import { hasFilters, listParams, parseChartSearch, parseSongSearch } from "./search";

it("keeps what makes sense of an address", () => {
  const raw = {
    q: "grace",
    key: "Bb",
    tag: ["theme:Lent", "theme:Lent"],
    bpm_min: "60",
    bpm_max: 115,
    sort: "-updated",
    song: "s1",
  };
  expect(parseSongSearch(raw)).toEqual({ ...raw, tag: ["theme:Lent"], bpm_min: 60 });
});

it("drops what does not", () => {
  expect(
    parseSongSearch({ q: "  ", key: "H", tag: "", bpm_min: "fast", bpm_max: -4, sort: "random", evil: 1 }),
  ).toEqual({});
  expect(parseSongSearch({ q: { a: 1 }, key: 7 })).toEqual({});
});

it("understands a year or number typed as a search and a single tag", () => {
  expect(parseSongSearch({ q: 1779, tag: "theme:Hope" })).toEqual({ q: "1779", tag: ["theme:Hope"] });
});

it("puts a range the right way around", () => {
  expect(parseSongSearch({ bpm_min: 120, bpm_max: 60 })).toEqual({ bpm_min: 60, bpm_max: 120 });
});

it("asks the server for the list without the preview's song", () => {
  expect(listParams({ q: "a", song: "s1", key: undefined })).toEqual({ q: "a" });
});

it("tells filters from search and order", () => {
  expect(hasFilters({ q: "a", sort: "key", song: "s" })).toBe(false);
  expect(hasFilters({ meter: "3/4" })).toBe(true);
});

it("reads a chart's key and capo", () => {
  expect(parseChartSearch({ key: "F#m", capo: "3", arr: "a1" })).toEqual({ key: "F#m", capo: 3, arr: "a1" });
  expect(parseChartSearch({ key: "f", capo: 99 })).toEqual({});
});
