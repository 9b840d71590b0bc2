import { describe, expect, it } from "vitest";
import type { Change } from "@/api/types";
import { about, byDay, dayName, daysLeft, deed, fieldName, isLong, place, valueText } from "./model";
import { parseHistorySearch } from "./search";

const now = new Date(2026, 2, 11, 9, 0);

function change(more: Partial<Change> = {}): Change {
  return {
    id: "c1",
    at: new Date(2026, 2, 11, 8, 0).toISOString(),
    user: { id: "u1", name: "Ana" },
    action: "updated",
    entity: "song",
    entity_id: "s1",
    title: "Amazing Grace",
    count: 1,
    undoable: true,
    undone: false,
    differences: [],
    ...more,
  };
}

describe("days", () => {
  it("have names that people use", () => {
    expect(dayName(new Date(2026, 2, 11, 0, 1).toISOString(), now)).toBe("Today");
    expect(dayName(new Date(2026, 2, 10, 23, 59).toISOString(), now)).toBe("Yesterday");
    expect(dayName(new Date(2026, 2, 8).toISOString(), now)).toMatch(/Sunday/);
    expect(dayName(new Date(2025, 2, 8).toISOString(), now)).toMatch(/2025/);
  });

  it("hold their changes in the order they came", () => {
    const early = change({ id: "c0", at: new Date(2026, 2, 10).toISOString() });
    const days = byDay([change(), change({ id: "c2" }), early], now);
    expect(days.map((day) => day.changes.map((one) => one.id))).toEqual([["c1", "c2"], ["c0"]]);
  });

  it("are counted until the trash is emptied", () => {
    const left = (hours: number) => daysLeft(new Date(now.getTime() + hours * 3_600_000).toISOString(), now.getTime());
    expect([left(24 * 20 + 1), left(5), left(-5)]).toEqual([20, 0, 0]);
  });
});

describe("a change", () => {
  it("says who did what", () => {
    expect(deed(change())).toBe("Changed by Ana");
    expect(deed(change({ action: "imported", user: { id: "", name: "" } }))).toBe("Imported by the program");
    expect(deed(change({ action: "something new" }))).toBe("Changed by Ana");
  });

  it("says what it was about, and how many", () => {
    expect(about(change())).toBe("Amazing Grace");
    expect(about(change({ action: "bulk", title: "", count: 12 }))).toBe("12 songs");
    expect(about(change({ entity: "profile_song", title: "Tom", count: 2 }))).toBe("Tom, 2 songs");
  });

  it("leads to where the thing is, unless it is gone", () => {
    expect(place(change())).toEqual({ song: "s1" });
    expect(place(change({ entity: "profile_song", entity_id: "p1/s1" }))).toEqual({ person: "p1" });
    expect(place(change({ action: "deleted" }))).toBeUndefined();
    expect(place(change({ entity: "user", entity_id: "u2" }))).toBeUndefined();
  });

  it("names the fields that differ", () => {
    const name = (field: string) => fieldName({ field, before: "", after: "" });
    expect(name("ccli_song_number")).toBe("CCLI song number");
    expect(name("arrangements.Slow.bpm")).toBe("Tempo of “Slow”");
    expect(name("display.columns")).toBe("Columns");
    expect(name("some_thing")).toBe("some thing");
  });

  it("writes values as the screens do", () => {
    const value = (field: string, text: string) => valueText({ field, before: "", after: "" }, text);
    expect(value("preferred_key", "Bb")).toBe("B♭");
    expect(value("status", "learning")).toBe("Learning");
    expect(value("display.notation", "nashville")).toBe("Numbers");
    expect(value("notes", "")).toBe("nothing");
    expect(value("kind", "guest")).toBe("guest");
  });

  it("puts long texts on lines of their own", () => {
    expect(isLong({ field: "title", before: "A", after: "B" })).toBe(false);
    expect(isLong({ field: "chart_text", before: "a\nb", after: "" })).toBe(true);
  });
});

it("an address names a tab and a kind, or nothing", () => {
  expect(parseHistorySearch({ tab: "trash", entity: "plan" })).toEqual({ tab: "trash" });
  expect(parseHistorySearch({ tab: "x", entity: "profile" })).toEqual({ entity: "profile" });
});
