import { describe, expect, it } from "vitest";
import { emptyArrangement, emptyDraft, inputOf, type SongDraft } from "./draft";
import { differences, firstChoice, merge } from "./merge";

function song(part: Partial<SongDraft>, chart = "words"): SongDraft {
  const arrangement = { ...emptyArrangement("Standard", true), id: "a1", chart_text: chart };
  return { ...emptyDraft("Title"), arrangements: [arrangement], ...part };
}

describe("a conflict", () => {
  const base = song({ tune: "Old", notes: "n" });
  const mine = song({ tune: "Old", notes: "mine" }, "my words");
  const theirs = song({ tune: "New", notes: "theirs" }, "their words");
  const parts = differences(base, mine, theirs);

  it("names each part and who changed it", () => {
    expect(parts.map((d) => [d.part, d.who])).toEqual([
      ["chart:a1", "both"],
      ["tune", "theirs"],
      ["notes", "both"],
    ]);
  });

  it("takes what only they changed and keeps mine elsewhere", () => {
    const choices = Object.fromEntries(parts.map((d) => [d.part, firstChoice(d)]));
    const merged = merge(mine, theirs, choices);
    expect([merged.tune, merged.notes, merged.arrangements[0]?.chart_text]).toEqual(["New", "mine", "my words"]);
  });

  it("takes words put together by hand", () => {
    const merged = merge(mine, theirs, { "chart:a1": { merged: "both" }, notes: "theirs" });
    expect([merged.arrangements[0]?.chart_text, merged.notes]).toEqual(["both", "theirs"]);
  });

  it("keeps a new arrangement of mine and one of theirs", () => {
    const more = { ...emptyArrangement("Mine", false), chart_text: "m" };
    const other = { ...emptyArrangement("Theirs", false), id: "a2", chart_text: "t" };
    const merged = merge(
      { ...mine, arrangements: [...mine.arrangements, more] },
      { ...theirs, arrangements: [...theirs.arrangements, other] },
      {},
    );
    expect(merged.arrangements.map((a) => a.name)).toEqual(["Standard", "Theirs", "Mine"]);
  });
});

it("sends no empty rows and no id for what is new", () => {
  const draft = song({
    title: " T ",
    aliases: ["", "x"],
    authors: [{ name: " ", role: "words" }],
    links: [{ label: "l", url: "" }],
  });
  const input = inputOf({ ...draft, arrangements: [...draft.arrangements, emptyArrangement("n", false)] });
  expect(input).toMatchObject({ title: "T", aliases: ["x"], authors: [], links: [] });
  expect(input.arrangements?.map((a) => "id" in a)).toEqual([true, false]);
});
