import { expect, it } from "vitest";
import { nextScale } from "../chart/scale";
import { parseDuration } from "./ArrangementForm";
import { formErrors } from "./usePublish";

it("reads durations as people write them", () => {
  expect(["3:50", "3", "230", "x", ""].map(parseDuration)).toEqual([230, 180, 230, 0, 0]);
});

it("ties the server's words to the form's fields", () => {
  expect(formErrors({ "body.title": "A", "authors[2].name": "B", "arrangements[0].meter": "C" })).toEqual({
    title: "A",
    authors: "B",
    meter: "C",
  });
});

it("steps text sizes and stops at the ends", () => {
  expect([nextScale(1, 1), nextScale(1, -1), nextScale(2.4, 1), nextScale(0.1, -1)]).toEqual([1.15, 0.85, 2.4, 0.75]);
});
