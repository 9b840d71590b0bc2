import { memo } from "react";
import type { ChartChord, ChartLine, ChordTuple } from "@/api/types";
import type { Fragment, Layout, Piece } from "./layout";

/** What every line of one drawing shares. */
export interface Drawing {
  chords: ChordTuple[];
  source: ChartChord[];
  layout: Layout;
  words: boolean;
  /** Found words to mark. */
  find?: RegExp;
  /** Chords are read aloud. */
  spoken: boolean;
  /** Unknown chords are underlined. */
  editing: boolean;
  recall: (section: string) => void;
}

export function ChordText({ tuple: [root, quality, extension, bass] }: { tuple: ChordTuple }) {
  return (
    <>
      {root}
      {quality}
      {extension && <sup>{extension}</sup>}
      {bass && <i>/{bass}</i>}
    </>
  );
}

function Chord({ index, d }: { index: number; d: Drawing }) {
  const tuple = d.chords[index] ?? ["", "", "", ""];
  const unknown = d.editing && d.source[index]?.known === false;
  return (
    <b className={unknown ? "c unknown" : "c"} aria-hidden={!d.spoken} key={tuple.join(" ")}>
      <ChordText tuple={tuple} />
    </b>
  );
}

function Words({ text, find }: { text: string; find?: RegExp }) {
  if (!find) return text;
  return text.split(find).map((bit, i) => (i % 2 ? <mark key={i}>{bit}</mark> : bit));
}

function FragmentBox({ fragment, d }: { fragment: Fragment; d: Drawing }) {
  const { chord, annotation, text, min, hyphen } = fragment;
  return (
    <span className={hyphen ? "s hy" : "s"} style={min ? { minWidth: `${min}em` } : undefined}>
      {chord !== undefined && <Chord index={chord} d={d} />}
      {annotation && (
        <b className="c note" aria-hidden={!d.spoken}>
          {annotation}
        </b>
      )}
      <span className="t">
        <Words text={text} find={d.find} />
      </span>
    </span>
  );
}

function PieceBox({ piece, d }: { piece: Piece; d: Drawing }) {
  if (typeof piece === "string") return <Words text={piece} find={d.find} />;
  return (
    <span className="w">
      {piece.map((fragment, i) => (
        <FragmentBox key={i} fragment={fragment} d={d} />
      ))}
    </span>
  );
}

function Lyrics({ line, d }: { line: Extract<ChartLine, { kind: "lyrics" }>; d: Drawing }) {
  const pieces = d.layout.lines.get(line) ?? [];
  if (d.words && pieces.join("").trim() === "") return null;
  return (
    <div className={d.words ? "ln n" : "ln"} dir="auto">
      {pieces.map((piece, i) => (
        <PieceBox key={i} piece={piece} d={d} />
      ))}
    </div>
  );
}

type Cell = Extract<ChartLine, { kind: "grid" }>["cells"][number];

/** Cells between bar lines; what stands before the first bar line is a bar of its own. */
export function barsOf(cells: Cell[]): Cell[][] {
  const bars: Cell[][] = [];
  let closed = true;
  for (const cell of cells) {
    if (cell.bar === undefined) {
      if (closed) bars.push([]);
      bars.at(-1)?.push(cell);
    }
    closed = cell.bar !== undefined;
  }
  return bars;
}

function Grid({ cells, d }: { cells: Cell[]; d: Drawing }) {
  if (d.words) return null;
  return (
    <div className="bars">
      {barsOf(cells).map((bar, i) => (
        <span className="bar" key={i}>
          {bar.map((cell, j) =>
            cell.chord === undefined ? (
              <span className="beat" key={j}>
                {cell.text}
              </span>
            ) : (
              <b key={j}>
                <ChordText tuple={d.chords[cell.chord] ?? ["", "", "", ""]} />
              </b>
            ),
          )}
        </span>
      ))}
    </div>
  );
}

/** One line of a chart, whatever its kind. */
export const Line = memo(function Line({ line, d }: { line: ChartLine; d: Drawing }) {
  switch (line.kind) {
    case "lyrics":
      return <Lyrics line={line} d={d} />;
    case "grid":
      return <Grid cells={line.cells} d={d} />;
    case "comment":
      return <p className={`cue as-${line.style}`}>{line.text}</p>;
    case "tab":
      return d.words ? null : <pre className="tab">{line.text}</pre>;
    case "recall":
      return (
        <button type="button" className="lab recall" onClick={() => d.recall(line.section)}>
          {line.label}
        </button>
      );
    case "blank":
      return <div className="gap" />;
  }
});
