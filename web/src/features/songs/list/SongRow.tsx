import { Link } from "@tanstack/react-router";
import { Check, CloudOff } from "lucide-react";
import type { SongSummary } from "@/api/types";
import { Marked } from "@/components/ui/Bits";
import { KeyTile } from "@/components/ui/Key";
import { t } from "@/i18n";

export interface SongRowProps {
  song: SongSummary;
  selected: boolean;
  /** Defined while songs are being picked for something. */
  checked?: boolean;
  /** Its page is not on this device, and there is no network. */
  away?: boolean;
  onPress: (song: SongSummary, event: React.MouseEvent) => void;
}

function Title({ song }: { song: SongSummary }) {
  const { match } = song;
  return <span className="t1">{match?.field === "title" ? <Marked parts={match.parts} /> : song.title}</span>;
}

function Byline({ song }: { song: SongSummary }) {
  return (
    <span className="t2 clip">
      {song.byline}
      {song.byline && song.tune && " · "}
      {song.tune && <span className="tune">{song.tune.toUpperCase()}</span>}
    </span>
  );
}

/** Under the title: where the search hit, else who wrote it. */
function Second({ song }: { song: SongSummary }) {
  const { match } = song;
  if (!match || match.field === "title") return <Byline song={song} />;
  const sung = match.field === "lyrics" || match.field === "first_line";
  return (
    <span className={sung ? "t2 ly" : "t2"}>
      <Marked parts={match.parts} />
    </span>
  );
}

function Away() {
  return (
    <span className="t2">
      <span className="stat wait">
        <CloudOff className="i" aria-hidden />
        {t("offline.not_here")}
      </span>
    </span>
  );
}

/** One song of the list: key, title, who or where, how fast. */
export function SongRow({ song, selected, checked, away, onPress }: SongRowProps) {
  return (
    <Link
      to="/songs/$songId"
      params={{ songId: song.id }}
      className={away ? "li song na" : "li song"}
      aria-current={selected || undefined}
      data-song={song.id}
      onClick={(event) => onPress(song, event)}
      draggable={false}
    >
      <span className="lead-in">
        {checked !== undefined && (
          <span className={checked ? "check on" : "check"}>
            {checked && <Check className="i" aria-hidden />}
            <span className="sr">{checked ? t("songs.picked") : t("songs.not_picked")}</span>
          </span>
        )}
        <KeyTile value={song.key} />
      </span>
      <span className="grow">
        <Title song={song} />
        {away ? <Away /> : <Second song={song} />}
      </span>
      <span className="when">
        {song.bpm ? <span>{t("song.bpm", { count: song.bpm })}</span> : null}
        {song.meter && <span>{song.meter}</span>}
      </span>
    </Link>
  );
}
