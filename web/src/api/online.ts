import { useSyncExternalStore } from "react";

let reachable = true;
const listeners = new Set<() => void>();

/** Called by the client after every request: whether a server answered. */
export function reportReachable(value: boolean) {
  if (reachable === value) return;
  reachable = value;
  for (const listener of listeners) listener();
}

export function isOnline(): boolean {
  return reachable && navigator.onLine !== false;
}

/** A network that is back deserves a try before it is doubted. */
function networkBack() {
  reportReachable(true);
}

if (typeof window !== "undefined") window.addEventListener("online", networkBack);

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export const onReachable = subscribe;

/** False while the device has no network or the server does not answer. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline, () => true);
}
