import { ChevronDown, ListChecks } from "lucide-react";
import type { SongSort } from "@/api/types";
import { Menu } from "@/components/ui/Menu";
import { type MessageKey, t, tn } from "@/i18n";
import type { SongSearch } from "../search";
import type { Change } from "./Filters";

const sortWords: Record<SongSort, MessageKey> = {
  relevance: "sort.relevance",
  title: "sort.title",
  "-updated": "sort.updated",
  key: "sort.key",
  bpm: "sort.bpm",
};

export function sortOf(search: SongSearch): SongSort {
  return search.sort ?? (search.q ? "relevance" : "title");
}

export interface CountLineProps {
  search: SongSearch;
  change: Change;
  count?: number;
  picking: boolean;
  /** Missing for people who may not change songs. */
  onPick?: () => void;
}

function words(search: SongSearch, count: number | undefined): string {
  if (count === undefined) return t("songs.getting");
  return search.q ? tn("songs.count.with", count, { query: search.q }) : tn("songs.count", count);
}

/** How many songs, in which order. */
export function CountLine({ search, change, count, picking, onPick }: CountLineProps) {
  const sort = sortOf(search);
  const offered = (Object.keys(sortWords) as SongSort[]).filter((s) => search.q || s !== "relevance");
  return (
    <div className="count">
      <span role="status">{words(search, count)}</span>
      <span className="row">
        {onPick && (
          <button type="button" className="hit" aria-pressed={picking} onClick={onPick}>
            <ListChecks className="i sm" aria-hidden />
            {t("songs.pick")}
          </button>
        )}
        <Menu
          label={t("sort.label")}
          items={offered.map((value) => ({
            label: t(sortWords[value]),
            checked: value === sort,
            run: () => change({ sort: value }),
          }))}
          button={(props) => (
            <button type="button" className="hit" {...props} aria-haspopup="menu">
              <span className="sr">{t("sort.label")}</span>
              {t(sortWords[sort])}
              <ChevronDown className="i sm" aria-hidden />
            </button>
          )}
        />
      </span>
    </div>
  );
}
