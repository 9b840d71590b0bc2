import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/components/ui/Button";
import { Sk } from "@/components/ui/States";
import { t } from "@/i18n";
import { hasFilters, type SongSearch } from "../search";
import type { Change } from "./Filters";

const widths = [
  ["58%", "34%"],
  ["44%", "50%"],
  ["66%", "38%"],
  ["39%", "44%"],
  ["61%", "30%"],
  ["52%", "46%"],
  ["70%", "36%"],
  ["48%", "40%"],
] as const;

export function ListSkeleton() {
  return (
    <div className="scroll">
      {widths.map(([title, by]) => (
        <div className="li song" key={title}>
          <Sk w="2.375rem" h="1.875rem" />
          <span className="grow">
            <Sk w={title} />
            <Sk w={by} h=".6875rem" top=".5rem" />
          </span>
          <Sk w="2.25rem" h=".6875rem" />
        </div>
      ))}
    </div>
  );
}

const noFilters: Partial<SongSearch> = {
  key: undefined,
  tag: undefined,
  bpm_min: undefined,
  bpm_max: undefined,
  meter: undefined,
  author: undefined,
  language: undefined,
};

/** A search without a hit says so and offers the next step. */
export function NothingFound({
  search,
  change,
  mayCreate,
}: {
  search: SongSearch;
  change: Change;
  mayCreate: boolean;
}) {
  const navigate = useNavigate();
  const filtered = hasFilters(search);
  return (
    <div className="none">
      <p className="serif">{search.q ? t("songs.none.with", { query: search.q }) : t("songs.none.filters")}</p>
      <p className="muted">{t(filtered ? "songs.none.filters.help" : "songs.none.help")}</p>
      {filtered && <Button onClick={() => change(noFilters)}>{t("filter.clear")}</Button>}
      {search.q && mayCreate && (
        <Button onClick={() => void navigate({ to: "/songs/new", search: { title: search.q } })}>
          {t("songs.none.write", { query: search.q })}
        </Button>
      )}
    </div>
  );
}
