import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { t } from "@/i18n";
import type { ChoiceProps } from "./Filters";

const presets = [
  [40, 72],
  [73, 100],
  [101, 200],
] as const;

function number(text: string): number | undefined {
  const value = Number(text);
  return text && Number.isInteger(value) && value > 0 && value <= 400 ? value : undefined;
}

/** Slow, middling, fast, or a range of one's own. */
export function TempoForm({ search, change, close }: ChoiceProps) {
  const [low, setLow] = useState(String(search.bpm_min ?? ""));
  const [high, setHigh] = useState(String(search.bpm_max ?? ""));
  function set(bpm_min?: number, bpm_max?: number) {
    change({ bpm_min, bpm_max });
    close();
  }
  return (
    <form
      className="pop-form"
      onSubmit={(event) => {
        event.preventDefault();
        set(number(low), number(high));
      }}
    >
      <div className="presets">
        {presets.map(([from, to], i) => (
          <Button key={from} onClick={() => set(from, to)}>
            {t(i === 0 ? "filter.tempo.slow" : i === 1 ? "filter.tempo.middling" : "filter.tempo.fast")}
          </Button>
        ))}
      </div>
      <div className="two">
        <Field label={t("filter.tempo.low")} inputMode="numeric" value={low} onChange={(e) => setLow(e.target.value)} />
        <Field
          label={t("filter.tempo.high")}
          inputMode="numeric"
          value={high}
          onChange={(e) => setHigh(e.target.value)}
        />
      </div>
      <Button look="pri" type="submit">
        {t("filter.apply")}
      </Button>
    </form>
  );
}
