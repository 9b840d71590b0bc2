import { infiniteQueryOptions, queryOptions, useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { announce } from "@/api/live";
import { queryClient } from "@/api/queryClient";
import type { Change, TrashEntry } from "@/api/types";
import { undoChange } from "@/api/undo";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";
import { t } from "@/i18n";

const pageSize = 40;

export function changesQuery(entity?: Change["entity"]) {
  return infiniteQueryOptions({
    queryKey: [...keys.changes, entity ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      api.getPage("/api/changes", { query: { entity, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export const trashQuery = queryOptions({
  queryKey: keys.trash,
  queryFn: ({ signal }) => api.get("/api/trash", { signal }),
});

function failed(error: Error) {
  toast({ text: changeFailure(error), danger: true });
}

export function useUndo() {
  return useMutation({
    mutationFn: (change: Change) => undoChange(change.id),
    onSuccess: () => toast({ text: t("undo.done") }),
    onError: failed,
  });
}

function forget(entry: TrashEntry) {
  queryClient.setQueryData<TrashEntry[]>(keys.trash, (all) =>
    all?.filter((one) => one.id !== entry.id || one.entity !== entry.entity),
  );
}

export function useRestore() {
  return useMutation({
    mutationFn: ({ entity, id }: TrashEntry) =>
      api.post(entity === "song" ? "/api/songs/{id}/restore" : "/api/profiles/{id}/restore", { path: { id } }),
    onSuccess: ({ changeId }, entry) => {
      forget(entry);
      announce({ type: entry.entity, id: entry.id });
      toast({
        text: t("trash.restored", { title: entry.title }),
        undo: changeId ? () => undoChange(changeId) : undefined,
      });
    },
    onError: failed,
  });
}

/** Deletes for good: the one thing that has no way back. */
export function usePurge() {
  return useMutation({
    mutationFn: ({ entity, id }: TrashEntry) => api.delete("/api/trash/{entity}/{id}", { path: { entity, id } }),
    onSuccess: (_, entry) => {
      forget(entry);
      announce({ type: entry.entity, id: entry.id });
      toast({ text: t("trash.purged", { title: entry.title }) });
    },
    onError: failed,
  });
}
