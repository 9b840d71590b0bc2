import { api } from "./client";
import { keys } from "./keys";
import { Problem } from "./problem";
import { queryClient } from "./queryClient";
import type { Session } from "./types";

export type Preferences = Record<string, unknown>;

let timer: ReturnType<typeof setTimeout> | undefined;
const pause = 800;
const name = "cmd.unsent";

interface Unsent {
  user: string;
  changed: Preferences;
}

/** Choices that the account does not know yet: made a moment ago, or without a network. */
function unsentOf(userId: string): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "null") as Unsent | null;
    return kept?.user === userId ? kept.changed : {};
  } catch {
    return {};
  }
}

function setUnsent(userId: string, changed: Preferences) {
  try {
    if (Object.keys(changed).length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ user: userId, changed } satisfies Unsent));
  } catch {
    // A device that stores nothing sends nothing later.
  }
}

function user(): Session["user"] | undefined {
  return queryClient.getQueryData<Session>(keys.session)?.user;
}

function accept(version: number, preferences: Preferences) {
  queryClient.setQueryData<Session>(
    keys.session,
    (was) => was && { ...was, user: was.user && { ...was.user, version, preferences } },
  );
}

async function send(changed: Preferences, version: number): Promise<void> {
  try {
    const { data } = await api.patch("/api/account", { body: { preferences: changed }, version });
    accept(data.version, data.preferences);
  } catch (error) {
    const current = error instanceof Problem && error.conflict ? (error.current as { version?: number }) : undefined;
    if (current?.version === undefined || current.version === version) throw error;
    await send(changed, current.version);
  }
}

async function flush() {
  timer = undefined;
  const account = user();
  if (!account) return;
  const sent = unsentOf(account.id);
  if (Object.keys(sent).length === 0) return;
  try {
    await send(sent, account.version);
    const rest = Object.entries(unsentOf(account.id)).filter(([key, value]) => sent[key] !== value);
    setUnsent(account.id, Object.fromEntries(rest));
  } catch {
    // It stays with this device and is sent when the session comes the next time.
  }
}

function flushSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), pause);
}

/** Sends what somebody chose to the account, so that it follows them to other devices; several choices go as one. */
export function sendPreferences(changed: Preferences) {
  const account = user();
  if (!account) return;
  setUnsent(account.id, { ...unsentOf(account.id), ...changed });
  flushSoon();
}

/** Calls back with the account's preferences when they arrive or change; choices that were not sent yet stand above them. */
export function onPreferences(listener: (preferences: Preferences) => void): () => void {
  let last: unknown;
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || event.query.queryKey[0] !== "session") return;
    const account = user();
    if (!account || account.preferences === last) return;
    last = account.preferences;
    const unsent = unsentOf(account.id);
    if (Object.keys(unsent).length > 0 && timer === undefined && !event.action.manual) flushSoon();
    listener({ ...account.preferences, ...unsent });
  });
}
