import { useNavigate } from "@tanstack/react-router";
import { Copy, History, Info, Pencil, Printer, Trash2 } from "lucide-react";
import type { Song } from "@/api/types";
import { Menu, type MenuItem } from "@/components/ui/Menu";
import { toast } from "@/components/ui/Toast";
import { t } from "@/i18n";
import { useDeleteSong } from "../queries";

export interface SongMenuProps {
  song: Song;
  /** Also what larger screens show as buttons. */
  all?: boolean;
  onRevisions: () => void;
  onAbout?: () => void;
}

export function useRemoveSong() {
  const navigate = useNavigate();
  const remove = useDeleteSong();
  return (song: Song) =>
    remove.mutate(
      { song, told: t("song.deleted", { title: song.title }) },
      { onSuccess: () => void navigate({ to: "/songs", search: {} }) },
    );
}

async function copyLink() {
  await navigator.clipboard?.writeText(location.href);
  toast({ text: t("song.link.copied") });
}

/** What else can be done with a song. */
export function SongMenu({ song, all, onRevisions, onAbout }: SongMenuProps) {
  const navigate = useNavigate();
  const remove = useRemoveSong();
  const edit = () => void navigate({ to: "/songs/$songId/edit", params: { songId: song.id }, search: {} });
  const items: (MenuItem | false)[] = [
    Boolean(all && song.may.edit) && { label: t("action.edit"), icon: Pencil, keys: "e", run: edit },
    Boolean(all) && { label: t("song.print"), icon: Printer, run: () => window.print() },
    onAbout !== undefined && { label: t("song.about"), icon: Info, run: onAbout },
    song.may.edit && { label: t("revisions.title"), icon: History, run: onRevisions },
    "clipboard" in navigator && { label: t("song.link"), icon: Copy, run: () => void copyLink() },
    song.may.delete && { label: t("song.delete"), icon: Trash2, danger: true, apart: true, run: () => remove(song) },
  ];
  const shown = items.filter((item) => item !== false);
  return shown.length > 0 ? <Menu label={t("action.more")} items={shown} /> : null;
}
