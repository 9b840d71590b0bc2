import { useEffect, useState } from "react";
import { type KeptDraft, readDraft } from "./drafts";

/** The draft on this device; `ready` once it is known whether there is one. */
export function useKeptDraft(id: string): { ready: boolean; kept?: KeptDraft } {
  const [answer, setAnswer] = useState<{ id: string; kept?: KeptDraft }>();
  useEffect(() => {
    let gone = false;
    void readDraft(id).then((kept) => {
      if (!gone) setAnswer({ id, kept });
    });
    return () => {
      gone = true;
    };
  }, [id]);
  return answer?.id === id ? { ready: true, kept: answer.kept } : { ready: false };
}
