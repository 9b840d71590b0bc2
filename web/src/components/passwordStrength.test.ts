import { describe, expect, it } from "vitest";
import { strengthOf } from "./passwordStrength";

describe("a password", () => {
  it.each([
    ["", "none"],
    ["abcdef", "short"],
    ["aaaaaaaaaaaaaa", "guessable"],
    ["abcdefghijklmnop", "guessable"],
    ["harbourstreet1", "guessable"],
    ["lamp river nut", "good"],
    ["lamp river walnut seven", "strong"],
  ])("%s is %s", (password, strength) => {
    expect(strengthOf(password, ["HarbourStreet"])).toBe(strength);
  });

  it("counts letters, not code units", () => {
    expect(strengthOf("😀😃😄😁😆😅")).toBe("short");
  });
});
