import type { Profile, ProfileKind, ProfileSong } from "@/api/types";
import { foldedIncludes } from "@/components/fold";
import { pitchOf } from "@/components/musicKeys";
import { t } from "@/i18n";
import type { ListSort, PeopleSearch } from "./search";

/** What a person notes about one song of the list. */
export type Entry = Pick<ProfileSong, "preferred_key" | "capo" | "notes" | "favourite" | "status" | "last_led">;

export const newEntry: Entry = {
  preferred_key: "",
  capo: 0,
  notes: "",
  favourite: false,
  status: "ready",
  last_led: "",
};

export function entryOf({ preferred_key, capo, notes, favourite, status, last_led }: ProfileSong): Entry {
  return { preferred_key, capo, notes, favourite, status, last_led };
}

export function sameEntry(a: Entry, b: Entry): boolean {
  return (Object.keys(newEntry) as (keyof Entry)[]).every((field) => a[field] === b[field]);
}

/** The key in which a song of the list sounds: the person's own, else the arrangement's. */
export function soundingKey(row: ProfileSong): string {
  return row.preferred_key || row.song.key || "";
}

/** What a person does, such as "Leads, piano". */
export function doing(profile: Pick<Profile, "kind" | "instruments">): string {
  const parts = profile.instruments.map((one) => one.trim());
  if (profile.kind === "leader") parts.unshift(t("people.leads"));
  if (parts.length === 0) return t(`kind.${profile.kind}`);
  const all = parts.join(", ");
  return all.charAt(0).toLocaleUpperCase() + all.slice(1);
}

export function countKinds(people: Profile[]): Record<ProfileKind, number> {
  const count = { leader: 0, singer: 0, musician: 0 };
  for (const one of people) count[one.kind]++;
  return count;
}

export function findPeople(people: Profile[], { q, kind }: PeopleSearch): Profile[] {
  return people.filter(
    (one) =>
      (!kind || one.kind === kind) && (!q || foldedIncludes(`${one.name} ${doing(one)} ${t(`kind.${one.kind}`)}`, q)),
  );
}

const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
const article = /^(the|an?)\s+/i;

/** Titles stand without their leading article, as in the list of all songs. */
export function compareTitles(a: string, b: string): number {
  return collator.compare(a.replace(article, ""), b.replace(article, ""));
}

function byTitle(a: ProfileSong, b: ProfileSong): number {
  return compareTitles(a.song.title, b.song.title);
}

const compare: Record<Exclude<ListSort, "own">, (a: ProfileSong, b: ProfileSong) => number> = {
  title: byTitle,
  key: (a, b) => keyPlace(a) - keyPlace(b) || byTitle(a, b),
  led: (a, b) => b.last_led.localeCompare(a.last_led) || byTitle(a, b),
};

/** From C upwards, each major before its minor; songs without a key last. */
function keyPlace(row: ProfileSong): number {
  const key = soundingKey(row);
  const pitch = pitchOf(key);
  return pitch < 0 ? 99 : pitch * 2 + (key.endsWith("m") ? 1 : 0);
}

export function sortRows(rows: ProfileSong[], sort: ListSort): ProfileSong[] {
  return sort === "own" ? rows : [...rows].sort(compare[sort]);
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  const out = [...list];
  out.splice(to, 0, ...out.splice(from, 1));
  return out;
}
