import { ChevronDown } from "lucide-react";
import { Chip } from "@/components/ui/Bits";
import { keyLabel } from "@/components/ui/Key";
import { Popover } from "@/components/ui/Popover";
import { t } from "@/i18n";
import type { SongSearch } from "../search";
import { KeyChoice, MoreChoice, TagChoice } from "./FilterChoices";
import { TempoForm } from "./TempoForm";

export type Change = (change: Partial<SongSearch>) => void;

export interface ChoiceProps {
  search: SongSearch;
  change: Change;
  close: () => void;
}

function On({ label, clear }: { label: string; clear: () => void }) {
  return (
    <Chip on onClick={clear} aria-label={t("filter.remove", { filter: label })}>
      {label}
    </Chip>
  );
}

function FilterChip({
  label,
  on,
  clear,
  children,
}: {
  label: string;
  /** What the filter is set to; pressing the chip then takes it away. */
  on?: string;
  clear: () => void;
  children: (close: () => void) => React.ReactNode;
}) {
  if (on) return <On label={on} clear={clear} />;
  return (
    <Popover
      label={label}
      button={(props) => (
        <Chip {...props}>
          {label} <ChevronDown className="i" aria-hidden />
        </Chip>
      )}
    >
      {children}
    </Popover>
  );
}

export function tempoWords({ bpm_min: low, bpm_max: high }: SongSearch): string | undefined {
  if (low && high) return t("filter.tempo.range", { low, high });
  if (low) return t("filter.tempo.from", { low });
  return high ? t("filter.tempo.to", { high }) : undefined;
}

function tagName(tag: string): string {
  return tag.includes(":") ? tag.slice(tag.indexOf(":") + 1) : tag;
}

/** What narrows the list; each filter that is on is a chip with a cross. */
export function Filters({ search, change }: { search: SongSearch; change: Change }) {
  const without = (tag: string) => search.tag?.filter((one) => one !== tag);
  return (
    <div className="filters" role="group" aria-label={t("filter.label")}>
      <FilterChip
        label={t("filter.key")}
        on={search.key && keyLabel(search.key)}
        clear={() => change({ key: undefined })}
      >
        {(close) => <KeyChoice search={search} change={change} close={close} />}
      </FilterChip>
      {search.tag?.map((tag) => (
        <On key={tag} label={tagName(tag)} clear={() => change({ tag: without(tag) })} />
      ))}
      <FilterChip label={t("filter.theme")} clear={() => undefined}>
        {(close) => <TagChoice search={search} change={change} close={close} />}
      </FilterChip>
      <FilterChip
        label={t("filter.tempo")}
        on={tempoWords(search)}
        clear={() => change({ bpm_min: undefined, bpm_max: undefined })}
      >
        {(close) => <TempoForm search={search} change={change} close={close} />}
      </FilterChip>
      {search.meter && <On label={search.meter} clear={() => change({ meter: undefined })} />}
      {search.author && <On label={search.author} clear={() => change({ author: undefined })} />}
      {search.language && <On label={languageName(search.language)} clear={() => change({ language: undefined })} />}
      <FilterChip label={t("filter.more")} clear={() => undefined}>
        {(close) => <MoreChoice search={search} change={change} close={close} />}
      </FilterChip>
    </div>
  );
}

/** A language code in the reader's words. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
