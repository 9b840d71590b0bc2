import { useCallback, useEffect, useRef, useState } from "react";
import { type SongDraft, same } from "./draft";
import { dropDraft, type KeptDraft, keepDraft, keepLastWords } from "./drafts";

const pause = 600;

export type DraftState = "clean" | "saving" | "saved" | "unsaved";

export interface DraftStart {
  id: string;
  base: SongDraft;
  version: number;
  kept?: KeptDraft;
  /** What the form begins with where it is neither the base nor a kept draft. */
  first?: SongDraft;
}

/** The song in the editor. Every change goes to this device's store by itself. */
export function useDraft(start: DraftStart) {
  const [draft, setDraft] = useState(start.kept?.draft ?? start.first ?? start.base);
  const [origin, setOrigin] = useState({
    base: start.kept?.base ?? start.base,
    version: start.kept?.version ?? start.version,
  });
  const [state, setState] = useState<DraftState>(start.kept ? "saved" : "clean");
  const [savedAt, setSavedAt] = useState(start.kept?.savedAt ?? 0);
  const latest = useRef({ draft, origin, dirty: false });
  const dirty = !same(draft, origin.base);
  latest.current = { draft, origin, dirty };

  const save = useCallback(async () => {
    const { draft, origin, dirty } = latest.current;
    if (!dirty) {
      setState("clean");
      return dropDraft(start.id);
    }
    const now = Date.now();
    const kept = await keepDraft({ id: start.id, draft, ...origin, savedAt: now });
    setState(kept ? "saved" : "unsaved");
    setSavedAt(now);
  }, [start.id]);

  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the draft is what is saved
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setState("saving");
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [draft, save]);

  const finished = useRef(false);
  useEffect(() => {
    const open = () => !finished.current && latest.current.dirty;
    const close = () => {
      const { draft, origin } = latest.current;
      if (open()) keepLastWords({ id: start.id, draft, ...origin, savedAt: Date.now() });
    };
    window.addEventListener("pagehide", close);
    return () => {
      window.removeEventListener("pagehide", close);
      if (open()) void save();
    };
  }, [save, start.id]);

  return {
    draft,
    dirty,
    state,
    savedAt,
    ...origin,
    set: (part: Partial<SongDraft>) => setDraft((before) => ({ ...before, ...part })),
    save,
    /** Starts anew from another state, such as the published one. */
    restart(base: SongDraft, version: number, next: SongDraft = base) {
      setOrigin({ base, version });
      setDraft(next);
    },
    /** The draft has become the song: nothing is kept of it. */
    finish() {
      finished.current = true;
      return dropDraft(start.id);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
