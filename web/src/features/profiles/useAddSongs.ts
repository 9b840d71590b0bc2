import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { ProfileSong } from "@/api/types";
import { moveKey } from "@/components/musicKeys";
import { keyLabel } from "@/components/ui/Key";
import { useDebounced } from "@/components/useDebounced";
import { t } from "@/i18n";
import { useAddSong } from "./mutations";
import { addQuery } from "./queries";

const pause = 120;

/** The state of "add songs": what is typed, which row is chosen, and the keys chosen for songs not yet added. */
export function useAddSongs(profileId: string) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState("");
  const [activeId, setActive] = useState("");
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const query = useQuery(addQuery(profileId, useDebounced(q.trim(), pause)));
  const add = useAddSong(profileId);

  const open = q.trim() !== "";
  const rows = open ? (query.data?.rows ?? []) : [];
  const active = Math.max(
    0,
    rows.findIndex((row) => row.song.id === activeId),
  );

  const keyOf = (row: ProfileSong) => chosen[row.song.id] ?? row.song.key ?? "";

  function step(row: ProfileSong, by: number) {
    setActive(row.song.id);
    setChosen({ ...chosen, [row.song.id]: moveKey(keyOf(row), by) });
  }

  /** A key that was not touched is no preference: the song then follows its arrangement. */
  function put(row: ProfileSong) {
    if (row.in_list) return;
    const key = chosen[row.song.id] ?? "";
    const shown = keyLabel(keyOf(row));
    const told = shown
      ? t("add.done.key", { title: row.song.title, key: shown })
      : t("add.done", { title: row.song.title });
    add.mutate({ row, key: key === row.song.key ? "" : key, told });
    input.current?.focus();
    input.current?.select();
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[active];
    if (event.key === "Escape" && open) setQ("");
    else if (!row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    else if (event.key === "ArrowDown") setActive(rows[(active + 1) % rows.length]?.song.id ?? "");
    else if (event.key === "ArrowUp") setActive(rows[(active - 1 + rows.length) % rows.length]?.song.id ?? "");
    else if (event.key === "ArrowRight" && !row.in_list) step(row, 1);
    else if (event.key === "ArrowLeft" && !row.in_list) step(row, -1);
    else if (event.key === "Enter") put(row);
    else return;
    event.preventDefault();
  }

  function type(text: string) {
    setQ(text);
    setActive("");
  }

  return { id, input, q, type, open, query, rows, active, setActive, keyOf, step, put, onKeyDown };
}

export type AddSongsState = ReturnType<typeof useAddSongs>;
