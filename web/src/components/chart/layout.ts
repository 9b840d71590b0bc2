import type { ChartLine, ChartPart, ChartSection, ChordTuple } from "@/api/types";

/** A piece of a word under one chord. */
export interface Fragment {
  chord?: number;
  annotation?: string;
  text: string;
  /** In em of the lyric, where the chord would touch the next one. */
  min?: number;
  hyphen?: boolean;
}

/** A word that holds chords stays together; everything else is plain text. */
export type Piece = string | Fragment[];

/** Widths in em of the lyric. */
export interface Ruler {
  lyric(text: string): number;
  chord(tuple: ChordTuple): number;
  annotation(text: string): number;
}

const air = 0.27;
const hyphenGap = 0.4;

function isSpace(text: string): boolean {
  return text.trim() === "";
}

function pushText(pieces: Piece[], text: string) {
  const last = pieces.at(-1);
  if (typeof last === "string") pieces[pieces.length - 1] = last + text;
  else pieces.push(text);
}

/** Splits a line into words and gathers each word's fragments, so that no chord can leave its syllable. */
export function splitLine(parts: ChartPart[]): Piece[] {
  const pieces: Piece[] = [];
  let word: Fragment[] = [];
  const endWord = () => {
    if (word.some((f) => f.chord !== undefined || f.annotation)) pieces.push(word);
    else for (const fragment of word) pushText(pieces, fragment.text);
    word = [];
  };
  for (const { chord, annotation, text } of parts) {
    const tokens = text.split(/(\s+)/).filter((token) => token !== "");
    const over = chord !== undefined || annotation ? { chord, annotation } : undefined;
    const alone = over && (tokens.length === 0 || isSpace(tokens[0] as string));
    if (alone) word.push({ ...over, text: "" });
    for (const [i, token] of tokens.entries()) {
      if (isSpace(token)) {
        endWord();
        pushText(pieces, token);
      } else {
        word.push(i === 0 && over && !alone ? { ...over, text: token } : { text: token });
      }
    }
  }
  endWord();
  return pieces;
}

function marked(fragment: Fragment): boolean {
  return fragment.chord !== undefined || Boolean(fragment.annotation);
}

function overWidth(fragment: Fragment, chords: ChordTuple[], ruler: Ruler): number {
  const tuple = fragment.chord === undefined ? undefined : chords[fragment.chord];
  return (tuple ? ruler.chord(tuple) : 0) + (fragment.annotation ? ruler.annotation(fragment.annotation) : 0);
}

/** Everything on the line in order, with where words end. */
function flatten(pieces: Piece[]): { fragment: Fragment; lastOfWord: boolean }[] {
  return pieces.flatMap((piece) =>
    typeof piece === "string"
      ? [{ fragment: { text: piece }, lastOfWord: true }]
      : piece.map((fragment, i) => ({ fragment, lastOfWord: i === piece.length - 1 })),
  );
}

/** Gives room to chords that would touch the next one, and a hyphen where that opens a word. */
export function spaceLine(pieces: Piece[], chords: ChordTuple[], ruler: Ruler): Piece[] {
  const copy = pieces.map((piece) => (typeof piece === "string" ? piece : piece.map((f) => ({ ...f }))));
  const flat = flatten(copy);
  for (const [i, { fragment, lastOfWord }] of flat.entries()) {
    if (!marked(fragment)) continue;
    const next = flat.findIndex((other, j) => j > i && marked(other.fragment));
    const own = ruler.lyric(fragment.text);
    const needed = overWidth(fragment, chords, ruler) + (next < 0 ? 0 : air);
    const after = flat
      .slice(i + 1, next < 0 ? undefined : next)
      .reduce((sum, f) => sum + ruler.lyric(f.fragment.text), 0);
    if (next < 0 && fragment.text !== "") continue;
    if (own + after >= needed) continue;
    fragment.hyphen = !lastOfWord && fragment.text !== "";
    fragment.min = round(Math.max(needed - after, fragment.hyphen ? own + hyphenGap : 0));
  }
  return copy;
}

function round(em: number): number {
  return Math.round(em * 100) / 100;
}

/** How wide the line is when nothing wraps. */
function lineWidth(pieces: Piece[], ruler: Ruler): number {
  return flatten(pieces).reduce(
    (sum, { fragment }) => sum + Math.max(ruler.lyric(fragment.text), fragment.min ?? 0),
    0,
  );
}

export interface Layout {
  lines: Map<ChartLine, Piece[]>;
  /** The longest line in em. */
  longest: number;
}

/** Lays out every line of words. */
export function layOut(sections: ChartSection[], chords: ChordTuple[], ruler: Ruler, words: boolean): Layout {
  const lines = new Map<ChartLine, Piece[]>();
  let longest = 0;
  for (const line of sections.flatMap((section) => section.lines)) {
    if (line.kind !== "lyrics") continue;
    const plain = [line.parts.map((part) => part.text).join("")];
    const pieces = words ? plain : spaceLine(splitLine(line.parts), chords, ruler);
    longest = Math.max(longest, lineWidth(pieces, ruler));
    lines.set(line, pieces);
  }
  return { lines, longest };
}
