import { describe, expect, it } from "vitest";
import { parseSignInSearch, setupToken } from "./search";

describe("the way back after signing in", () => {
  it("leads to a page of this program", () => {
    expect(parseSignInSearch({ return: "/people/p1?sort=key" })).toEqual({ return: "/people/p1?sort=key" });
  });

  it.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:alert(1)",
    "",
    7,
    undefined,
  ])("never leaves it: %s", (target) => expect(parseSignInSearch({ return: target })).toEqual({}));

  it("does not turn in circles", () => {
    expect(parseSignInSearch({ return: "/sign-in?return=/x" })).toEqual({});
  });
});

describe("the token of a set-up link", () => {
  const token = "Zm9vYmFyYmF6cXV4_-1";
  it.each([
    `http://localhost:5100/setup#token=${token}`,
    `http://localhost:5100/setup#${token}`,
    `http://localhost:5100/setup?token=${token}`,
    ` ${token} `,
  ])("is found in %s", (link) => expect(setupToken(link)).toBe(token));

  it("is empty where there is none", () => {
    expect(setupToken("http://localhost:5100/setup")).toBe("");
  });
});
