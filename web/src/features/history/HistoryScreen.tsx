import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useSession } from "@/api/session";
import { Segments } from "@/components/ui/Choices";
import { useRowKeys } from "@/components/useRowKeys";
import { useTitle } from "@/components/useTitle";
import { formatNumber, t } from "@/i18n";
import { Changes } from "./components/Changes";
import { Trash } from "./components/Trash";
import type { HistorySearch } from "./search";
import "./history.css";

const route = getRouteApi("/shell/history");

function TrashLabel({ count }: { count: number }) {
  return (
    <>
      {t("trash.title")} {count > 0 && <span className="muted">{formatNumber(count)}</span>}
    </>
  );
}

/** What happened, and what was deleted: both with the way back. */
export default function HistoryScreen() {
  const search = route.useSearch();
  const session = useSession();
  const navigate = useNavigate();
  const onSearch = (next: HistorySearch) => void navigate({ to: "/history", search: next, replace: true });
  const seesTrash = session?.may.see_trash ?? false;
  const tab = seesTrash ? (search.tab ?? "history") : "history";
  useTitle(tab === "trash" ? t("trash.title") : t("nav.history"));
  useRowKeys();
  return (
    <div className="scroll">
      <div className="hist">
        <h1 className="h-page">{tab === "trash" ? t("trash.title") : t("nav.history")}</h1>
        <p className="sub">{tab === "trash" ? t("trash.lede") : t("history.lede")}</p>
        {seesTrash && (
          <Segments
            label={t("history.tabs")}
            value={tab}
            onChange={(next) => onSearch(next === "trash" ? { tab: "trash" } : {})}
            options={[
              { value: "history", label: t("nav.history") },
              { value: "trash", label: <TrashLabel count={session?.counts.trash ?? 0} /> },
            ]}
          />
        )}
        {tab === "trash" ? <Trash /> : <Changes search={search} onSearch={onSearch} />}
      </div>
    </div>
  );
}
