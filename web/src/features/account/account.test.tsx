import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Device, Session } from "@/api/types";
import { open, session } from "@/test/screen";
import { answer, serve } from "@/test/server";

const guest: Session = { ...session, user: null };

const device = (id: string, label: string, current = false): Device => ({
  id,
  label,
  address: "192.168.1.20",
  created_at: "2026-01-01T00:00:00Z",
  last_seen_at: "2026-03-01T00:00:00Z",
  current,
});

async function fillIn(password: string) {
  await userEvent.type(await screen.findByLabelText("Username"), "ana");
  await userEvent.type(screen.getByLabelText("Password"), password);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("signing in", () => {
  it("says the same whether the name or the password is wrong", async () => {
    serve({ "POST /api/session": () => answer(401, { title: "Unauthenticated", status: 401 }) });
    await open("/sign-in", guest);
    await fillIn("wrong");
    expect(await screen.findByText("The name or the password is not right.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Password")));
  });

  it("leads to the page that was asked for", async () => {
    serve({ "POST /api/session": () => session, "GET /api/users": () => [] });
    const { router } = await open("/sign-in?return=%2Fusers", guest);
    await fillIn("lamp river walnut");
    await waitFor(() => expect(router.state.location.pathname).toBe("/users"));
  });

  it("shows the password on request", async () => {
    serve({});
    await open("/sign-in", guest);
    const field = await screen.findByLabelText("Password");
    await userEvent.click(screen.getByRole("button", { name: "Show password" }));
    expect(field.getAttribute("type")).toBe("text");
  });
});

describe("setting up", () => {
  const fresh: Session = { ...guest, setup_needed: true };

  it("asks for the link when it is missing", async () => {
    serve({});
    await open("/setup", fresh);
    await userEvent.type(await screen.findByLabelText("Set-up link"), "hello");
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    expect(await screen.findByText(/not a set-up link/)).toBeTruthy();
  });

  it("makes the administrator and goes on to how chords are read", async () => {
    let sent: unknown;
    serve({
      "POST /api/setup": ({ body }) => {
        sent = body;
        return session;
      },
    });
    await open("/setup", fresh);
    await userEvent.type(
      await screen.findByLabelText("Set-up link"),
      "http://localhost:5100/setup#d7-zvP-MTBHigjQ63rVP",
    );
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    await userEvent.type(await screen.findByLabelText("Name of the church"), "Harbour Street Church");
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    await userEvent.type(screen.getByLabelText("Your name"), "Ana Whitfield");
    await userEvent.type(screen.getByLabelText("Password"), "lamp river walnut");
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    expect(await screen.findByRole("heading", { name: "How do you read chords?" })).toBeTruthy();
    expect(sent).toEqual({
      token: "d7-zvP-MTBHigjQ63rVP",
      church_name: "Harbour Street Church",
      name: "Ana Whitfield",
      username: "ana",
      password: "lamp river walnut",
    });
  });

  it("is over once somebody can sign in", async () => {
    serve({});
    await open("/setup", guest);
    expect(await screen.findByText("Your church is set up")).toBeTruthy();
  });
});

describe("my account", () => {
  it("needs one request, and ends other devices", async () => {
    const log = serve({
      "GET /api/account/devices": () => [device("d1", "Firefox on Linux", true), device("d2", "Safari on iPad")],
      "DELETE /api/account/devices/d2": () => answer(204),
    });
    await open("/account");
    await userEvent.click(await screen.findByRole("button", { name: "Sign out Safari on iPad" }));
    await waitFor(() => expect(screen.queryByText("Safari on iPad")).toBeNull());
    expect(log).toEqual(["GET /api/account/devices", "DELETE /api/account/devices/d2"]);
  });

  it("changes the password for who knows the old one", async () => {
    serve({
      "GET /api/account/devices": () => [],
      "POST /api/account/password": () =>
        answer(400, {
          title: "x",
          status: 400,
          errors: [{ field: "current", message: "This is not your current password." }],
        }),
    });
    await open("/account");
    await userEvent.type(await screen.findByLabelText("Password now"), "old one");
    await userEvent.type(screen.getByLabelText("New password"), "lamp river walnut");
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    expect(await screen.findByText("This is not your current password.")).toBeTruthy();
  });
});
