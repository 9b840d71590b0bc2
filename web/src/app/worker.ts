const seen = "cmd.reloaded";
const quiet = 1500;

/** Keeps the program itself on this device, where the browser allows it: on https and on localhost. */
export function keepProgram() {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => {
    if (navigator.onLine) void navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  };
  window.addEventListener("load", () => setTimeout(register, quiet), { once: true });
}

/**
 * A page that stayed open over an update asks for a screen that the server has no longer: it loads itself anew, once a minute
 * at most. A song in the editor is kept as a draft.
 */
export function reloadWhenOutdated() {
  window.addEventListener("vite:preloadError", () => {
    const last = Number(sessionStorage.getItem(seen) ?? 0);
    if (!navigator.onLine || Date.now() - last < 60_000) return;
    sessionStorage.setItem(seen, String(Date.now()));
    location.reload();
  });
}
