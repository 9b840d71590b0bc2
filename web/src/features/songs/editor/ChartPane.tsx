import { CircleAlert, CircleCheck, Plus } from "lucide-react";
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { Chart, ChartWarning } from "@/api/types";
import { chordTexts, keyIndex } from "@/components/chart/keys";
import { ChordText } from "@/components/chart/Line";
import { useShortcuts } from "@/components/shortcuts";
import { Kbd } from "@/components/ui/Bits";
import { Button } from "@/components/ui/Button";
import { keyLabel } from "@/components/ui/Key";
import { Menu } from "@/components/ui/Menu";
import { Sk } from "@/components/ui/States";
import { type MessageKey, t, tn } from "@/i18n";
import type { SourceHandle } from "./SourceEditor";

const SourceEditor = lazy(() => import("./SourceEditor"));
const mostChords = 8;
const noWarnings: ChartWarning[] = [];

const sections: { label: MessageKey; text: string }[] = [
  { label: "editor.section.verse", text: "\n{start_of_verse}\n\n{end_of_verse}\n" },
  { label: "editor.section.chorus", text: "\n{start_of_chorus}\n\n{end_of_chorus}\n" },
  { label: "editor.section.bridge", text: "\n{start_of_bridge}\n\n{end_of_bridge}\n" },
  { label: "editor.section.grid", text: "\n{start_of_grid}\n| \n{end_of_grid}\n" },
  { label: "editor.section.comment", text: "{comment: }" },
];

export interface ChartPaneProps {
  text: string;
  chart?: Chart;
  onChange: (text: string) => void;
  onPublish: () => void;
  onSave: () => void;
}

/** The chart's known chords, as buttons in the spelling of the source. */
function usedChords(chart: Chart | undefined): string[] {
  return chart?.chords.filter((c) => c.known).map((c) => c.source) ?? [];
}

function ChordButtons({ chart, insert }: { chart: Chart; insert: (text: string) => void }) {
  const column = Math.max(0, keyIndex(chart.keys, chart.key_written));
  const texts = chordTexts(chart, "letters", column);
  const used = chart.chords.flatMap((c, i) => (c.known ? [{ source: c.source, tuple: texts[i] }] : []));
  return (
    <>
      <span className="lead">{t("editor.chords", { key: keyLabel(chart.key_written) })}</span>
      {used.slice(0, mostChords).map(({ source, tuple }) => (
        <button
          type="button"
          className="ck"
          key={source}
          title={t("editor.chord.insert", { chord: keyLabel(source) })}
          onClick={() => insert(`[${source}]`)}
        >
          {tuple && <ChordText tuple={tuple} />}
        </button>
      ))}
    </>
  );
}

function Problem({ warnings, line, onNext }: { warnings: ChartWarning[]; line: number; onNext: () => void }) {
  if (warnings.length === 0)
    return (
      <span className="stat ok">
        <CircleCheck className="i" aria-hidden />
        {t("editor.fine")}
      </span>
    );
  const here = warnings.find((w) => w.line === line);
  return (
    <button type="button" className="stat danger" onClick={onNext}>
      <CircleAlert className="i" aria-hidden />
      {here ? here.message : tn("editor.problems", warnings.length)}
    </button>
  );
}

/** The source with its tools. */
export function ChartPane({ text, chart, onChange, onPublish, onSave }: ChartPaneProps) {
  const source = useRef<SourceHandle>(null);
  const [cursor, setCursor] = useState({ line: 1, column: 1 });
  const chords = useMemo(() => usedChords(chart), [chart]);
  const onCursor = useCallback((line: number, column: number) => setCursor({ line, column }), []);
  const insert = (words: string) => source.current?.insert(words);
  const warnings = chart?.warnings ?? noWarnings;
  useShortcuts([{ keys: "f8", label: "keys.problem", group: "editor", run: () => source.current?.nextProblem() }]);
  return (
    <section className="pane source" aria-label={t("editor.source")}>
      <div className="ptool">
        <div className="cks">{chart && chords.length > 0 && <ChordButtons chart={chart} insert={insert} />}</div>
        <Menu
          label={t("editor.section")}
          items={sections.map((s) => ({ label: t(s.label), run: () => insert(s.text) }))}
          button={(props) => (
            <Button {...props} look="quiet" icon={Plus}>
              {t("editor.section")}
            </Button>
          )}
        />
      </div>
      <Suspense
        fallback={
          <div className="code-host wait">
            <Sk w="60%" />
          </div>
        }
      >
        <SourceEditor
          initial={text}
          chords={chords}
          warnings={warnings}
          onChange={onChange}
          onCursor={onCursor}
          onPublish={onPublish}
          onSave={onSave}
          handle={source}
        />
      </Suspense>
      <div className="foot2">
        <span className="only-wide">{t("editor.position", cursor)}</span>
        <Problem warnings={warnings} line={cursor.line} onNext={() => source.current?.nextProblem()} />
        <span className="grow" />
        <span className="kh row tight">
          <Kbd keys="mod+space" /> {t("editor.suggest")}
        </span>
      </div>
    </section>
  );
}
