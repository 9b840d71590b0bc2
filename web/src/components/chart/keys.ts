import type { Chart, ChartKey, ChordTuple } from "@/api/types";
import type { Notation } from "../prefs";

const letters = "C D EF G A B";
const easyShapes = { major: ["G", "C", "D", "A", "E"], minor: ["Am", "Em", "Dm"] };
const highestCapo = 5;
const mostSuggestions = 3;

type Keyed = Pick<Chart, "keys" | "chords">;

function wrap(pitch: number): number {
  return ((pitch % 12) + 12) % 12;
}

/** The pitch class of a key's name, C = 0; undefined for what is no key. */
export function pitchOf(name: string): number | undefined {
  const [, letter, sign] = /^([A-G])([b#♭♯]?)/.exec(name) ?? [];
  if (!letter) return undefined;
  const shift = sign === "#" || sign === "♯" ? 1 : sign ? -1 : 0;
  return wrap(letters.indexOf(letter) + shift);
}

/** The column of a key by name, else by its sound; −1 when the chart has none such. */
export function keyIndex(keys: ChartKey[], name: string): number {
  const exact = keys.findIndex((k) => k.name === name);
  if (exact >= 0) return exact;
  const pitch = pitchOf(name);
  return keys.findIndex((k) => k.pitch === pitch);
}

/** The column for a pitch; of twins such as F♯ and G♭ the first, which is the church's choice. */
function columnOf(keys: ChartKey[], pitch: number): number {
  return keys.findIndex((k) => k.pitch === wrap(pitch));
}

/** The column a number of semitones away. */
export function stepKey(keys: ChartKey[], index: number, by: number): number {
  const here = keys[index];
  return here ? columnOf(keys, here.pitch + by) : index;
}

/** The column of the shapes that a player with this capo fingers. */
export function shapesIndex(keys: ChartKey[], sounding: number, capo: number): number {
  return capo === 0 ? sounding : stepKey(keys, sounding, -capo);
}

export interface CapoSuggestion {
  capo: number;
  index: number;
}

/** Low capos that leave easy shapes to finger. */
export function suggestCapos(keys: ChartKey[], sounding: number): CapoSuggestion[] {
  const minor = keys[sounding]?.name.endsWith("m");
  const easy = easyShapes[minor ? "minor" : "major"];
  return Array.from({ length: highestCapo }, (_, i) => ({ capo: i + 1, index: stepKey(keys, sounding, -(i + 1)) }))
    .filter(({ index }) => easy.includes(keys[index]?.name ?? ""))
    .slice(0, mostSuggestions);
}

/** How each of the chart's chords is written in this notation; a lookup, nothing is computed. */
export function chordTexts(chart: Keyed, notation: Notation, column: number): ChordTuple[] {
  return chart.chords.map((chord) => {
    if (notation === "nashville") return chord.nashville;
    if (notation === "roman") return chord.roman;
    const table = notation === "solfege" ? chord.solfege : notation === "german" ? chord.german : chord.letters;
    return table[column] ?? [chord.source, "", "", ""];
  });
}
