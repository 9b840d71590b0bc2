import { useSyncExternalStore } from "react";

function media(query: string) {
  return typeof window.matchMedia === "function" ? window.matchMedia(query) : undefined;
}

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = media(query);
      list?.addEventListener("change", listener);
      return () => list?.removeEventListener("change", listener);
    },
    () => media(query)?.matches ?? false,
  );
}

/** Room for a list and a preview beside it. */
export const useSplit = () => useMedia("(min-width: 900px)");
export const useDesktop = () => useMedia("(min-width: 1200px)");
export const usePhone = () => useMedia("(max-width: 767px)");
