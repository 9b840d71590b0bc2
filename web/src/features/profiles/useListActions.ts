import { useMemo } from "react";
import { queryClient } from "@/api/queryClient";
import type { ProfileSong } from "@/api/types";
import { t, tn } from "@/i18n";
import { cachedRow } from "./cache";
import { type Entry, moved } from "./model";
import { useChangeEntry, useOrderSongs, useRemoveSongs } from "./mutations";
import { personQuery } from "./queries";

/** Puts the focus where the eye is once a row has gone: on the next one. */
function focusAfter(songId: string) {
  const row = [...document.querySelectorAll<HTMLElement>("[data-song]")].find((one) => one.dataset.song === songId);
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  setTimeout(() => next?.querySelector<HTMLElement>("[data-row]")?.focus(), 50);
}

export interface ListActions {
  change: (row: ProfileSong, change: Partial<Entry>, told?: string) => void;
  remove: (rows: ProfileSong[]) => void;
  /** To a place of the own order, counted from 0. */
  moveTo: (songId: string, to: number) => void;
  moveBy: (songId: string, by: 1 | -1) => void;
  row: (songId: string) => ProfileSong | undefined;
}

/** Everything that can be done with the rows of a list. The object stays the same, so that rows need not draw again. */
export function useListActions(profileId: string): ListActions {
  const { mutate: change } = useChangeEntry(profileId);
  const { mutate: remove } = useRemoveSongs(profileId);
  const { mutate: order } = useOrderSongs(profileId);
  return useMemo(() => {
    const ids = () =>
      (queryClient.getQueryData(personQuery(profileId).queryKey)?.songs ?? []).map((row) => row.song.id);
    const row = (songId: string) => cachedRow(profileId, songId);
    function moveTo(songId: string, to: number) {
      const all = ids();
      const from = all.indexOf(songId);
      if (from < 0 || to < 0 || to >= all.length || to === from) return;
      const songIds = moved(all, from, to).slice(0, Math.max(from, to) + 1);
      order({ songIds, told: t("list.moved", { title: row(songId)?.song.title ?? "", place: to + 1 }) });
    }
    return {
      row,
      moveTo,
      moveBy: (songId, by) => moveTo(songId, ids().indexOf(songId) + by),
      change: (one, entry, told) => change({ row: row(one.song.id) ?? one, change: entry, told }),
      remove: (rows) => {
        const first = rows[0];
        if (!first) return;
        if (rows.length === 1) focusAfter(first.song.id);
        const told =
          rows.length === 1 ? t("list.removed.title", { title: first.song.title }) : tn("list.removed", rows.length);
        remove({ songIds: rows.map((one) => one.song.id), told });
      },
    };
  }, [profileId, change, remove, order]);
}
