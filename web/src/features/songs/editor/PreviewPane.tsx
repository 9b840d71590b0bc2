import { useState } from "react";
import type { Chart } from "@/api/types";
import { ChordChart } from "@/components/chart/ChordChart";
import { keyIndex } from "@/components/chart/keys";
import { Segments } from "@/components/ui/Choices";
import { keyLabel } from "@/components/ui/Key";
import { Sk, Skeleton } from "@/components/ui/States";
import { formatDuration, t, tn } from "@/i18n";
import { people, tempo } from "../Facts";
import type { DraftArrangement, SongDraft } from "./draft";

export interface PreviewPaneProps {
  draft: SongDraft;
  arrangement: DraftArrangement;
  chart?: Chart;
  failed: boolean;
}

function Facts({ draft, arrangement, chart }: { draft: SongDraft; arrangement: DraftArrangement; chart: Chart }) {
  const key = chart.key && t("key.name", { key: keyLabel(chart.key) });
  const speed = tempo(arrangement.meter || chart.meter, arrangement.bpm || chart.bpm);
  return (
    <p className="facts">
      {people(draft).map((name) => (
        <span key={name}>{name}</span>
      ))}
      {draft.tune && <span className="tune">{draft.tune.toUpperCase()}</span>}
      {[key, speed].filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

/** How the text will look, beside it while it is written. */
export function PreviewPane({ draft, arrangement, chart, failed }: PreviewPaneProps) {
  const [size, setSize] = useState<"chart" | "phone">("chart");
  const column = chart ? Math.max(0, keyIndex(chart.keys, chart.key)) : 0;
  return (
    <section className="pane preview">
      <div className="ptool">
        <span className="lead">{t("editor.preview")}</span>
        <span className="grow" />
        <Segments
          label={t("editor.preview")}
          value={size}
          onChange={setSize}
          options={[
            { value: "chart", label: t("editor.preview.chart") },
            { value: "phone", label: t("editor.preview.phone") },
          ]}
        />
      </div>
      <div
        className={size === "phone" ? "scroll pv phone" : "scroll pv"}
        role="region"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
        tabIndex={0}
        aria-label={t("editor.preview")}
      >
        {failed && (
          <p className="help bad" role="status">
            {t("editor.preview.failed")}
          </p>
        )}
        <h2 className="h-song">{draft.title || t("editor.title.none")}</h2>
        {chart && <Facts draft={draft} arrangement={arrangement} chart={chart} />}
        {chart && chart.sections.length === 0 && <p className="muted">{t("editor.preview.empty")}</p>}
        {chart ? (
          <ChordChart
            chart={chart}
            column={column}
            notation="letters"
            editing
            language={draft.language}
            prefix="edit-"
          />
        ) : (
          !failed && (
            <Skeleton label={t("loading")}>
              <Sk w="70%" />
              <Sk w="55%" top=".75rem" />
            </Skeleton>
          )
        )}
      </div>
      <div className="foot2">
        {chart && <span>{tn("editor.sections", chart.sections.length)}</span>}
        {arrangement.duration_seconds > 0 && <span>{formatDuration(arrangement.duration_seconds)}</span>}
      </div>
    </section>
  );
}
