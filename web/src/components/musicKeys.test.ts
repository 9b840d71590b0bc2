import { describe, expect, it } from "vitest";
import { distance, keysLike, moveKey, pitchOf, shapesFor } from "./musicKeys";

describe("keys", () => {
  it("know their pitch, whatever their spelling", () => {
    expect(["C", "Db", "C#m", "Cb", "B#", "F#", "Gb"].map(pitchOf)).toEqual([0, 1, 1, 11, 0, 6, 6]);
    expect(["", "H", "Cmaj", "bb"].map(pitchOf)).toEqual([-1, -1, -1, -1]);
  });

  it("move by semitones in common spellings and stay in their mode", () => {
    expect(moveKey("G", 1)).toBe("Ab");
    expect(moveKey("Bb", 1)).toBe("B");
    expect(moveKey("Am", -2)).toBe("Gm");
    expect(moveKey("C", -1)).toBe("B");
    expect(moveKey("", 1)).toBe("");
  });

  it("keep the spelling of a key that comes back to itself", () => {
    expect(moveKey("Gb", 12)).toBe("Gb");
    expect(keysLike("Gb")).toContain("Gb");
    expect(keysLike("Gb")).toHaveLength(12);
  });

  it("tell the shapes for a capo and the way between two keys", () => {
    expect(shapesFor("Bb", 3)).toBe("G");
    expect(distance("D", "C")).toBe(-2);
    expect(distance("C", "F#")).toBe(6);
  });
});
