import { ArrowDownUp, Copy, ListChecks, Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Menu } from "@/components/ui/Menu";
import { useDebounced } from "@/components/useDebounced";
import { t } from "@/i18n";
import { type ListSort, listSorts, type PersonSearch } from "../search";

const pause = 150;

/** Searches within the list. What is typed shows at once; the address, and with it the search, follows after a moment. */
function ListSearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(q);
  const settled = useDebounced(text.trim(), pause);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed may change the address
  useEffect(() => {
    if (settled !== q) onSearch(settled);
  }, [settled]);
  useEffect(() => {
    if (q === "") setText("");
  }, [q]);
  return (
    <div className="field ps-find">
      <Search className="i" aria-hidden />
      <input
        type="search"
        aria-label={t("list.search")}
        placeholder={t("list.search")}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      {text && (
        <button type="button" className="clr" aria-label={t("action.clear")} onClick={() => setText("")}>
          <X className="i" aria-hidden />
        </button>
      )}
    </div>
  );
}

export interface ToolsProps {
  search: PersonSearch;
  onSearch: (search: PersonSearch) => void;
  onSelect: () => void;
  onCopyAll: () => void;
  mayEdit: boolean;
}

export function ListTools({ search, onSearch, onSelect, onCopyAll, mayEdit }: ToolsProps) {
  const sort = search.sort ?? "own";
  const setSort = (next: ListSort) => onSearch({ ...search, sort: next === "own" ? undefined : next });
  return (
    <div className="ps-tools no-print">
      <ListSearch q={search.q ?? ""} onSearch={(q) => onSearch({ ...search, q: q || undefined })} />
      <Menu
        label={t("list.sort")}
        items={listSorts.map((one) => ({
          label: t(`list.sort.${one}`),
          checked: one === sort,
          run: () => setSort(one),
        }))}
        button={(props) => (
          <Button
            {...props}
            look="quiet"
            icon={ArrowDownUp}
            aria-haspopup="menu"
            aria-label={t("list.sort.by", { sort: t(`list.sort.${sort}`) })}
          >
            <span className="only-wide">{t(`list.sort.${sort}`)}</span>
          </Button>
        )}
      />
      <Menu
        label={t("list.whole")}
        items={[
          ...(mayEdit ? [{ label: t("list.select"), icon: ListChecks, keys: "x", run: onSelect }] : []),
          { label: t("list.copy.all"), icon: Copy, run: onCopyAll },
        ]}
      />
    </div>
  );
}
