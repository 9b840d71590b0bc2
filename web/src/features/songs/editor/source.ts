import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { type Extension, Prec, type Text } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { ChartWarning } from "@/api/types";

interface State {
  inGrid: boolean;
  inTab: boolean;
  heading: boolean;
}

const startSection = /^\{\s*(start_of_\w+|so\w)\b/;

/** Colours of ChordPro: directives are quiet, chords and section names are rubric. */
const chordPro = StreamLanguage.define<State>({
  name: "chordpro",
  startState: () => ({ inGrid: false, inTab: false, heading: false }),
  token(stream, state) {
    if (stream.sol()) {
      if (stream.match(/^\s*#.*/)) return "comment";
      state.heading = stream.match(startSection, false) !== null;
      if (stream.match(/^\{\s*(start_of_grid|sog)\b/, false)) state.inGrid = true;
      if (stream.match(/^\{\s*(start_of_tab|sot)\b/, false)) state.inTab = true;
      if (stream.match(/^\{\s*(end_of_|eo)/, false)) state.inGrid = state.inTab = false;
      if (stream.match(/^\{[^:}\s]+[:\s]*/)) return "meta";
    }
    if (stream.match(/^\}\s*$/)) return "meta";
    if (state.heading && stream.match(/^[^}]+/)) return "heading";
    if (state.inTab) {
      stream.skipToEnd();
      return null;
    }
    if (state.inGrid) {
      if (stream.match(/^[|:.\-%\s]+/)) return "meta";
      if (stream.match(/^[^|:\s}]+/)) return "keyword";
    }
    if (stream.match(/^\[\*[^\]]*\]/)) return "string";
    if (stream.match(/^\[[^\]]*\]/)) return "keyword";
    stream.next();
    stream.match(/^[^[\]{}|]+/);
    return null;
  },
});

const colours = HighlightStyle.define([
  { tag: tags.meta, color: "var(--ink-3)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
  { tag: tags.keyword, color: "var(--rubric)", fontWeight: "700" },
  { tag: tags.heading, color: "var(--rubric)", fontWeight: "700" },
  { tag: tags.string, color: "var(--pencil)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", background: "var(--sheet)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "400 .875rem/1.625rem var(--font-source)", overflow: "auto" },
  ".cm-content": { padding: ".75rem 0", caretColor: "var(--pencil)" },
  ".cm-line": { padding: "0 1rem 0 0" },
  ".cm-gutters": { background: "var(--sheet)", color: "var(--ink-3)", border: "0", fontSize: ".75rem" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.25rem", padding: "0 1.125rem 0 .5rem" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--pencil-tint)" },
  ".cm-activeLineGutter": { color: "var(--pencil)", fontWeight: "700" },
  ".cm-gutter-lint": { width: ".9rem" },
  ".cm-lint-marker": { width: ".75em", height: ".75em" },
  ".cm-lintRange": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--danger) 1.25px",
    textUnderlineOffset: ".3em",
  },
  ".cm-cursor": { borderLeftColor: "var(--pencil)", borderLeftWidth: "1.5px" },
  ".cm-tooltip": {
    background: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-2)",
    borderRadius: "var(--r-card)",
    boxShadow: "var(--sh-3)",
    font: "400 var(--text-sm)/1.35 var(--font-ui)",
    overflow: "hidden",
  },
  ".cm-diagnostic": { border: "0", padding: ".5rem .875rem" },
  ".cm-diagnosticAction": {
    background: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-2)",
    borderRadius: "var(--r-control)",
    padding: ".25rem .625rem",
    marginLeft: ".75rem",
    font: "inherit",
  },
  ".cm-tooltip-autocomplete > ul": { font: "inherit" },
  ".cm-tooltip-autocomplete > ul > li": { padding: ".375rem .75rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--pencil-tint)", color: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--pencil-line) !important" },
});

const directives = [
  "title",
  "key",
  "tempo",
  "time",
  "capo",
  "start_of_verse",
  "end_of_verse",
  "start_of_chorus",
].concat(["end_of_chorus", "start_of_bridge", "end_of_bridge", "start_of_grid", "end_of_grid", "chorus", "comment"]);

function complete(chords: () => string[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const directive = context.matchBefore(/^\{\w*/);
    if (directive)
      return { from: directive.from + 1, options: directives.map((label) => ({ label, type: "keyword" })) };
    const chord = context.matchBefore(/\[[^\]\s]*/);
    if (chord)
      return { from: chord.from, options: chords().map((name) => ({ label: `[${name}]`, displayLabel: name })) };
    if (!context.explicit) return null;
    return { from: context.pos, options: chords().map((name) => ({ label: `[${name}]`, displayLabel: name })) };
  };
}

/** Where a warning stands in the text, from its column to the end of the chord or word. */
export function rangeOf(doc: Text, warning: ChartWarning): { from: number; to: number } {
  const line = doc.line(Math.max(1, Math.min(doc.lines, warning.line)));
  const start = Math.min(line.length, Math.max(0, warning.column - 1));
  const rest = line.text.slice(start);
  const length = /^\[[^\]]*\]/.exec(rest)?.[0].length ?? /^\S+/.exec(rest)?.[0].length ?? rest.length;
  return { from: line.from + start, to: line.from + start + Math.max(length, rest ? 1 : 0) };
}

function fixText(view: EditorView, from: number, to: number, fix: string) {
  const bracketed = view.state.sliceDoc(from, from + 1) === "[" && !fix.startsWith("[");
  view.dispatch({ changes: { from, to, insert: bracketed ? `[${fix}]` : fix } });
}

export function showProblems(view: EditorView, warnings: ChartWarning[], fixWords: (fix: string) => string) {
  const doc = view.state.doc;
  const found = warnings.map((w): Diagnostic => {
    const { fix } = w;
    const actions = fix
      ? [{ name: fixWords(fix), apply: (v: EditorView, a: number, b: number) => fixText(v, a, b, fix) }]
      : [];
    return { ...rangeOf(doc, w), severity: "error", message: w.message, actions };
  });
  view.dispatch(setDiagnostics(view.state, found));
}

export interface SourceOptions {
  label: string;
  chords: () => string[];
  onChange: (text: string) => void;
  onCursor: (line: number, column: number) => void;
  onPublish: () => void;
  onSave: () => void;
}

/** A key that is used up by what it does. */
function done(run: () => void): () => boolean {
  return () => {
    run();
    return true;
  };
}

export function sourceExtensions(o: SourceOptions): Extension[] {
  const own = keymap.of([
    { key: "Mod-Enter", run: done(o.onPublish) },
    { key: "Mod-s", run: done(o.onSave) },
    { key: "F8", run: nextDiagnostic },
  ]);
  return [
    Prec.highest(own),
    history(),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    EditorView.lineWrapping,
    chordPro,
    syntaxHighlighting(colours),
    look,
    lintGutter(),
    autocompletion({ override: [complete(o.chords)], icons: false, activateOnTyping: true }),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      "aria-label": o.label,
      tabindex: "0",
      spellcheck: "true",
      autocapitalize: "sentences",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) o.onChange(update.state.doc.toString());
      if (update.docChanged || update.selectionSet) {
        const head = update.state.selection.main.head;
        const line = update.state.doc.lineAt(head);
        o.onCursor(line.number, head - line.from + 1);
      }
    }),
  ];
}

export { EditorView, nextDiagnostic };
