import { describe, expect, it } from "vitest";
import type { ChordTuple } from "@/api/types";
import { type Fragment, layOut, type Ruler, spaceLine, splitLine } from "./layout";

/** Every letter is half an em wide, every letter of a chord as well. */
const ruler: Ruler = {
  lyric: (text) => text.length / 2,
  chord: (tuple) => tuple.join("").length / 2,
  annotation: (text) => text.length / 2,
};
const chord = (root: string): ChordTuple => [root, "", "", ""];

function words(line: ReturnType<typeof splitLine>): Fragment[][] {
  return line.filter((piece) => typeof piece !== "string");
}

describe("splitLine", () => {
  it("keeps a chord with its syllable and a word in one piece", () => {
    const line = splitLine([{ text: "A" }, { chord: 0, text: "mazing " }, { chord: 1, text: "grace how sweet" }]);
    expect(line).toEqual([
      [{ text: "A" }, { chord: 0, annotation: undefined, text: "mazing" }],
      " ",
      [{ chord: 1, annotation: undefined, text: "grace" }],
      " how sweet",
    ]);
  });

  it("lets plain words be plain text", () => {
    expect(splitLine([{ text: "no chords here" }])).toEqual(["no chords here"]);
  });

  it("gives a chord over a space or at the end a place of its own", () => {
    const line = splitLine([{ text: "word" }, { chord: 0, text: " then" }, { chord: 1, text: "" }]);
    expect(
      words(line)
        .flat()
        .filter((f) => f.chord !== undefined)
        .map((f) => f.text),
    ).toEqual(["", ""]);
  });
});

describe("spaceLine", () => {
  it("leaves a line alone whose chords have room", () => {
    const line = splitLine([
      { chord: 0, text: "wide enough " },
      { chord: 0, text: "here" },
    ]);
    expect(
      words(spaceLine(line, [chord("F")], ruler))
        .flat()
        .some((f) => f.min),
    ).toBe(false);
  });

  it("opens a word with a hyphen where a chord would touch the next", () => {
    const line = splitLine([
      { chord: 0, text: "tri" },
      { chord: 1, text: "als" },
    ]);
    const [first, second] = words(spaceLine(line, [chord("Ebmaj7"), chord("F")], ruler))[0] as [Fragment, Fragment];
    expect(first).toMatchObject({ hyphen: true, min: 3.27 });
    expect(second.min).toBeUndefined();
  });

  it("never opens a word by less than the hyphen needs", () => {
    const line = splitLine([
      { chord: 0, text: "tri" },
      { chord: 0, text: "als" },
    ]);
    expect(words(spaceLine(line, [chord("Ebm")], ruler))[0]?.[0]?.min).toBe(1.9);
  });

  it("widens the space at the end of a word without a hyphen", () => {
    const line = splitLine([
      { chord: 0, text: "I " },
      { chord: 0, text: "raise" },
    ]);
    expect(words(spaceLine(line, [chord("F#m7")], ruler))[0]?.[0]).toMatchObject({ hyphen: false, min: 1.77 });
  });

  it("does not touch what it was given", () => {
    const line = splitLine([
      { chord: 0, text: "a" },
      { chord: 0, text: "b" },
    ]);
    const before = structuredClone(line);
    spaceLine(line, [chord("Gmaj7")], ruler);
    expect(line).toEqual(before);
  });
});

it("layOut finds the longest line and drops chords from words only", () => {
  const lines = [
    { kind: "lyrics" as const, parts: [{ chord: 0, text: "short" }] },
    { kind: "lyrics" as const, parts: [{ text: "a much longer line" }] },
  ];
  const section = { id: "v1", type: "verse", label: "", short: "", lines };
  const layout = layOut([section], [chord("C")], ruler, true);
  expect(layout.longest).toBe(9);
  expect(layout.lines.get(lines[0] as never)).toEqual(["short"]);
});
