import { describe, expect, it } from "vitest";
import { compareTitles, countKinds, doing, findPeople, moved, sameEntry, sortRows, soundingKey } from "./model";
import { parsePeopleSearch, parsePersonSearch } from "./search";
import { person, row } from "./testing";

describe("what a person does", () => {
  it("is told in a few words", () => {
    expect(doing(person())).toBe("Leads, piano");
    expect(doing(person({ kind: "singer", instruments: ["alto", "flute"] }))).toBe("Alto, flute");
    expect(doing(person({ kind: "musician", instruments: [] }))).toBe("Musician");
  });
});

describe("finding people", () => {
  const all = [
    person({ id: "a", name: "Ruth Bergström", instruments: ["alto"] }),
    person({ id: "b", name: "Joel Park", kind: "musician", instruments: ["drums"] }),
  ];
  const found = (search: Parameters<typeof findPeople>[1]) => findPeople(all, search).map((one) => one.id);

  it("ignores accents and case, and looks at names and parts", () => {
    expect(found({ q: "bergstrom" })).toEqual(["a"]);
    expect(found({ q: "DRUMS park" })).toEqual(["b"]);
    expect(found({ q: "nobody" })).toEqual([]);
  });

  it("keeps one kind", () => {
    expect(found({ kind: "musician" })).toEqual(["b"]);
    expect(countKinds(all)).toEqual({ leader: 1, singer: 0, musician: 1 });
  });
});

describe("the order of a list", () => {
  const rows = [
    row("The Old Song", { preferred_key: "D", last_led: "2026-01-04" }),
    row("Be Still", { preferred_key: "", last_led: "" }),
    row("A Mighty Fortress", { preferred_key: "Dm", last_led: "2026-03-01" }),
  ];
  const titles = (sort: Parameters<typeof sortRows>[1]) => sortRows(rows, sort).map((one) => one.song.title);

  it("is the person's own, unless another is chosen", () => {
    expect(titles("own")).toEqual(["The Old Song", "Be Still", "A Mighty Fortress"]);
    expect(titles("title")).toEqual(["Be Still", "A Mighty Fortress", "The Old Song"]);
    expect(titles("key")).toEqual(["The Old Song", "A Mighty Fortress", "Be Still"]);
    expect(titles("led")).toEqual(["A Mighty Fortress", "The Old Song", "Be Still"]);
  });

  it("does not look at leading articles", () => {
    expect(compareTitles("The Lord", "Kum ba yah")).toBeGreaterThan(0);
  });

  it("moves one thing from place to place", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
  });
});

it("a song without a key of its own sounds as written", () => {
  expect(soundingKey(row("X", { preferred_key: "Bb" }))).toBe("Bb");
  expect(soundingKey(row("X"))).toBe("G");
});

it("two entries are the same when all that a person notes is", () => {
  expect(sameEntry(row("X"), row("Y", { version: 7, position: 9 }))).toBe(true);
  expect(sameEntry(row("X"), row("X", { capo: 2 }))).toBe(false);
});

it("addresses that make no sense are read as far as they do", () => {
  expect(parsePeopleSearch({ q: " ana ", kind: "drummer" })).toEqual({ q: " ana " });
  expect(parsePersonSearch({ q: "", sort: "own" })).toEqual({});
  expect(parsePersonSearch({ q: 23, sort: "led", x: 1 })).toEqual({ q: "23", sort: "led" });
});
