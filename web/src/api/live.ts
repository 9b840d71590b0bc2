import { isChanging, isOwnChange } from "./client";
import { keys } from "./keys";
import { onReachable, reportReachable } from "./online";
import { queryClient } from "./queryClient";
import type { PersonPage, Session, Song } from "./types";

export interface LiveEvent {
  type: "song" | "profile" | "profile_song" | "account" | "settings" | "many";
  id?: string;
  version?: number;
  /** The change in the history that made it. */
  change?: string;
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
      return listKeys(event);
    case "account":
      return [keys.session, keys.users, keys.account];
    case "settings":
      return [keys.session, keys.settings];
    case "many":
      return [keys.songs, ["song"], keys.profiles, ["profile"], keys.profileSongs(), ["revisions"], ...counts, ...log];
  }
}

/** An event of a list names the person, or the person and the song: "p/s". */
function listKeys({ id = "", own }: LiveEvent): (readonly string[])[] {
  const [person = "", song] = id.split("/");
  const whose = song ? keys.song(song) : ["song"];
  if (own) return [whose, keys.changes];
  return [keys.profiles, keys.profile(person), whose, keys.profileSongs(person), keys.changes];
}

function cachedVersion({ type, id = "" }: LiveEvent): number | undefined {
  const page = () => queryClient.getQueryData<PersonPage>(keys.profile(id));
  const user = () => queryClient.getQueryData<Session>(keys.session)?.user;
  if (type === "song") return queryClient.getQueryData<Song>(keys.song(id))?.version;
  if (type === "profile") return page()?.profile.version;
  if (type === "account") return user()?.id === id ? user()?.version : undefined;
  return undefined;
}

/**
 * Word of a change that this page made tells it nothing: the answer brought the new value and the rest was announced.
 * Neither does word of a version that it already holds.
 */
export function isKnown(event: LiveEvent): boolean {
  if (event.own) return false;
  if (isOwnChange(event.change)) return true;
  return event.version !== undefined && (cachedVersion(event) ?? -1) >= event.version;
}

let waiting: LiveEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function flush() {
  if (isChanging()) {
    timer = setTimeout(flush, settle);
    return;
  }
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
