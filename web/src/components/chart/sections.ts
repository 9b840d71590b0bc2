import type { Chart, ChartSection } from "@/api/types";

export interface ShownSection {
  section: ChartSection;
  times: number;
  /** The first time it stands on the page, which links jump to. */
  first: boolean;
}

type Sectioned = Pick<Chart, "sections" | "sequence">;

/** Each section once as written, or all of them in the order in which they are played. */
export function sectionsToShow(chart: Sectioned, writeOut: boolean): ShownSection[] {
  if (!writeOut || chart.sequence.length === 0) {
    return chart.sections.map((section) => ({ section, times: 1, first: true }));
  }
  const seen = new Set<string>();
  return chart.sequence.flatMap(({ section: id, repeat }) => {
    const section = chart.sections.find((s) => s.id === id);
    if (!section) return [];
    const first = !seen.has(id);
    seen.add(id);
    return [{ section, times: repeat, first }];
  });
}

export interface OrderTile {
  id: string;
  short: string;
  label: string;
  repeat: number;
  refrain: boolean;
}

/** The order strip: neighbours that repeat become one tile with ×2. */
export function orderTiles(chart: Sectioned): OrderTile[] {
  const tiles: OrderTile[] = [];
  for (const { section: id, repeat } of chart.sequence) {
    const section = chart.sections.find((s) => s.id === id);
    if (!section) continue;
    const last = tiles.at(-1);
    if (last?.id === id) last.repeat += repeat;
    else {
      const refrain = Boolean(section.refrain) || section.type === "chorus";
      tiles.push({ id, short: section.short || section.label, label: section.label, repeat, refrain });
    }
  }
  return tiles;
}
