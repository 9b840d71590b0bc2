import { Link } from "@tanstack/react-router";
import { ArrowDown, ArrowUp, CircleDashed, Copy, Pencil, Star, Trash2 } from "lucide-react";
import { memo } from "react";
import type { ProfileSong } from "@/api/types";
import { Check } from "@/components/ui/Choices";
import { KeyTile, keyLabel } from "@/components/ui/Key";
import { Menu, type MenuItem } from "@/components/ui/Menu";
import { formatDate, t } from "@/i18n";
import { soundingKey } from "../model";
import type { ListActions } from "../useListActions";
import { capoWords, KeyChoice } from "./KeyChoice";
import { FoundElsewhere, FoundTitle } from "./Match";

export interface RowMode {
  mayEdit: boolean;
  mayMove: boolean;
  selecting: boolean;
  actions: ListActions;
  onEdit: (row: ProfileSong) => void;
  onCopy: (rows: ProfileSong[]) => void;
  onSelect: (songId: string) => void;
}

function Marks({ row }: { row: ProfileSong }) {
  const learning = row.status === "learning";
  if (!row.favourite && !learning && row.capo === 0) return null;
  return (
    <span className="marks">
      {row.favourite && (
        <span className="stat wait">
          <Star className="i" aria-hidden />
          {t("entry.favourite")}
        </span>
      )}
      {learning && (
        <span className="stat warn">
          <CircleDashed className="i" aria-hidden />
          {t("entry.learning")}
        </span>
      )}
      {row.capo > 0 && <span>{capoWords(soundingKey(row), row.capo)}</span>}
    </span>
  );
}

function Title({ row }: { row: ProfileSong }) {
  const found = row.song.match && row.song.match.field !== "title";
  const search = { key: row.preferred_key || undefined, capo: row.capo || undefined };
  return (
    <div className="ps-title">
      <Link className="t1" to="/songs/$songId" params={{ songId: row.song.id }} search={search} data-row>
        <FoundTitle song={row.song} />
      </Link>
      {found && (
        <span className="t2">
          <FoundElsewhere song={row.song} />
        </span>
      )}
      <Marks row={row} />
      {row.notes && <span className="note">{row.notes}</span>}
    </div>
  );
}

function items(row: ProfileSong, { actions, mayMove, onEdit, onCopy }: RowMode): MenuItem[] {
  const { id } = row.song;
  return [
    { label: t("entry.edit"), icon: Pencil, keys: "e", run: () => onEdit(row) },
    {
      label: row.favourite ? t("entry.favourite.off") : t("entry.favourite.on"),
      icon: Star,
      run: () => actions.change(row, { favourite: !row.favourite }),
    },
    ...(mayMove
      ? [
          {
            label: t("action.move_up"),
            icon: ArrowUp,
            keys: "alt+arrowup",
            run: () => actions.moveBy(id, -1),
            apart: true,
          },
          { label: t("action.move_down"), icon: ArrowDown, keys: "alt+arrowdown", run: () => actions.moveBy(id, 1) },
        ]
      : []),
    { label: t("list.copy.to"), icon: Copy, run: () => onCopy([row]), apart: true },
    { label: t("list.remove"), icon: Trash2, keys: "delete", danger: true, run: () => actions.remove([row]) },
  ];
}

/** One song as this person sings it. It draws again only when it changed. */
export const SongRow = memo(function SongRow(props: { row: ProfileSong; mode: RowMode; selected: boolean }) {
  const { row, mode, selected } = props;
  return (
    <>
      {mode.selecting && (
        <Check
          label={t("list.choose", { title: row.song.title })}
          hidden
          checked={selected}
          onChange={() => mode.onSelect(row.song.id)}
        />
      )}
      {mode.mayEdit ? (
        <KeyChoice row={row} onChange={(change, told) => mode.actions.change(row, change, told)} />
      ) : (
        <KeyTile value={soundingKey(row)} />
      )}
      <Title row={row} />
      <span className="ps-written muted">
        {row.song.key && (
          <>
            <span className="sr">{t("list.written", { key: keyLabel(row.song.key) })}</span>
            <span aria-hidden>{keyLabel(row.song.key)}</span>
          </>
        )}
      </span>
      <span className="ps-led muted">
        {row.last_led && (
          <>
            <span className="sr">{t("list.led", { date: formatDate(`${row.last_led}T00:00`) })}</span>
            <span aria-hidden>{formatDate(`${row.last_led}T00:00`)}</span>
          </>
        )}
      </span>
      {mode.mayEdit && !mode.selecting && (
        <span className="ps-menu no-print">
          <Menu label={t("list.more", { title: row.song.title })} items={items(row, mode)} />
        </span>
      )}
    </>
  );
});
