import type { MessageKey } from "@/i18n";
import { useShortcuts } from "./shortcuts";

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main [data-row]")];
}

function move(by: 1 | -1) {
  const all = rows();
  const here = all.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = here < 0 ? (by === 1 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, here + by));
  all[next]?.focus();
  all[next]?.scrollIntoView?.({ block: "nearest" });
}

/** Moves the focus among the page's elements with `data-row`, by arrows or J and K, and finds the search by `/`. */
export function useRowKeys(more: { keys: string; label: MessageKey; run: () => void }[] = []) {
  useShortcuts([
    { keys: "j,arrowdown", label: "keys.row.next", group: "lists", run: () => move(1) },
    { keys: "k,arrowup", label: "keys.row.previous", group: "lists", run: () => move(-1) },
    { keys: "/", label: "keys.search", group: "lists", run: focusSearch },
    ...more.map((one) => ({ ...one, group: "page" as const })),
  ]);
}

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  field?.focus();
  field?.select();
}
