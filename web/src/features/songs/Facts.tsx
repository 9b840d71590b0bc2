import type { Author, Song } from "@/api/types";
import { t } from "@/i18n";

const lastRoles: Author["role"][] = ["translation", "arranger"];

/** Each person once, writers before translators and arrangers; the year goes to the first. */
export function people(song: Pick<Song, "authors">): string[] {
  const sorted = [...song.authors].sort(
    (a, b) => Number(lastRoles.includes(a.role)) - Number(lastRoles.includes(b.role)),
  );
  return [...new Set(sorted.map((a) => a.name))];
}

export function rights(song: Pick<Song, "public_domain" | "copyright">): string {
  return song.public_domain ? t("song.public_domain") : song.copyright;
}

/** Who wrote it, its tune and whatever else is said in one line under the title. */
export function Facts({ song, more = [] }: { song: Song; more?: string[] }) {
  return (
    <p className="facts">
      {people(song).map((name, i) => (
        <span key={name}>{i === 0 && song.year ? t("song.author_year", { name, year: song.year }) : name}</span>
      ))}
      {song.tune && <span className="tune">{song.tune.toUpperCase()}</span>}
      {more.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

/** "3/4, 78 bpm" of what is known. */
export function tempo(meter: string, bpm: number): string {
  return [meter, bpm ? t("song.bpm", { count: bpm }) : ""].filter(Boolean).join(", ");
}
