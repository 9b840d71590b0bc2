import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { t } from "@/i18n";
import type { Row } from "./rows";
import { SongRow, type SongRowProps } from "./SongRow";
import { useKeptSongs } from "./useKeptSongs";

const rowHeight = 60;
const groupHeight = 30;

export interface SongListProps {
  rows: Row[];
  selected?: string;
  picked?: Set<string>;
  onPress: SongRowProps["onPress"];
}

function RowBox({ row, props, kept }: { row: Row; props: SongListProps; kept?: Set<string> }) {
  if (row.kind === "group") return <h2 className="group">{t(`songs.group.${row.group}`)}</h2>;
  return (
    <SongRow
      song={row.song}
      selected={row.song.id === props.selected}
      checked={props.picked?.has(row.song.id)}
      away={kept !== undefined && !kept.has(row.song.id)}
      onPress={props.onPress}
    />
  );
}

/** Draws only the rows in view, so that ten thousand songs scroll like ten. */
export function SongList(props: SongListProps) {
  const { rows, selected } = props;
  const kept = useKeptSongs();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (i) => (rows[i]?.kind === "group" ? groupHeight : rowHeight),
    getItemKey: (i) => {
      const row = rows[i];
      return row?.kind === "song" ? row.song.id : `group ${row?.group}`;
    },
    overscan: 10,
  });
  const place = rows.findIndex((row) => row.kind === "song" && row.song.id === selected);
  const lately = useRef(virtual);
  lately.current = virtual;
  useEffect(() => {
    if (place >= 0) lately.current.scrollToIndex(place, { align: "auto" });
  }, [place]);
  return (
    <div className="scroll" ref={scroll}>
      <ul className="virtual" style={{ height: virtual.getTotalSize() }} aria-label={t("nav.songs")}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
            >
              <RowBox row={row} props={props} kept={kept} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
