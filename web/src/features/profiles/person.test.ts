import { describe, expect, it } from "vitest";
import { changesOf, draftOf, instrumentsOf } from "./person";
import { person } from "./testing";

describe("saving a person", () => {
  const stored = draftOf(person({ instruments: ["piano", "alto"], display: { notation: "letters" } }));

  it("sends only what was changed", () => {
    expect(changesOf(stored, stored)).toEqual({});
    expect(changesOf({ ...stored, name: "Ana W." }, stored)).toEqual({ name: "Ana W." });
  });

  it("sends instruments as a list", () => {
    expect(changesOf({ ...stored, instruments: "piano; organ,, " }, stored)).toEqual({
      instruments: ["piano", "organ"],
    });
    expect(instrumentsOf("  ")).toEqual([]);
  });

  it("sends the whole way of reading charts, so that a choice can be given up", () => {
    const display = { ...stored.display, notation: "" };
    expect(changesOf({ ...stored, display }, stored)).toEqual({
      display: { notation: "", text_size: 0, columns: 0, words_only: false, theme: "" },
    });
  });
});
