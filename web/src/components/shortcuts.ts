import { useEffect, useRef } from "react";
import type { MessageKey } from "@/i18n";
import { prefs } from "./prefs";
import { createStore, useStore } from "./store";

export type ShortcutGroup = "anywhere" | "lists" | "chart" | "editor" | "page";

export interface Shortcut {
  /** "j", "mod+k", "g s", "arrowup"; several separated by commas. */
  keys: string;
  label: MessageKey;
  group: ShortcutGroup;
  run: (event: KeyboardEvent) => void;
  /** Also while typing in a field. */
  whileTyping?: boolean;
}

const layers = createStore<{ list: { current: Shortcut[] }[] }>({ list: [] });
let prefix = "";
let prefixTimer: ReturnType<typeof setTimeout> | undefined;

export const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** The name of a pressed combination, as written in `Shortcut.keys`. */
export function comboOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  const alt = event.altKey ? "alt+" : "";
  const shift = event.shiftKey && key.length > 1 ? "shift+" : "";
  return mod + alt + shift + key;
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}

function isPlain(combo: string): boolean {
  return combo.replace("shift+", "").length === 1 || combo.includes(" ");
}

function find(combo: string): Shortcut | undefined {
  for (const layer of [...layers.get().list].reverse()) {
    const hit = layer.current.find((s) => s.keys.split(",").includes(combo));
    if (hit) return hit;
  }
  return undefined;
}

function startsSequence(combo: string): boolean {
  return layers.get().list.some((layer) => layer.current.some((s) => s.keys.startsWith(`${combo} `)));
}

function holdPrefix(combo: string) {
  clearTimeout(prefixTimer);
  prefix = combo;
  prefixTimer = setTimeout(() => {
    prefix = "";
  }, 1000);
}

/** Elements that already mean something by Enter and Space keep that meaning. */
function ownsKey(event: KeyboardEvent, combo: string): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement) || !["enter", "space"].includes(combo)) return false;
  return target.closest("button, summary, [role=menuitem], label") !== null || target instanceof HTMLAnchorElement;
}

/** Under a dialog no page key works; with a popover open Escape is the popover's. */
function isCovered(combo: string): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return combo === "escape" && document.querySelector("[popover]") !== null;
}

export function handleKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const combo = comboOf(event);
  const typing = isTyping(event);
  const sequence = prefix ? `${prefix} ${combo}` : combo;
  const hit = find(sequence) ?? find(combo);
  prefix = "";
  if (isCovered(combo) && !hit?.whileTyping) return;
  if (typing && !hit?.whileTyping) return;
  if (isPlain(combo) && !typing && !prefs.get().singleKeys) return;
  if (!hit) {
    if (!typing && startsSequence(combo)) holdPrefix(combo);
    return;
  }
  if (ownsKey(event, combo)) return;
  event.preventDefault();
  hit.run(event);
}

/** Offers keys while the component is on screen; the latest layer wins. The list may change on each render. */
export function useShortcuts(list: Shortcut[]) {
  const layer = useRef(list);
  useEffect(() => {
    layer.current = list;
  });
  useEffect(() => {
    layers.set({ list: [...layers.get().list, layer] });
    return () => layers.set({ list: layers.get().list.filter((one) => one !== layer) });
  }, []);
}

/** All keys that work right now, for the shortcut sheet. */
export function useAllShortcuts(): Shortcut[] {
  return useStore(layers).list.flatMap((layer) => layer.current);
}
