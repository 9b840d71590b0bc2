import { createStore, useStore } from "@/components/store";

type Overlay = "palette" | "shortcuts" | "look" | undefined;

const store = createStore<{ open: Overlay; text: string }>({ open: undefined, text: "" });

/** Only one layer of the shell lies over the page at a time. */
export const useOverlay = () => useStore(store);
export const openPalette = (text = "") => store.set({ open: "palette", text });
export const openShortcuts = () => store.set({ open: "shortcuts" });
export const openLook = () => store.set({ open: "look" });
export const closeOverlay = () => store.set({ open: undefined });
