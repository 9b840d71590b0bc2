import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Change, TrashEntry } from "@/api/types";
import { open } from "@/test/screen";
import { answer, serve } from "@/test/server";

function change(id: string, title: string, more: Partial<Change> = {}): Change {
  const user = { id: "u1", name: "Ana" };
  const at = new Date().toISOString();
  return {
    id,
    at,
    user,
    action: "updated",
    entity: "song",
    entity_id: "s1",
    title,
    count: 1,
    undoable: true,
    undone: false,
    differences: [],
    ...more,
  };
}

const entry: TrashEntry = {
  entity: "song",
  id: "s9",
  title: "Old Hundredth",
  detail: "William Kethe",
  deleted_at: new Date().toISOString(),
  expires_at: new Date(Date.now() + 10.5 * 86_400_000).toISOString(),
  deleted_by: { id: "u1", name: "Ana" },
  may_restore: true,
  may_purge: true,
};

it("shows who changed what, page by page, and takes back", async () => {
  let undone = false;
  const log = serve({
    "GET /api/changes": ({ url }) =>
      url.searchParams.has("cursor")
        ? [change("c1", "The oldest")]
        : answer(
            200,
            [
              change("c3", "Amazing Grace", {
                undone,
                undoable: !undone,
                differences: [{ field: "arrangements.Standard.bpm", before: "72", after: "84" }],
              }),
            ],
            { Link: '</api/changes?limit=40&cursor=c3>; rel="next"' },
          ),
    "POST /api/changes/c3/undo": () => {
      undone = true;
      return change("c4", "Amazing Grace");
    },
  });
  await open("/history");
  expect(await screen.findByText("Tempo of “Standard”")).toBeTruthy();
  expect(log).toEqual(["GET /api/changes?limit=40"]);
  await userEvent.click(screen.getByRole("button", { name: "Show older" }));
  expect(await screen.findByText("The oldest")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show older" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Undo: Amazing Grace" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Undo: Amazing Grace" })).toBeNull());
});

it("deletes for good only after a second step", async () => {
  const log = serve({ "GET /api/trash": () => [entry], "DELETE /api/trash/song/s9": () => answer(204) });
  await open("/history?tab=trash");
  expect(await screen.findByText("10 days left")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Delete Old Hundredth for good" }));
  const button = screen.getByRole("button", { name: "Delete for good", hidden: true }) as HTMLButtonElement;
  expect(button.disabled).toBe(true);
  await userEvent.click(screen.getByLabelText("I know that this cannot be taken back"));
  await userEvent.click(button);
  await waitFor(() => expect(log).toContain("DELETE /api/trash/song/s9"));
  expect(await screen.findByText("The trash is empty")).toBeTruthy();
});

it("tells what could not be shown, with the number for the server's keeper", async () => {
  serve({ "GET /api/trash": () => answer(500, { title: "It broke", status: 500, request_id: "7f3a-20c1" }) });
  await open("/history?tab=trash");
  expect(await screen.findByText("The trash could not be shown")).toBeTruthy();
  expect(screen.getByText(/7f3a-20c1/)).toBeTruthy();
});
