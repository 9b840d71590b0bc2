import type { SongSummary } from "@/api/types";
import { Marked } from "@/components/ui/Bits";

/** A song's title with what was found in it. */
export function FoundTitle({ song }: { song: SongSummary }) {
  return song.match?.field === "title" ? <Marked parts={song.match.parts} /> : song.title;
}

/** Where else than in the title the words were found, else who wrote it. */
export function FoundElsewhere({ song }: { song: SongSummary }) {
  if (song.match && song.match.field !== "title") return <Marked parts={song.match.parts} />;
  return song.byline;
}
