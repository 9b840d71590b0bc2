import { Columns2, Settings2 } from "lucide-react";
import type { ReactNode } from "react";
import type { Chart } from "@/api/types";
import { chooseNotation, type Notation, prefs, usePrefs } from "@/components/prefs";
import { IconButton } from "@/components/ui/Button";
import { Segments } from "@/components/ui/Choices";
import { Popover } from "@/components/ui/Popover";
import { Stepper } from "@/components/ui/Stepper";
import { t } from "@/i18n";
import { tempo } from "../Facts";
import { stepScale } from "./scale";
import type { ChartKeyState } from "./useChartKey";
import { notations, ViewChoices } from "./ViewChoices";

export function KeyStepper({ chart, state }: { chart: Chart; state: ChartKeyState }) {
  return (
    <Stepper
      label={t("chart.key")}
      isKey
      value={chart.keys[state.sounding]?.label}
      down={t("chart.key.down")}
      up={t("chart.key.up")}
      onStep={state.step}
    />
  );
}

export function CapoStepper({ chart, state }: { chart: Chart; state: ChartKeyState }) {
  const shape = chart.keys[state.shown]?.label ?? "";
  return (
    <Stepper
      label={t("chart.capo")}
      value={state.capo ? t("chart.capo.on", { capo: state.capo, key: shape }) : t("chart.capo.none")}
      down={t("chart.capo.down")}
      up={t("chart.capo.up")}
      atMin={state.capo === 0}
      atMax={state.capo === 11}
      onStep={(by) => state.setCapo(state.capo + by)}
    />
  );
}

/** Chords, numbers or words; the other ways of naming stand in the view's choices and, once chosen, here. */
function ShowChoice() {
  const { notation, names } = usePrefs();
  const numbers: Notation = notation === "roman" ? "roman" : "nashville";
  const word = (value: Notation) => t(notations.find((n) => n.value === value)?.label ?? "notation.letters");
  return (
    <Segments<Notation>
      label={t("chart.show")}
      value={notation}
      onChange={chooseNotation}
      options={[names, numbers, "words" as const].map((value) => ({ value, label: word(value) }))}
    />
  );
}

function TextTools() {
  const { columns } = usePrefs();
  return (
    <div className="step" role="group" aria-label={t("chart.text")}>
      <button type="button" className="a-small" aria-label={t("chart.text.smaller")} onClick={() => stepScale(-1)}>
        A
      </button>
      <button type="button" className="a-large" aria-label={t("chart.text.larger")} onClick={() => stepScale(1)}>
        A
      </button>
      <button
        type="button"
        className="parted"
        aria-label={t("chart.two_columns")}
        aria-pressed={columns === 2}
        onClick={() => prefs.set({ columns: columns === 2 ? 1 : 2 })}
      >
        <Columns2 className="i" aria-hidden />
      </button>
    </div>
  );
}

function Tool({ label, end, children }: { label: string; end?: boolean; children: ReactNode }) {
  return (
    <div className={end ? "tool end" : "tool"}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}

/** The one line of controls above a chart. */
export function Tools({ chart, state }: { chart: Chart; state: ChartKeyState }) {
  const speed = tempo(chart.meter, chart.bpm);
  return (
    <div className="tools">
      <Tool label={t("chart.key")}>
        <KeyStepper chart={chart} state={state} />
      </Tool>
      <Tool label={t("chart.capo")}>
        <CapoStepper chart={chart} state={state} />
      </Tool>
      <Tool label={t("chart.show")}>
        <ShowChoice />
      </Tool>
      {speed && (
        <Tool label={t("chart.tempo")}>
          <span className="speed">{speed}</span>
        </Tool>
      )}
      <Tool label={t("chart.text")} end>
        <div className="row tight">
          <TextTools />
          <Popover
            label={t("chart.view")}
            end
            button={(props) => <IconButton {...props} icon={Settings2} label={t("chart.view")} />}
          >
            {() => <ViewChoices />}
          </Popover>
        </div>
      </Tool>
    </div>
  );
}
