import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import type { Session, SongSummary } from "@/api/types";
import { useShortcuts } from "@/components/shortcuts";
import { Kbd } from "@/components/ui/Bits";
import { IconButton } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/States";
import { t } from "@/i18n";
import type { SongSearch } from "../search";
import { BulkBar } from "./BulkBar";
import { CountLine } from "./CountLine";
import { type Change, Filters } from "./Filters";
import { ListSkeleton, NothingFound } from "./ListStates";
import { neighbour, type Row, songsOf } from "./rows";
import { SearchBox } from "./SearchBox";
import { SongList } from "./SongList";

export interface SongsPaneProps {
  rows: Row[];
  count?: number;
  search: SongSearch;
  change: Change;
  session?: Session;
  split: boolean;
}

/** Which songs are picked for something; undefined while nobody is picking. */
function usePicking() {
  const [picked, setPicked] = useState<Set<string>>();
  return {
    picked,
    stop: () => setPicked(undefined),
    start: () => setPicked(new Set()),
    all: (songs: SongSummary[]) => setPicked(new Set(songs.map((s) => s.id))),
    toggle(id: string) {
      const next = new Set(picked);
      if (!next.delete(id)) next.add(id);
      setPicked(next);
    },
  };
}

function Hints() {
  const hints = [
    ["arrowup", "keys.move"],
    ["enter", "keys.open"],
    ["x", "keys.pick"],
    ["?", "keys.help.short"],
  ] as const;
  return (
    <div className="hint only-wide kh">
      {hints.map(([keys, label]) => (
        <span key={keys}>
          <Kbd keys={keys} />
          {keys === "arrowup" && <Kbd keys="arrowdown" />} {t(label)}
        </span>
      ))}
    </div>
  );
}

/** Search, filters and the list. */
export function SongsPane({ rows, count, search, change, session, split }: SongsPaneProps) {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const picking = usePicking();
  const songs = useMemo(() => songsOf(rows), [rows]);
  const [marked, setMarked] = useState<string>();
  const selected = split ? search.song : marked;
  const mayChange = Boolean(session?.may.edit_songs);

  const open = (id: string) => void navigate({ to: "/songs/$songId", params: { songId: id }, search: {} });
  const select = (id: string) => (split ? change({ song: id }) : setMarked(id));
  function move(by: 1 | -1) {
    const next = neighbour(songs, selected, by);
    if (next) select(next.id);
  }
  function openSelected() {
    const id = songs.some((s) => s.id === selected) ? selected : songs[0]?.id;
    if (id) open(id);
  }
  function press(song: SongSummary, event: React.MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!picking.picked && !split) return;
    event.preventDefault();
    if (picking.picked) picking.toggle(song.id);
    else if (event.detail === 0 || song.id === selected) open(song.id);
    else select(song.id);
  }
  const write = () => session?.may.create_songs && void navigate({ to: "/songs/new", search: {} });
  useShortcuts([
    { keys: "/", label: "keys.search", group: "lists", run: () => input.current?.select() },
    { keys: "j,arrowdown", label: "keys.next", group: "lists", run: () => move(1) },
    { keys: "k,arrowup", label: "keys.previous", group: "lists", run: () => move(-1) },
    { keys: "enter", label: "keys.open", group: "lists", run: openSelected },
    { keys: "x", label: "keys.pick", group: "lists", run: () => selected && mayChange && picking.toggle(selected) },
    {
      keys: "e",
      label: "action.edit",
      group: "lists",
      run: () =>
        selected && mayChange && void navigate({ to: "/songs/$songId/edit", params: { songId: selected }, search: {} }),
    },
    { keys: "n", label: "songs.new", group: "lists", run: write },
    {
      keys: "escape",
      label: "keys.escape",
      group: "anywhere",
      run: () => (picking.picked ? picking.stop() : change({ song: undefined })),
    },
  ]);
  return (
    <section className="list" aria-label={t("nav.songs")}>
      <header>
        <div className="row title-row">
          <h1 className="h-page grow">{t("nav.songs")}</h1>
          {session?.may.create_songs && <IconButton icon={Plus} label={t("songs.new")} onClick={write} />}
        </div>
        <SearchBox
          input={input}
          value={search.q ?? ""}
          onChange={(q) => change({ q: q.trim() ? q : undefined, sort: undefined })}
          onMove={move}
          onOpen={openSelected}
        />
        <Filters search={search} change={change} />
      </header>
      <CountLine
        search={search}
        change={change}
        count={count}
        picking={picking.picked !== undefined}
        onPick={mayChange ? (picking.picked ? picking.stop : picking.start) : undefined}
      />
      {count === undefined ? (
        <Skeleton label={t("songs.getting")}>
          <ListSkeleton />
        </Skeleton>
      ) : rows.length === 0 ? (
        <NothingFound search={search} change={change} mayCreate={Boolean(session?.may.create_songs)} />
      ) : (
        <SongList rows={rows} selected={selected} picked={picking.picked} onPress={press} />
      )}
      {picking.picked ? (
        <BulkBar
          picked={[...picking.picked]}
          mayDelete={mayChange}
          onAll={() => picking.all(songs)}
          onDone={picking.stop}
          onDeleted={() => {
            if (selected && picking.picked?.has(selected)) change({ song: undefined });
            picking.stop();
          }}
        />
      ) : (
        <Hints />
      )}
    </section>
  );
}
