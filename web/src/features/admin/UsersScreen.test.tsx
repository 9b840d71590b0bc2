import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Role, User } from "@/api/types";
import { open } from "@/test/screen";
import { answer, serve } from "@/test/server";
import { isLastAdmin } from "./queries";

const inPopover = { hidden: true };

function user(id: string, name: string, role: Role, more: Partial<User> = {}): User {
  const username = name.toLowerCase();
  return {
    id,
    version: 1,
    username,
    name,
    role,
    profile_id: "",
    disabled: false,
    created_at: "2026-01-01T00:00:00Z",
    ...more,
  };
}

describe("the last administrator", () => {
  const ana = user("u1", "Ana", "admin");
  it("is the only one who could let people in", () => {
    expect(isLastAdmin(ana, [ana, user("u2", "Tom", "editor")])).toBe(true);
    expect(isLastAdmin(ana, [ana, user("u2", "Tom", "admin")])).toBe(false);
    expect(isLastAdmin(ana, [ana, user("u2", "Tom", "admin", { disabled: true })])).toBe(true);
  });
});

describe("accounts", () => {
  it("change their role where they stand, and back", async () => {
    let stored = [user("u1", "Ana", "admin"), user("u2", "Tom", "leader")];
    const sent: unknown[] = [];
    const log = serve({
      "GET /api/users": () => stored,
      "GET /api/users/u2": () => stored[1],
      "PATCH /api/users/u2": ({ body, version }) => {
        sent.push([body, version]);
        stored = stored.map((one) =>
          one.id === "u2" ? { ...one, ...(body as object), version: one.version + 1 } : one,
        );
        return stored[1];
      },
      "GET /api/session": () => answer(500),
    });
    await open("/users");
    expect(await screen.findByText("the only one")).toBeTruthy();
    expect(log).toEqual(["GET /api/users"]);
    await userEvent.click(screen.getByRole("button", { name: /Tom: Leader/ }));
    await userEvent.click(screen.getByRole("menuitemradio", { name: /Editor/, ...inPopover }));
    expect(await screen.findByText("Tom is now Editor")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByRole("button", { name: /Tom: Leader/ });
    expect(sent).toEqual([
      [{ role: "editor" }, '"1"'],
      [{ role: "leader" }, '"2"'],
    ]);
  });

  it("are made with a username that follows the name, and refused in words at the field", async () => {
    serve({
      "GET /api/users": () => [user("u1", "Ana", "admin")],
      "GET /api/profiles": () => [],
      "POST /api/users": () =>
        answer(409, {
          title: "Taken",
          status: 409,
          errors: [{ field: "username", message: "This username is taken." }],
        }),
    });
    await open("/users");
    await screen.findByText("the only one");
    await userEvent.click(screen.getByRole("button", { name: "New account" }));
    await userEvent.type(screen.getByLabelText("Name"), "Ruth Bergström");
    expect(screen.getByLabelText("Username")).toHaveProperty("value", "ruth");
    await userEvent.type(screen.getByLabelText("First password"), "lamp river");
    expect(screen.getByText("2 more characters")).toBeTruthy();
    await userEvent.type(screen.getByLabelText("First password"), " walnut");
    await userEvent.click(screen.getByRole("button", { name: "Add", ...inPopover }));
    expect(await screen.findByText("This username is taken.")).toBeTruthy();
    await waitFor(() => expect(screen.getByLabelText("Username").getAttribute("aria-invalid")).toBe("true"));
  });
});
