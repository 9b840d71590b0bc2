import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Facets } from "@/api/types";
import { Segments } from "@/components/ui/Choices";
import { KeyTile, keyLabel } from "@/components/ui/Key";
import { Sk, useLate } from "@/components/ui/States";
import { formatNumber, t } from "@/i18n";
import { facetsQuery } from "../queries";
import { type ChoiceProps, languageName } from "./Filters";

interface Value {
  value: string;
  label: string;
  count: number;
}

const searchable = 10;

function useFacets(): { facets?: Facets; waiting: boolean; failed: boolean } {
  const { data, isPending, isError } = useQuery(facetsQuery);
  return { facets: data, waiting: useLate(isPending), failed: isError };
}

function Waiting({ failed, waiting }: { failed: boolean; waiting: boolean }) {
  if (failed) return <p className="pop-note">{t("filter.failed")}</p>;
  return <div className="pop-note">{waiting && <Sk w="9rem" />}</div>;
}

function ValueList({ values, onChoose }: { values: Value[]; onChoose: (value: string) => void }) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const shown = values.filter((v) => v.label.toLowerCase().includes(wanted));
  return (
    <>
      {values.length > searchable && (
        <div className="field">
          <input
            aria-label={t("filter.narrow")}
            placeholder={t("filter.narrow")}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        </div>
      )}
      <div className="menu-in choices">
        {shown.map((v) => (
          <button type="button" className="mi" key={v.value} onClick={() => onChoose(v.value)}>
            <span className="grow">{v.label}</span>
            <span className="muted">{formatNumber(v.count)}</span>
          </button>
        ))}
        {shown.length === 0 && <p className="pop-note">{t("filter.none")}</p>}
      </div>
    </>
  );
}

/** The keys that songs stand in, as tiles. */
export function KeyChoice({ change, close }: ChoiceProps) {
  const { facets, ...state } = useFacets();
  if (!facets) return <Waiting {...state} />;
  return (
    <div className="key-grid">
      {facets.keys.map(({ value, count }) => (
        <button
          type="button"
          key={value}
          aria-label={t("filter.key.count", { key: keyLabel(value), count })}
          onClick={() => {
            change({ key: value });
            close();
          }}
        >
          <KeyTile value={value} />
          <small className="muted">{formatNumber(count)}</small>
        </button>
      ))}
    </div>
  );
}

export function TagChoice({ search, change, close }: ChoiceProps) {
  const { facets, ...state } = useFacets();
  if (!facets) return <Waiting {...state} />;
  const values = facets.tags.map((tag) => ({ value: `${tag.group}:${tag.value}`, label: tag.value, count: tag.count }));
  const chosen = search.tag ?? [];
  return (
    <ValueList
      values={values.filter((v) => !chosen.includes(v.value))}
      onChoose={(value) => {
        change({ tag: [...chosen, value] });
        close();
      }}
    />
  );
}

function plain(field: "meter" | "author" | "language", pick: (facets: Facets) => Value[]) {
  return function Choice({ change, close }: ChoiceProps) {
    const { facets, ...state } = useFacets();
    if (!facets) return <Waiting {...state} />;
    return (
      <ValueList
        values={pick(facets)}
        onChoose={(value) => {
          change({ [field]: value });
          close();
        }}
      />
    );
  };
}

const same = (list: { value: string; count: number }[]) => list.map((v) => ({ ...v, label: v.value }));

const MeterChoice = plain("meter", (f) => same(f.meters));
const AuthorChoice = plain("author", (f) => same(f.authors));
const LanguageChoice = plain("language", (f) => f.languages.map((v) => ({ ...v, label: languageName(v.value) })));

type Kind = "author" | "meter" | "language";
const kinds: Kind[] = ["author", "meter", "language"];

/** The filters that are needed less often. */
export function MoreChoice(props: ChoiceProps) {
  const [kind, setKind] = useState<Kind>("author");
  const Choice = { author: AuthorChoice, meter: MeterChoice, language: LanguageChoice }[kind];
  return (
    <>
      <Segments
        label={t("filter.more")}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      <Choice {...props} />
    </>
  );
}
