import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Chart } from "@/api/types";
import { keyIndex, shapesIndex, stepKey } from "@/components/chart/keys";
import type { ChartSearch } from "../search";

const settle = 400;

export interface ChartKeyState {
  /** The column of the sounding key, and of the shapes that are shown. */
  sounding: number;
  shown: number;
  capo: number;
  setKey: (name: string, capo?: number) => void;
  step: (by: 1 | -1) => void;
  setCapo: (capo: number) => void;
}

/** Writes the choice into the address once it rests, so that holding the stepper never waits for the router. */
function useAddress(search: ChartSearch, key: string, capo: number, own: string) {
  const navigate = useNavigate();
  const wantedKey = key === own ? undefined : key;
  const wantedCapo = capo || undefined;
  const same = search.key === wantedKey && search.capo === wantedCapo;
  useEffect(() => {
    if (same || !key) return;
    const timer = setTimeout(() => {
      void navigate({
        to: ".",
        search: (before: ChartSearch) => ({ ...before, key: wantedKey, capo: wantedCapo }),
        replace: true,
        resetScroll: false,
      });
    }, settle);
    return () => clearTimeout(timer);
  }, [same, key, wantedKey, wantedCapo, navigate]);
}

/** The key on the page: everything is a lookup in the chart's columns, nothing asks the server. */
export function useChartKey(chart: Chart, search: ChartSearch): ChartKeyState {
  const own = Math.max(0, keyIndex(chart.keys, chart.key));
  const ownName = chart.keys[own]?.name ?? "";
  const [choice, setChoice] = useState({ key: search.key ?? ownName, capo: search.capo ?? 0 });
  const found = keyIndex(chart.keys, choice.key);
  const sounding = found >= 0 ? found : own;
  useAddress(search, chart.keys[sounding]?.name ?? "", choice.capo, ownName);
  return {
    sounding,
    shown: shapesIndex(chart.keys, sounding, choice.capo),
    capo: choice.capo,
    setKey: (key, capo = 0) => setChoice({ key, capo }),
    step: (by) => setChoice({ ...choice, key: chart.keys[stepKey(chart.keys, sounding, by)]?.name ?? choice.key }),
    setCapo: (capo) => setChoice({ ...choice, capo: Math.max(0, Math.min(11, capo)) }),
  };
}
