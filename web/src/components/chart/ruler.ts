import { useEffect, useMemo, useState } from "react";
import type { ChordTuple } from "@/api/types";
import type { Ruler } from "./layout";

const chordRatio = 0.84;
const raised = 0.74;
const widths = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null | undefined;

function context(): CanvasRenderingContext2D | null {
  if (canvas === undefined) canvas = document.createElement("canvas").getContext?.("2d") ?? null;
  return canvas;
}

function measure(font: string, text: string): number {
  if (!text) return 0;
  const name = `${font}\n${text}`;
  const known = widths.get(name);
  if (known !== undefined) return known;
  const ctx = context();
  if (ctx) ctx.font = font;
  const width = ctx ? ctx.measureText(text).width : text.length * 8;
  widths.set(name, width);
  return width;
}

export interface Faces {
  lyric: string;
  chord: string;
  /** Pixels of one em of the lyric. */
  size: number;
  /** Lyrics' weight: 400, or 450 in clear letters. */
  weight?: number;
}

/** Measures with the browser's own metrics; widths are kept, since the same words and chords come again and again. */
export function createRuler({ lyric, chord, size, weight = 400 }: Faces): Ruler {
  const c = size * chordRatio;
  const font = (w: number, px: number, family: string) => `${w} ${Math.round(px * 100) / 100}px ${family}`;
  return {
    lyric: (text) => measure(font(weight, size, lyric), text) / size,
    annotation: (text) => measure(font(500, c, chord), text) / size,
    chord: ([root, quality, extension, bass]: ChordTuple) => {
      const base = measure(font(700, c, chord), root + quality);
      const up = measure(font(600, c * raised, chord), extension) + (extension ? 0.03 * c : 0);
      return (base + up + measure(font(500, c, chord), bass ? `/${bass}` : "")) / size;
    },
  };
}

/** Counts up when fonts have arrived, because every width measured before was another font's. */
export function useFontsLoaded(families: string[]): number {
  const [arrived, setArrived] = useState(0);
  const wanted = families.join("|");
  useEffect(() => {
    if (!document.fonts?.load) return;
    let gone = false;
    const all = wanted.split("|").map((family) => document.fonts.load(`16px ${family}`, "Aa♭♯"));
    void Promise.allSettled(all).then(() => {
      if (gone) return;
      widths.clear();
      setArrived((n) => n + 1);
    });
    return () => {
      gone = true;
    };
  }, [wanted]);
  return arrived;
}

const sung = '"Accidentals","Source Serif 4",Georgia,serif';
const clear = '"Accidentals","Atkinson Hyperlegible Next",sans-serif';
const played = '"Accidentals","Hanken Grotesk",sans-serif';

export function useRuler(size: number, clearLetters: boolean): Ruler {
  const loaded = useFontsLoaded([clearLetters ? clear : sung, played]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of arrived fonts makes a new ruler
  return useMemo(
    () => createRuler({ lyric: clearLetters ? clear : sung, chord: played, size, weight: clearLetters ? 450 : 400 }),
    [size, clearLetters, loaded],
  );
}
