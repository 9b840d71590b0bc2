import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import type { Profile, ProfileKind } from "@/api/types";
import { Kbd } from "@/components/ui/Bits";
import { formatNumber, t } from "@/i18n";
import { countKinds } from "../model";
import type { PeopleSearch } from "../search";

interface FilterProps {
  people: Profile[] | undefined;
  search: PeopleSearch;
  onChange: (search: PeopleSearch) => void;
}

function NameField({ search, onChange }: Pick<FilterProps, "search" | "onChange">) {
  const [q, setQ] = useState(search.q ?? "");
  useEffect(() => setQ((was) => (was.trim() === (search.q ?? "") ? was : (search.q ?? ""))), [search.q]);
  return (
    <div className="field ppl-find">
      <Search className="i" aria-hidden />
      <input
        type="search"
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        value={q}
        onChange={(e) => {
          setQ(e.target.value);
          onChange({ ...search, q: e.target.value.trim() || undefined });
        }}
      />
      <Kbd keys="/" />
    </div>
  );
}

function KindChips({ people, search, onChange }: FilterProps) {
  const counts = people && countKinds(people);
  const chips: { kind?: ProfileKind; label: string; count?: number }[] = [
    { label: t("people.everyone"), count: people?.length },
    { kind: "leader", label: t("people.leader"), count: counts?.leader },
    { kind: "singer", label: t("people.singer"), count: counts?.singer },
    { kind: "musician", label: t("people.musician"), count: counts?.musician },
  ];
  return (
    <div className="ppl-chips" role="group" aria-label={t("people.show")}>
      {chips.map((chip) => (
        <button
          key={chip.label}
          type="button"
          className={chip.kind === search.kind ? "chip on" : "chip"}
          aria-pressed={chip.kind === search.kind}
          onClick={() => onChange({ ...search, kind: chip.kind })}
        >
          {chip.label} {chip.count !== undefined && formatNumber(chip.count)}
        </button>
      ))}
    </div>
  );
}

/** Works already while the people are still being fetched. */
export function PeopleFilters(props: FilterProps) {
  return (
    <div className="ppl-filters">
      <NameField search={props.search} onChange={props.onChange} />
      <KindChips {...props} />
    </div>
  );
}
