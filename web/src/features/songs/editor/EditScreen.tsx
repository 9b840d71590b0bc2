import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ProblemState } from "@/components/ProblemState";
import { Skeleton } from "@/components/ui/States";
import { t } from "@/i18n";
import { ChartSkeleton } from "../chart/ChartSkeleton";
import { songQuery } from "../queries";
import { draftOf } from "./draft";
import { EditorPage } from "./EditorPage";
import { useKeptDraft } from "./useKeptDraft";

const route = getRouteApi("/shell/songs/$songId/edit");

/** Opens a song for editing, with the draft that this device may keep of it. */
export default function EditScreen() {
  const { songId } = route.useParams();
  const { arr } = route.useSearch();
  const { data: song, error, refetch } = useQuery(songQuery(songId));
  const { ready, kept } = useKeptDraft(songId);
  if (song && !song.may.edit) return <ProblemState error={Object.assign(new Error(song.title), { status: 403 })} />;
  if (song && ready)
    return (
      <EditorPage
        key={songId}
        song={song}
        arrangementId={arr}
        start={{ id: songId, base: draftOf(song), version: song.version, kept }}
      />
    );
  if (error) return <ProblemState error={error} title={t("editor.error")} onRetry={() => void refetch()} />;
  return (
    <div className="scroll page">
      <Skeleton label={t("song.getting")}>
        <ChartSkeleton />
      </Skeleton>
    </div>
  );
}
