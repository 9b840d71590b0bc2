import { expect, it } from "vitest";
import { findPattern } from "./find";
import { barsOf } from "./Line";
import { orderTiles, sectionsToShow } from "./sections";
import { fitFactor, printFactor } from "./useChartSize";

const section = (id: string, type = "verse") => ({ id, type, label: id, short: id.toUpperCase(), lines: [] });
const chart = {
  sections: [section("v1"), section("c1", "chorus"), section("v2")],
  sequence: ["v1", "c1", "c1", "v2", "gone"].map((id) => ({ section: id, repeat: 1 })),
};

it("prints each section once unless everything is written out", () => {
  expect(sectionsToShow(chart, false).map((s) => s.section.id)).toEqual(["v1", "c1", "v2"]);
  const out = sectionsToShow(chart, true);
  expect(out.map((s) => s.section.id)).toEqual(["v1", "c1", "c1", "v2"]);
  expect(out.map((s) => s.first)).toEqual([true, true, false, true]);
});

it("draws neighbours that repeat as one tile and leaves out what is not there", () => {
  expect(orderTiles(chart).map((t) => `${t.short}×${t.repeat}${t.refrain ? "r" : ""}`)).toEqual([
    "V1×1",
    "C1×2r",
    "V2×1",
  ]);
});

it("groups cells between bar lines", () => {
  const cells = [{ bar: "|" }, { chord: 0 }, { bar: "|" }, { chord: 1 }, { text: "/" }, { bar: "|" }];
  expect(barsOf(cells).map((bar) => bar.length)).toEqual([1, 2]);
});

it("finds words and phrases, whatever the apostrophe", () => {
  expect("I’m his and He’s mine".split(findPattern("he's") as RegExp)).toHaveLength(3);
  expect("how sweet the sound".split(findPattern('"sweet the"') as RegExp)[1]).toBe("sweet the");
  expect(findPattern(" a ")).toBeUndefined();
  expect("(it is)".split(findPattern("(it") as RegExp)[1]).toBe("(it");
});

it("shrinks so that nothing wraps, but never too far", () => {
  expect(fitFactor(20, 16, 640, 1)).toBe(1);
  expect(fitFactor(24, 17, 400, 1)).toBeGreaterThan(0.94);
  expect(fitFactor(24, 17, 400, 1)).toBeLessThan(1);
  expect(fitFactor(40, 17, 360, 1)).toBe(1);
});

it("prints at 11 points, a little less where that keeps lines whole, never under 10", () => {
  expect(printFactor(20)).toBe(1);
  expect(printFactor(24)).toBeCloseTo(0.943, 2);
  expect(printFactor(40)).toBe(1);
});
