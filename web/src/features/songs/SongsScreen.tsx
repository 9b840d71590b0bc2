import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSession } from "@/api/session";
import { ProblemState } from "@/components/ProblemState";
import { useSplit } from "@/components/useMedia";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { sortOf } from "./list/CountLine";
import { NoSongs } from "./list/NoSongs";
import { Preview } from "./list/Preview";
import { rowsOf } from "./list/rows";
import { SongsPane } from "./list/SongsPane";
import { songListQuery } from "./queries";
import { hasFilters, type SongSearch } from "./search";
import "./styles/songs.css";

const route = getRouteApi("/shell/songs");

/** All songs: found as you type, narrowed by filters, read beside the list where there is room. */
export default function SongsScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const split = useSplit();
  const session = useSession();
  const list = useQuery({ ...songListQuery(search), placeholderData: keepPreviousData });
  const grouped = Boolean(search.q) && sortOf(search) === "relevance";
  const rows = useMemo(() => rowsOf(list.data ?? [], grouped), [list.data, grouped]);
  useTitle(t("nav.songs"));
  function change(part: Partial<SongSearch>) {
    void navigate({ to: "/songs", search: { ...search, ...part }, replace: true, resetScroll: false });
  }
  if (list.error && !list.data)
    return <ProblemState error={list.error} title={t("songs.error")} onRetry={() => void list.refetch()} />;
  if (list.data?.length === 0 && !search.q && !hasFilters(search)) return <NoSongs session={session} />;
  return (
    <div className="split">
      <SongsPane
        rows={rows}
        count={list.isPending ? undefined : list.data?.length}
        search={search}
        change={change}
        session={session}
        split={split}
      />
      {split && <Preview id={search.song} query={search.q} session={session} />}
    </div>
  );
}
