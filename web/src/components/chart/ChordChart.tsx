import { memo, useMemo, useRef } from "react";
import type { Chart, ChartSection } from "@/api/types";
import { t } from "@/i18n";
import type { Notation } from "../prefs";
import { chordTexts } from "./keys";
import { type Drawing, Line } from "./Line";
import { layOut } from "./layout";
import { useRuler } from "./ruler";
import { sectionsToShow } from "./sections";
import { fitFactor, printFactor, useChartSize } from "./useChartSize";

export interface ChordChartProps {
  chart: Pick<Chart, "chords" | "keys" | "sections" | "sequence">;
  /** The column of the chart's keys whose spelling is shown. */
  column: number;
  notation: Notation;
  columns?: 1 | 2;
  /** Factor of the reader's own choice. */
  scale?: number;
  writeOut?: boolean;
  clearLetters?: boolean;
  spoken?: boolean;
  editing?: boolean;
  find?: RegExp;
  language?: string;
  /** Marks the ids of sections, so that two charts on one page do not clash. */
  prefix?: string;
}

const rightToLeft = /^(ar|fa|he|ur|yi|ps|sd)\b/;

export function sectionId(prefix: string, id: string): string {
  return `${prefix}${id}`;
}

function jumpTo(prefix: string, id: string) {
  document.getElementById(sectionId(prefix, id))?.scrollIntoView({ block: "start", behavior: "smooth" });
}

const Section = memo(function Section(props: { section: ChartSection; times: number; id?: string; d: Drawing }) {
  const { section, times, id, d } = props;
  const refrain = section.refrain || section.type === "chorus";
  return (
    <section className={refrain ? "sec k-c" : "sec"} id={id}>
      {section.label && (
        <h3 className="lab">
          {section.label}
          {times > 1 && <span className="x">×{times}</span>}
          {section.cue && <span className="cue">{section.cue}</span>}
        </h3>
      )}
      {section.lines.map((line, i) => (
        <Line key={i} line={line} d={d} />
      ))}
    </section>
  );
});

/** A chart as it is read: chords over their syllables, sections under their names. */
export function ChordChart(props: ChordChartProps) {
  const { chart, column, notation, columns = 1, scale = 1, prefix = "sec-", find } = props;
  const box = useRef<HTMLDivElement>(null);
  const { size, width } = useChartSize(box, scale);
  const ruler = useRuler(size, Boolean(props.clearLetters));
  const words = notation === "words";
  const chords = useMemo(() => chordTexts(chart, notation, column), [chart, notation, column]);
  const layout = useMemo(() => layOut(chart.sections, chords, ruler, words), [chart, chords, ruler, words]);
  const fit = scale === 1 ? fitFactor(layout.longest, size, width, columns) : 1;
  const d = useMemo<Drawing>(
    () => ({
      chords,
      source: chart.chords,
      layout,
      words,
      find,
      spoken: Boolean(props.spoken),
      editing: Boolean(props.editing),
      recall: (section) => jumpTo(prefix, section),
    }),
    [chords, chart, layout, words, find, props.spoken, props.editing, prefix],
  );
  const sections = useMemo(() => sectionsToShow(chart, Boolean(props.writeOut)), [chart, props.writeOut]);
  const look = [columns === 2 && "cols2", props.clearLetters && "clear", words && "lyrics"].filter(Boolean).join(" ");
  return (
    <div
      ref={box}
      className={`chart ${look}`}
      lang={props.language || undefined}
      dir={rightToLeft.test(props.language ?? "") ? "rtl" : undefined}
      style={{ "--scale": scale, "--fit": fit, "--print": printFactor(layout.longest) } as React.CSSProperties}
      role="group"
      aria-label={t("chart.label")}
    >
      {sections.map(({ section, times, first }, i) => (
        <Section key={i} section={section} times={times} id={first ? sectionId(prefix, section.id) : undefined} d={d} />
      ))}
    </div>
  );
}

export { jumpTo };
