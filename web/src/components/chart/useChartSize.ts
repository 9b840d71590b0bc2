import { type RefObject, useLayoutEffect, useState } from "react";

const start = { size: 17, width: 0 };
const narrow = 500;
const smallest = 14;
const smallestNarrow = 16;
const columnEm = 19;
const gapEm = 2.4;

/** Pixels of one em of the lyrics before any fitting, and of the room they have. */
export function useChartSize(box: RefObject<HTMLElement | null>, scale: number) {
  const [now, setNow] = useState(start);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader's scale changes what is measured
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const read = () => {
      const style = getComputedStyle(element);
      const fit = Number(style.getPropertyValue("--fit")) || 1;
      const size = Math.round((Number.parseFloat(style.fontSize) / fit) * 100) / 100 || start.size;
      const width = element.clientWidth;
      setNow((before) => (before.size === size && before.width === width ? before : { size, width }));
    };
    read();
    if (typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(read);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box, scale]);
  return now;
}

/** How wide one column is, when the browser makes as many of the wanted ones as have room. */
function columnWidth(width: number, size: number, columns: 1 | 2): number {
  if (columns === 1 || width < (2 * columnEm + gapEm) * size) return width;
  return (width - gapEm * size) / 2;
}

/** The factor at which the longest line does not wrap; 1 where that would be too small to read. */
export function fitFactor(longest: number, size: number, width: number, columns: 1 | 2): number {
  if (width === 0 || longest === 0) return 1;
  const least = Math.min(1, (width < narrow ? smallestNarrow : smallest) / size);
  const room = columnWidth(width, size * least, columns) / size;
  const wanted = room / (longest + 0.1);
  return wanted >= 1 || wanted < least ? 1 : Math.floor(wanted * 1000) / 1000;
}

const paperColumn = 250;
const paperSize = 11;
const paperSmallest = 10;

/** The same for paper, in points: two columns of A4 or Letter at 11, down to 10. */
export function printFactor(longest: number): number {
  const wanted = paperColumn / (paperSize * (longest + 0.1));
  return wanted >= 1 || wanted < paperSmallest / paperSize ? 1 : Math.floor(wanted * 1000) / 1000;
}
