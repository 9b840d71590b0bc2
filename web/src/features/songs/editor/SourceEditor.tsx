import { type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import type { ChartWarning } from "@/api/types";
import { t } from "@/i18n";
import { EditorView, nextDiagnostic, showProblems, sourceExtensions } from "./source";

export interface SourceHandle {
  /** Puts text at the cursor and the focus back into the editor. */
  insert(text: string): void;
  nextProblem(): void;
}

export interface SourceEditorProps {
  /** The text at the start; afterwards the editor itself holds it. */
  initial: string;
  chords: string[];
  warnings: ChartWarning[];
  onChange: (text: string) => void;
  onCursor: (line: number, column: number) => void;
  onPublish: () => void;
  onSave: () => void;
  handle: RefObject<SourceHandle | null>;
}

/**
 * The ChordPro source. It lives in a shadow root, because there CodeMirror's styles are constructed sheets, which the
 * content security policy allows, and not style elements, which it does not.
 */
export default function SourceEditor(props: SourceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const editor = new EditorView({
      doc: latest.current.initial,
      parent: root,
      root,
      extensions: sourceExtensions({
        label: t("editor.source"),
        chords: () => latest.current.chords,
        onChange: (text) => latest.current.onChange(text),
        onCursor: (line, column) => latest.current.onCursor(line, column),
        onPublish: () => latest.current.onPublish(),
        onSave: () => latest.current.onSave(),
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);
  useEffect(() => {
    if (view.current) showProblems(view.current, props.warnings, (fix) => t("editor.use", { fix }));
  }, [props.warnings]);
  useImperativeHandle(props.handle, () => ({
    insert(text) {
      const editor = view.current;
      if (!editor) return;
      editor.dispatch(editor.state.replaceSelection(text), { scrollIntoView: true });
      editor.focus();
    },
    nextProblem() {
      if (!view.current) return;
      view.current.focus();
      nextDiagnostic(view.current);
    },
  }));
  return <div className="code-host" ref={host} />;
}
