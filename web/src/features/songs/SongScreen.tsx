import { getRouteApi } from "@tanstack/react-router";
import { useSession } from "@/api/session";
import { ProblemState } from "@/components/ProblemState";
import { Skeleton } from "@/components/ui/States";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { ChartPage } from "./chart/ChartPage";
import { ChartSkeleton } from "./chart/ChartSkeleton";
import { useSongView } from "./useSongView";
import "./styles/song.css";

const route = getRouteApi("/shell/songs/$songId");

/** One song's chart. */
export default function SongScreen() {
  const { songId } = route.useParams();
  const search = route.useSearch();
  const view = useSongView(songId, search.arr);
  const session = useSession();
  useTitle(view.song?.title);
  if (view.song && view.chart && view.arrangement)
    return (
      <ChartPage
        key={view.arrangement.id}
        song={view.song}
        chart={view.chart}
        arrangement={view.arrangement}
        search={search}
        session={session}
      />
    );
  if (view.error) return <ProblemState error={view.error} title={t("song.error")} onRetry={view.retry} />;
  return (
    <div className="scroll page">
      <Skeleton label={t("song.getting")}>
        <ChartSkeleton />
      </Skeleton>
    </div>
  );
}
