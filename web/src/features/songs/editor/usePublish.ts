import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { Song } from "@/api/types";
import { undoChange } from "@/api/undo";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";
import { t } from "@/i18n";
import { acceptSong, createSong, saveSong } from "../queries";
import { inputOf, type SongDraft } from "./draft";
import type { Draft } from "./useDraft";

/** Field names as the form knows them: "body.authors[2].name" is about "authors". */
export function formErrors(fields: Record<string, string>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, message] of Object.entries(fields)) {
    const parts = name.replace(/^body\./, "").split(/[.[\]]+/);
    const inArrangement = parts[0] === "arrangements" ? parts.at(-1) : undefined;
    out[inArrangement ?? parts[0] ?? name] ??= message;
  }
  return out;
}

/** Sends the draft. A stale one opens the conflict with what is stored now. */
export function usePublish(songId: string | undefined, draft: Draft) {
  const navigate = useNavigate();
  const [theirs, setTheirs] = useState<Song>();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const publish = useMutation({
    mutationFn: ({ song, version }: { song: SongDraft; version: number }) =>
      songId ? saveSong(songId, version, inputOf(song)) : createSong(inputOf(song)),
    onSuccess: async ({ data, changeId }) => {
      setTheirs(undefined);
      await draft.finish();
      acceptSong(data, !songId);
      toast({
        text: t("editor.published", { title: data.title }),
        undo: changeId ? () => undoChange(changeId) : undefined,
      });
      await navigate({ to: "/songs/$songId", params: { songId: data.id }, search: {}, replace: true });
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (problem.conflict && problem.current) return setTheirs(problem.current as Song);
      const fields = formErrors(problem.fields);
      setErrors(fields);
      const wrong = Object.values(fields)[0];
      toast({ text: wrong ? `${t("editor.wrong")} ${wrong}` : changeFailure(error), danger: true });
    },
  });
  return {
    busy: publish.isPending,
    errors,
    theirs,
    showTheirs: setTheirs,
    closeConflict: () => setTheirs(undefined),
    publish(song: SongDraft = draft.draft, version: number = draft.version) {
      setErrors({});
      if (!publish.isPending) publish.mutate({ song, version });
    },
  };
}
