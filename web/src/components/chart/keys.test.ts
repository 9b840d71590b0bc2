import { describe, expect, it } from "vitest";
import type { ChartChord, ChartKey, ChordTuple } from "@/api/types";
import { chordTexts, keyIndex, pitchOf, shapesIndex, stepKey, suggestCapos } from "./keys";

const names = ["C", "Db", "D", "Eb", "E", "F", "F#", "Gb", "G", "Ab", "A", "Bb", "B"];
const keys: ChartKey[] = names.map((name) => ({ name, label: name, pitch: pitchOf(name) ?? 0 }));
const nameOf = (index: number) => keys[index]?.name;

describe("keys are columns", () => {
  it("knows every pitch", () => {
    expect(names.map(pitchOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11]);
    expect(pitchOf("Cb")).toBe(11);
    expect(pitchOf("H")).toBeUndefined();
  });

  it("finds a key by its name, else by its sound", () => {
    expect(nameOf(keyIndex(keys, "Gb"))).toBe("Gb");
    expect(nameOf(keyIndex(keys, "C#"))).toBe("Db");
    expect(keyIndex(keys, "nonsense")).toBe(-1);
  });

  it("steps by semitones, around the end, to the first of twins", () => {
    expect(nameOf(stepKey(keys, keyIndex(keys, "F"), 1))).toBe("F#");
    expect(nameOf(stepKey(keys, keyIndex(keys, "Gb"), 1))).toBe("G");
    expect(nameOf(stepKey(keys, keyIndex(keys, "B"), 1))).toBe("C");
    expect(nameOf(stepKey(keys, keyIndex(keys, "C"), -1))).toBe("B");
  });

  it("shows shapes a capo below the sounding key", () => {
    expect(nameOf(shapesIndex(keys, keyIndex(keys, "Bb"), 3))).toBe("G");
    expect(nameOf(shapesIndex(keys, keyIndex(keys, "Gb"), 0))).toBe("Gb");
  });

  it("suggests low capos with easy shapes", () => {
    const suggested = suggestCapos(keys, keyIndex(keys, "Bb")).map((s) => [s.capo, nameOf(s.index)]);
    expect(suggested).toEqual([
      [1, "A"],
      [3, "G"],
    ]);
  });
});

it("chord texts are looked up in the column and notation", () => {
  const tuple = (root: string): ChordTuple => [root, "", "7", ""];
  const known: ChartChord = {
    source: "G7",
    known: true,
    letters: [tuple("G"), tuple("A♭")],
    solfege: [tuple("Sol"), tuple("La♭")],
    german: [tuple("G"), tuple("As")],
    nashville: tuple("5"),
    roman: tuple("V"),
  };
  const root = (notation: Parameters<typeof chordTexts>[1], column = 1) =>
    chordTexts({ keys, chords: [known] }, notation, column)[0]?.[0];
  expect([root("letters"), root("solfege"), root("german"), root("nashville"), root("roman")]).toEqual([
    "A♭",
    "La♭",
    "As",
    "5",
    "V",
  ]);
  expect(root("letters", 9)).toBe("G7");
});
