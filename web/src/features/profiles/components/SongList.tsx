import { useCallback, useMemo, useState } from "react";
import type { Profile, ProfileSong } from "@/api/types";
import { useShortcuts } from "@/components/shortcuts";
import { Sk } from "@/components/ui/States";
import { useRowKeys } from "@/components/useRowKeys";
import { t } from "@/i18n";
import { sortRows } from "../model";
import type { PersonSearch } from "../search";
import { useListActions } from "../useListActions";
import { useSelection } from "../useSelection";
import { CopyDialog } from "./CopyDialog";
import { EntryDialog } from "./EntryDialog";
import { ListTools } from "./ListTools";
import { SelectionBar } from "./SelectionBar";
import { type RowMode, SongRow } from "./SongRow";
import { SortableList, SortableRow } from "./SortableList";

function Head({ mode }: { mode: RowMode }) {
  return (
    <div
      className={mode.mayMove ? "ps ps-head movable" : mode.selecting ? "ps ps-head choosing" : "ps ps-head"}
      aria-hidden
    >
      <span>{t("list.col.key")}</span>
      <span>{t("list.col.song")}</span>
      <span className="ps-written">{t("list.col.written")}</span>
      <span className="ps-led">{t("list.col.led")}</span>
    </div>
  );
}

function Rows({ rows, mode, chosen }: { rows: ProfileSong[]; mode: RowMode; chosen?: ReadonlySet<string> }) {
  const classes = `ps-list${mode.selecting ? " selecting" : ""}${mode.mayMove ? " movable" : ""}`;
  if (!mode.mayMove)
    return (
      <ol className={classes}>
        {rows.map((row) => (
          <li key={row.song.id} className="ps" data-song={row.song.id}>
            <SongRow row={row} mode={mode} selected={chosen?.has(row.song.id) ?? false} />
          </li>
        ))}
      </ol>
    );
  return (
    <SortableList rows={rows} onMove={mode.actions.moveTo}>
      <ol className={classes}>
        {rows.map((row) => (
          <SortableRow key={row.song.id} row={row} mode={mode} />
        ))}
      </ol>
    </SortableList>
  );
}

function focusedSong(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-song]")?.dataset.song;
}

function useListKeys(mode: RowMode) {
  const on = (run: (songId: string) => void) => () => {
    const songId = focusedSong();
    if (songId) run(songId);
  };
  const withRow = (run: (row: ProfileSong) => void) =>
    on((id) => {
      const row = mode.actions.row(id);
      if (row) run(row);
    });
  useRowKeys();
  const list = [
    { keys: "e", label: "entry.edit", run: withRow(mode.onEdit) },
    { keys: "x", label: "list.select", run: on(mode.onSelect) },
    { keys: "delete", label: "list.remove", run: withRow((row) => mode.actions.remove([row])) },
    { keys: "alt+arrowup", label: "action.move_up", run: on((id) => mode.mayMove && mode.actions.moveBy(id, -1)) },
    { keys: "alt+arrowdown", label: "action.move_down", run: on((id) => mode.mayMove && mode.actions.moveBy(id, 1)) },
  ] as const;
  useShortcuts(mode.mayEdit ? list.map((one) => ({ ...one, group: "page" })) : []);
}

type Open = { what: "entry"; row: ProfileSong } | { what: "copy"; rows?: ProfileSong[] } | undefined;

/** A person's songs, each in the key that suits them. */
export function SongList(props: {
  profile: Profile;
  found: ProfileSong[];
  search: PersonSearch;
  onSearch: (search: PersonSearch) => void;
}) {
  const { profile, found, search } = props;
  const actions = useListActions(profile.id);
  const { chosen, toggle, start, set, stop } = useSelection();
  const [open, setOpen] = useState<Open>();
  const onEdit = useCallback((row: ProfileSong) => setOpen({ what: "entry", row }), []);
  const onCopy = useCallback((rows: ProfileSong[]) => setOpen({ what: "copy", rows }), []);
  const rows = useMemo(
    () => (search.q ? found : sortRows(found, search.sort ?? "own")),
    [found, search.q, search.sort],
  );
  const mayEdit = profile.may.edit;
  const selecting = chosen !== undefined;
  const mayMove = mayEdit && !selecting && !search.q && !search.sort;
  const mode = useMemo<RowMode>(
    () => ({ mayEdit, mayMove, selecting, actions, onEdit, onCopy, onSelect: toggle }),
    [mayEdit, mayMove, selecting, actions, onEdit, onCopy, toggle],
  );
  useListKeys(mode);
  const picked = rows.filter((row) => chosen?.has(row.song.id));
  return (
    <section aria-label={t("list.title")}>
      {selecting ? (
        <SelectionBar
          count={picked.length}
          all={rows.length}
          onAll={() => set(picked.length === rows.length ? [] : rows.map((row) => row.song.id))}
          onCopy={() => onCopy(picked)}
          onRemove={() => {
            actions.remove(picked);
            stop();
          }}
          onDone={stop}
        />
      ) : (
        <ListTools
          search={search}
          onSearch={props.onSearch}
          onSelect={start}
          onCopyAll={() => setOpen({ what: "copy" })}
          mayEdit={mayEdit}
        />
      )}
      {rows.length === 0 ? (
        <p className="ppl-none">{t("list.none")}</p>
      ) : (
        <>
          <Head mode={mode} />
          <Rows rows={rows} mode={mode} chosen={chosen} />
        </>
      )}
      {open?.what === "copy" && (
        <CopyDialog profileId={profile.id} songs={open.rows} onClose={() => setOpen(undefined)} />
      )}
      {open?.what === "entry" && (
        <EntryDialog
          row={actions.row(open.row.song.id) ?? open.row}
          onClose={() => setOpen(undefined)}
          onSave={(change) => actions.change(open.row, change, t("entry.saved", { title: open.row.song.title }))}
        />
      )}
    </section>
  );
}

export function ListSkeleton() {
  return ["52%", "38%", "44%", "30%", "48%", "36%"].map((w) => (
    <div className="ps" key={w}>
      <Sk w="2.375rem" h="1.875rem" />
      <span>
        <Sk w={w} />
      </span>
    </div>
  ));
}
