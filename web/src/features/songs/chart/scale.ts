import { prefs } from "@/components/prefs";

const sizes = [0.75, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4];

/** The next size of chart text, up or down. */
export function nextScale(now: number, by: 1 | -1): number {
  const near = sizes.reduce((best, s, i) => (Math.abs(s - now) < Math.abs((sizes[best] ?? 0) - now) ? i : best), 0);
  return sizes[Math.max(0, Math.min(sizes.length - 1, near + by))] ?? 1;
}

export function stepScale(by: 1 | -1) {
  prefs.set({ chartScale: nextScale(prefs.get().chartScale, by) });
}
