import { fireEvent, render } from "@testing-library/react";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { prefs } from "./prefs";
import { handleKey, useShortcuts } from "./shortcuts";

const run = { j: vi.fn(), go: vi.fn(), find: vi.fn() };

function Page() {
  useShortcuts([
    { keys: "j,arrowdown", label: "keys.search", group: "lists", run: run.j },
    { keys: "g s", label: "keys.goto.songs", group: "anywhere", run: run.go },
    { keys: "mod+k", label: "keys.palette", group: "anywhere", run: run.find, whileTyping: true },
  ]);
  return <input aria-label="field" />;
}

beforeAll(() => window.addEventListener("keydown", handleKey));
afterAll(() => window.removeEventListener("keydown", handleKey));
beforeEach(() => {
  for (const fn of Object.values(run)) fn.mockClear();
  prefs.set({ singleKeys: true });
});

const press = (key: string, on: Element | Window = document.body, more = {}) => fireEvent.keyDown(on, { key, ...more });

it("runs letters, arrows and sequences, but not while somebody types", () => {
  const { getByLabelText } = render(<Page />);
  press("j");
  press("ArrowDown");
  press("j", getByLabelText("field"));
  expect(run.j).toHaveBeenCalledTimes(2);
  press("g");
  press("s");
  expect(run.go).toHaveBeenCalledTimes(1);
  press("k", getByLabelText("field"), { ctrlKey: true });
  expect(run.find).toHaveBeenCalledTimes(1);
});

it("lets single letters be turned off", () => {
  render(<Page />);
  prefs.set({ singleKeys: false });
  press("j");
  expect(run.j).not.toHaveBeenCalled();
  press("ArrowDown");
  expect(run.j).toHaveBeenCalledTimes(1);
});

it("is silent under a dialog", () => {
  render(
    <>
      <Page />
      <dialog open />
    </>,
  );
  press("j");
  expect(run.j).not.toHaveBeenCalled();
});
