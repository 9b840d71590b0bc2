import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Chart } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Check } from "@/components/ui/Choices";
import { Field, Select } from "@/components/ui/Field";
import { toast } from "@/components/ui/Toast";
import { formatDuration, t } from "@/i18n";
import { type DraftArrangement, emptyArrangement, type SongDraft } from "./draft";
import { SequenceField } from "./SequenceField";

export interface ArrangementFormProps {
  draft: SongDraft;
  set: (part: Partial<SongDraft>) => void;
  /** Which of the draft's arrangements. */
  index: number;
  onIndex: (index: number) => void;
  chart?: Chart;
  errors: Record<string, string>;
}

/** "3:50", "3" or "230" (from 15 upwards plain numbers are seconds) as seconds. */
export function parseDuration(text: string): number {
  const [, minutes, seconds] = /^\s*(\d{1,3}):(\d{1,2})\s*$/.exec(text) ?? [];
  if (minutes !== undefined) return Number(minutes) * 60 + Number(seconds);
  const plain = Number(text);
  if (!Number.isFinite(plain) || plain <= 0) return 0;
  return plain < 15 ? Math.round(plain * 60) : Math.round(plain);
}

function Duration({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
  const [text, setText] = useState(seconds ? formatDuration(seconds) : "");
  return (
    <Field
      label={t("arr.minutes")}
      help={t("arr.minutes.help")}
      value={text}
      onChange={(e) => {
        setText(e.target.value);
        onChange(parseDuration(e.target.value));
      }}
    />
  );
}

export function arrangementName(a: DraftArrangement, index: number): string {
  return a.name || t("arr.new", { number: index + 1 });
}

function KeyAndPace({
  a,
  put,
  chart,
  errors,
}: {
  a: DraftArrangement;
  put: (part: Partial<DraftArrangement>) => void;
  chart?: Chart;
  errors: Record<string, string>;
}) {
  const keys = (chart?.keys ?? []).map((k) => ({ value: k.name, label: k.label }));
  return (
    <div className="two">
      <Select
        label={t("arr.default_key")}
        value={a.default_key}
        error={errors.default_key}
        options={[{ value: "", label: t("chart.written") }, ...keys]}
        onChange={(default_key) => put({ default_key })}
      />
      <Field
        label={t("arr.bpm")}
        inputMode="numeric"
        value={a.bpm || ""}
        error={errors.bpm}
        onChange={(e) => put({ bpm: Number(e.target.value.replace(/\D/g, "").slice(0, 3)) })}
      />
      <Field
        label={t("arr.meter")}
        value={a.meter}
        error={errors.meter}
        onChange={(e) => put({ meter: e.target.value })}
      />
      <Duration seconds={a.duration_seconds} onChange={(duration_seconds) => put({ duration_seconds })} />
    </div>
  );
}

/** One arrangement's facts, and adding or removing arrangements. */
export function ArrangementForm({ draft, set, index, onIndex, chart, errors }: ArrangementFormProps) {
  const all = draft.arrangements;
  const a = all[index];
  if (!a) return null;
  const put = (part: Partial<DraftArrangement>) =>
    set({ arrangements: all.map((x, i) => (i === index ? { ...x, ...part } : x)) });
  function makeDefault() {
    set({ arrangements: all.map((x, i) => ({ ...x, default: i === index })) });
  }
  function add() {
    set({
      arrangements: [
        ...all,
        { ...emptyArrangement(t("arr.new", { number: all.length + 1 }), false), chart_text: a?.chart_text ?? "" },
      ],
    });
    onIndex(all.length);
  }
  function remove() {
    const left = all.filter((_, i) => i !== index);
    set({ arrangements: left.some((x) => x.default) ? left : left.map((x, i) => ({ ...x, default: i === 0 })) });
    onIndex(0);
    const told = t("arr.removed", { name: arrangementName(a as DraftArrangement, index) });
    toast({ text: told, undo: async () => set({ arrangements: all }) });
  }
  return (
    <div className="scroll facts-form">
      <fieldset>
        <legend className="h-sec">{arrangementName(a, index)}</legend>
        <Field
          label={t("arr.name")}
          value={a.name}
          error={errors.name}
          onChange={(e) => put({ name: e.target.value })}
        />
        {all.length > 1 && (
          <Check label={t("arr.default")} checked={a.default} onChange={(on) => on && makeDefault()} />
        )}
        <KeyAndPace a={a} put={put} chart={chart} errors={errors} key={index} />
        <SequenceField chart={chart} sequence={a.sequence} onChange={(sequence) => put({ sequence })} />
        <div className="form-foot start">
          <Button icon={Plus} onClick={add}>
            {t("arr.add")}
          </Button>
          {all.length > 1 && (
            <Button icon={Trash2} danger look="quiet" onClick={remove}>
              {t("arr.remove")}
            </Button>
          )}
        </div>
      </fieldset>
    </div>
  );
}
