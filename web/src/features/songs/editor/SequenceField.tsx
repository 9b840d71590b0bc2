import { ChevronLeft, ChevronRight, X } from "lucide-react";
import type { Chart } from "@/api/types";
import { Button, IconButton } from "@/components/ui/Button";
import { Segments } from "@/components/ui/Choices";
import { t } from "@/i18n";

export interface SequenceFieldProps {
  chart?: Chart;
  /** Ids of sections; empty for the order of the text. */
  sequence: string[];
  onChange: (sequence: string[]) => void;
}

function written(chart: Chart | undefined): string[] {
  return (chart?.sequence ?? []).flatMap((step) => Array.from({ length: step.repeat }, () => step.section));
}

/** The order in which sections are played: as written, or put together here. */
export function SequenceField({ chart, sequence, onChange }: SequenceFieldProps) {
  const sections = chart?.sections.filter((s) => s.label) ?? [];
  const label = (id: string) => sections.find((s) => s.id === id)?.label ?? id;
  function swap(i: number, by: number) {
    const next = [...sequence];
    const here = next[i];
    const there = next[i + by];
    if (here === undefined || there === undefined) return;
    next[i] = there;
    next[i + by] = here;
    onChange(next);
  }
  return (
    <div>
      <span className="label">{t("arr.order")}</span>
      <Segments
        label={t("arr.order")}
        value={sequence.length ? "own" : "written"}
        onChange={(value) => onChange(value === "own" ? written(chart) : [])}
        options={[
          { value: "written", label: t("arr.order.written") },
          { value: "own", label: t("arr.order.own") },
        ]}
      />
      {sequence.length > 0 && (
        <>
          <ol className="seq">
            {sequence.map((id, i) => {
              const place = { label: label(id), number: i + 1 };
              return (
                <li key={`${i}-${id}`}>
                  <span className="grow">{label(id)}</span>
                  <IconButton
                    icon={ChevronLeft}
                    className="up"
                    label={t("arr.order.left", place)}
                    onClick={() => swap(i, -1)}
                  />
                  <IconButton
                    icon={ChevronRight}
                    className="up"
                    label={t("arr.order.right", place)}
                    onClick={() => swap(i, 1)}
                  />
                  <IconButton
                    icon={X}
                    label={t("arr.order.remove", place)}
                    onClick={() => onChange(sequence.filter((_, j) => j !== i))}
                  />
                </li>
              );
            })}
          </ol>
          <p className="label">{t("arr.order.add")}</p>
          <div className="row wrap seq-add">
            {sections.map((s) => (
              <Button key={s.id} onClick={() => onChange([...sequence, s.id])}>
                {s.label}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
