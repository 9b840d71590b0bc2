import { keys } from "./keys";
import { onReachable, reportReachable } from "./online";
import { queryClient } from "./queryClient";

export interface LiveEvent {
  type: "song" | "profile" | "profile_song" | "account" | "settings" | "many";
  id?: string;
  version?: number;
  /** This page made the change and already holds the new value. */
  own?: boolean;
  /** The number of songs or people may be another now. */
  counted?: boolean;
}

const settle = 200;
const firstRetry = 1000;
const lastRetry = 30_000;

/** The cached prefixes that an event makes stale. */
export function staleKeys(event: LiveEvent): (readonly string[])[] {
  const id = event.id ?? "";
  const log = [keys.changes, keys.trash, keys.revisions(id)];
  const counts = event.own && !event.counted ? [] : [keys.session];
  switch (event.type) {
    case "song":
      // A song that is fetched brings its chart along; one that a change answered does not.
      return [keys.songs, ...counts, ...log, event.own ? keys.chart(id) : keys.song(id)];
    case "profile":
      return [keys.profiles, ...counts, ...log, ...(event.own ? [] : [keys.profile(id)])];
    case "profile_song":
      return [keys.profiles, ["profile"], ["song"], keys.profileSongs(), keys.changes];
    case "account":
      return [keys.session, keys.users, keys.account];
    case "settings":
      return [keys.session, keys.settings];
    case "many":
      return [keys.songs, ["song"], keys.profiles, ["profile"], keys.profileSongs(), ["revisions"], ...counts, ...log];
  }
}

/** An event about a version that this page already holds tells it nothing: its own change brought it. */
export function isKnown(event: LiveEvent): boolean {
  if (event.own || (event.type !== "song" && event.type !== "profile")) return false;
  const cached = queryClient.getQueryData<{ version: number }>([event.type, event.id]);
  return cached !== undefined && event.version !== undefined && cached.version >= event.version;
}

let waiting: LiveEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function flush() {
  timer = undefined;
  const fresh = waiting.filter((event) => !isKnown(event));
  waiting = [];
  const stale = fresh.flatMap(staleKeys);
  if (stale.length === 0) return;
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => stale.some((key) => key.every((part, i) => queryKey[i] === part)),
  });
}

/**
 * Marks stale what a change touched. Events are collected for a moment, so that a burst of changes,
 * or a change of our own and the server's word about it, cost one refetch.
 */
export function announce(...events: LiveEvent[]) {
  waiting.push(...events);
  if (timer === undefined) timer = setTimeout(flush, settle);
}

function receive(message: string) {
  const parsed = JSON.parse(message) as LiveEvent | LiveEvent[];
  announce(...(Array.isArray(parsed) ? parsed : [parsed]));
}

function retryDelay(attempt: number) {
  return Math.min(lastRetry, firstRetry * 2 ** attempt) * (0.75 + Math.random() / 2);
}

/** Opens the tab's one socket and keeps it open; answers a function that closes it for good. */
export function connectLive(url = `${location.origin.replace(/^http/, "ws")}/ws`): () => void {
  let socket: WebSocket | undefined;
  let attempt = 0;
  let lost = false;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function open() {
    socket = new WebSocket(url);
    socket.onopen = () => {
      attempt = 0;
      reportReachable(true);
      // Whatever happened while the line was down was missed.
      if (lost) announce({ type: "many" });
      lost = false;
    };
    socket.onmessage = (event) => receive(String(event.data));
    socket.onclose = () => {
      if (closed) return;
      if (lost) reportReachable(false);
      lost = true;
      retry = setTimeout(open, retryDelay(attempt++));
    };
  }

  const stopListening = onReachable(() => {
    if (!closed && navigator.onLine && socket?.readyState === WebSocket.CLOSED) {
      clearTimeout(retry);
      open();
    }
  });
  open();
  return () => {
    closed = true;
    clearTimeout(retry);
    stopListening();
    socket?.close();
  };
}
