import { Link } from "@tanstack/react-router";
import { ChevronLeft, History } from "lucide-react";
import { useOnline } from "@/api/online";
import { Kbd } from "@/components/ui/Bits";
import { Button, buttonClass } from "@/components/ui/Button";
import { Segments } from "@/components/ui/Choices";
import { formatTime, t } from "@/i18n";
import type { Draft } from "./useDraft";

export type EditorView = "chart" | "facts" | "arrangement";

function stateWords(draft: Draft, online: boolean): string {
  if (!online && draft.state === "saved" && draft.dirty) return t("editor.saved.offline");
  if (draft.state === "saved" && draft.dirty) return t("editor.saved", { time: formatTime(draft.savedAt) });
  if (draft.state === "unsaved" && draft.dirty) return t("editor.unsaved");
  return draft.dirty ? t("editor.saving") : t("editor.clean");
}

export interface EditorBarProps {
  songId?: string;
  draft: Draft;
  view: EditorView;
  onView: (view: EditorView) => void;
  busy: boolean;
  onPublish: () => void;
  onRevisions?: () => void;
}

/** Back, the title, whether the draft is safe, and the one button that publishes. */
export function EditorBar({ songId, draft, view, onView, busy, onPublish, onRevisions }: EditorBarProps) {
  const online = useOnline();
  const back = { className: buttonClass({ look: "quiet", iconOnly: true }), "aria-label": t("editor.back") };
  const arrow = <ChevronLeft className="i" aria-hidden />;
  return (
    <div className="top">
      {songId ? (
        <Link to="/songs/$songId" params={{ songId }} search={{}} {...back}>
          {arrow}
        </Link>
      ) : (
        <Link to="/songs" search={{}} {...back}>
          {arrow}
        </Link>
      )}
      <div className="grow">
        <h1>{draft.draft.title || t("editor.new")}</h1>
        <span className="st" role="status">
          {stateWords(draft, online)}
        </span>
      </div>
      <Segments
        label={t("editor.views")}
        value={view}
        onChange={onView}
        options={[
          { value: "chart", label: t("editor.view.chart") },
          { value: "facts", label: t("editor.view.facts") },
          { value: "arrangement", label: t("editor.view.arrangement") },
        ]}
      />
      {onRevisions && (
        <Button look="quiet" className="ver" icon={History} onClick={onRevisions}>
          {t("revisions.title")}
        </Button>
      )}
      <Button
        look="pri"
        className="publish"
        disabled={!online}
        busy={busy && t("editor.publishing")}
        onClick={onPublish}
      >
        {t("editor.publish")} <Kbd keys="mod+enter" />
      </Button>
    </div>
  );
}
