import { useState } from "react";
import type { Song } from "@/api/types";
import { useShortcuts } from "@/components/shortcuts";
import { Banner } from "@/components/ui/Bits";
import { Button } from "@/components/ui/Button";
import { Segments } from "@/components/ui/Choices";
import { toast } from "@/components/ui/Toast";
import { useTitle } from "@/components/useTitle";
import { formatTime, t } from "@/i18n";
import { Revisions } from "../chart/Revisions";
import { ArrangementForm, arrangementName } from "./ArrangementForm";
import { ChartPane } from "./ChartPane";
import { Conflict } from "./Conflict";
import { draftOf } from "./draft";
import { EditorBar, type EditorView } from "./EditorBar";
import { FactsForm } from "./FactsForm";
import { PreviewPane } from "./PreviewPane";
import { type Draft, type DraftStart, useDraft } from "./useDraft";
import { storedChart, usePreview } from "./usePreview";
import { usePublish } from "./usePublish";
import "../styles/editor.css";

export interface EditorPageProps {
  start: DraftStart;
  /** The song as it is stored now; missing while it is new. */
  song?: Song;
  arrangementId?: string;
}

type Publisher = ReturnType<typeof usePublish>;

function RestoredBanner({ start, draft }: { start: DraftStart; draft: Draft }) {
  const [open, setOpen] = useState(start.kept !== undefined);
  if (!open || !draft.dirty || !start.kept) return null;
  const kept = start.kept;
  function discard() {
    setOpen(false);
    draft.restart(start.base, start.version);
    toast({ text: t("editor.discarded"), undo: async () => draft.restart(kept.base, kept.version, kept.draft) });
  }
  return (
    <Banner
      action={
        <Button look="quiet" onClick={discard}>
          {t("editor.discard")}
        </Button>
      }
    >
      {t("editor.restored", { time: formatTime(kept.savedAt) })}
    </Banner>
  );
}

function NewerBanner({ song, draft, publisher }: { song: Song; draft: Draft; publisher: Publisher }) {
  if (song.version <= draft.version) return null;
  return (
    <Banner
      action={
        <Button look="quiet" onClick={() => publisher.showTheirs(song)}>
          {t("editor.newer.see")}
        </Button>
      }
    >
      {t("editor.newer")}
    </Banner>
  );
}

function ArrangementTabs({ draft, index, onIndex }: { draft: Draft; index: number; onIndex: (index: number) => void }) {
  const all = draft.draft.arrangements;
  if (all.length < 2) return null;
  return (
    <div className="arr-tabs">
      <Segments
        label={t("arr.choose")}
        value={index}
        onChange={onIndex}
        options={all.map((a, i) => ({ value: i, label: arrangementName(a, i) }))}
      />
    </div>
  );
}

function Panes({
  song,
  draft,
  index,
  resets,
  publisher,
}: {
  song?: Song;
  draft: Draft;
  index: number;
  resets: number;
  publisher: Publisher;
}) {
  const [shown, setShown] = useState<"source" | "preview">("source");
  const all = draft.draft.arrangements;
  const arrangement = all[index];
  const preview = usePreview(
    arrangement?.chart_text ?? "",
    arrangement?.default_key ?? "",
    storedChart(song, arrangement?.id),
  );
  if (!arrangement) return null;
  const write = (chart_text: string) =>
    draft.set({ arrangements: all.map((a, i) => (i === index ? { ...a, chart_text } : a)) });
  return (
    <>
      <div className="pane-choice">
        <Segments
          label={t("editor.view.chart")}
          value={shown}
          onChange={setShown}
          options={[
            { value: "source", label: t("editor.source.short") },
            { value: "preview", label: t("editor.preview") },
          ]}
        />
      </div>
      <div className={`ed show-${shown}`}>
        <ChartPane
          key={`${index}-${resets}`}
          text={arrangement.chart_text}
          chart={preview.data}
          onChange={write}
          onPublish={() => publisher.publish()}
          onSave={() => void draft.save()}
        />
        <PreviewPane draft={draft.draft} arrangement={arrangement} chart={preview.data} failed={preview.isError} />
      </div>
    </>
  );
}

/** The song editor: source and preview, facts, arrangements; drafts keep themselves. */
export function EditorPage({ start, song, arrangementId }: EditorPageProps) {
  const kept = useDraft(start);
  const [resets, setResets] = useState(0);
  const draft: Draft = {
    ...kept,
    restart(...args) {
      kept.restart(...args);
      setResets((n) => n + 1);
    },
  };
  const publisher = usePublish(song?.id, draft);
  const [view, setView] = useState<EditorView>(song ? "chart" : "facts");
  const found = draft.draft.arrangements.findIndex((a) => (arrangementId ? a.id === arrangementId : a.default));
  const [chosen, setIndex] = useState(Math.max(0, found));
  const index = Math.min(chosen, draft.draft.arrangements.length - 1);
  const [revisions, setRevisions] = useState(false);
  const arrangement = draft.draft.arrangements[index];
  useTitle(draft.draft.title || t("editor.new"));
  useShortcuts([
    { keys: "mod+enter", label: "keys.publish", group: "editor", run: () => publisher.publish(), whileTyping: true },
    { keys: "mod+s", label: "keys.draft", group: "editor", run: () => void draft.save(), whileTyping: true },
  ]);
  const form = { draft: draft.draft, set: draft.set, errors: publisher.errors };
  return (
    <>
      <EditorBar
        songId={song?.id}
        draft={draft}
        view={view}
        onView={setView}
        busy={publisher.busy}
        onPublish={() => publisher.publish()}
        onRevisions={song && (() => setRevisions(true))}
      />
      <RestoredBanner start={start} draft={draft} />
      {song && <NewerBanner song={song} draft={draft} publisher={publisher} />}
      {view !== "facts" && <ArrangementTabs draft={draft} index={index} onIndex={setIndex} />}
      {view === "chart" && <Panes song={song} draft={draft} index={index} resets={resets} publisher={publisher} />}
      {view === "facts" && <FactsForm {...form} />}
      {view === "arrangement" && arrangement && <ArrangementView {...form} index={index} onIndex={setIndex} />}
      {publisher.theirs && (
        <Conflict
          base={draft.base}
          mine={draft.draft}
          theirs={draftOf(publisher.theirs)}
          busy={publisher.busy}
          onClose={publisher.closeConflict}
          onPublish={(merged) => publisher.publish(merged, publisher.theirs?.version)}
        />
      )}
      {revisions && song && <Revisions song={song} onClose={() => setRevisions(false)} />}
    </>
  );
}

/** The arrangement's form knows the sections of its chart. */
function ArrangementView(props: Omit<Parameters<typeof ArrangementForm>[0], "chart">) {
  const arrangement = props.draft.arrangements[props.index];
  const preview = usePreview(arrangement?.chart_text ?? "", "");
  return <ArrangementForm {...props} chart={preview.data} />;
}
