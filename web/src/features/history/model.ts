import type { Change, Difference } from "@/api/types";
import { keyLabel } from "@/components/ui/Key";
import { hasMessage, t, tn } from "@/i18n";

const day = 24 * 60 * 60 * 1000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const withYear = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

export function dayName(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const ago = Math.round((startOfDay(now) - startOfDay(date)) / day);
  if (ago === 0) return t("history.today");
  if (ago === 1) return t("history.yesterday");
  return (date.getFullYear() === now.getFullYear() ? weekday : withYear).format(date);
}

export interface Day {
  name: string;
  changes: Change[];
}

/** Changes under the day they were made on; both as they came, newest first. */
export function byDay(changes: Change[], now = new Date()): Day[] {
  const days: Day[] = [];
  for (const change of changes) {
    const name = dayName(change.at, now);
    const last = days.at(-1);
    if (last?.name === name) last.changes.push(change);
    else days.push({ name, changes: [change] });
  }
  return days;
}

/** Days until something leaves the trash by itself, rounded; 0 on its last day. */
export function daysLeft(expires: string, now = Date.now()): number {
  return Math.max(0, Math.round((new Date(expires).getTime() - now) / day));
}

/** Who did what, such as "Changed by Ana". */
export function deed(change: Change): string {
  const who = change.user.name || t("history.program");
  const key = `history.did.${change.action}`;
  return t(hasMessage(key) ? key : "history.did.updated", { who });
}

/** What it was about: the words of the time, with how many things when there were several. */
export function about(change: Change): string {
  if (change.entity === "profile_song" && change.count > 1)
    return tn("history.about.list", change.count, { title: change.title });
  if (change.count > 1) return tn("history.about.songs", change.count);
  return change.title || tn("history.about.songs", change.count);
}

/** Where the thing can be seen now. */
export function place(change: Change): { song: string } | { person: string } | undefined {
  const { entity, entity_id, action } = change;
  if (!entity_id || action === "deleted" || action === "purged") return undefined;
  if (entity === "song") return { song: entity_id };
  if (entity === "profile" || entity === "profile_song") return { person: entity_id.split("/")[0] ?? "" };
  return undefined;
}

/** A field's name in words; of `arrangements.Standard.bpm` the part is told too. */
export function fieldName({ field }: Difference): string {
  const parts = field.split(".");
  const last = parts.at(-1) ?? field;
  const key = [`field.${field}`, `field.${last}`].find(hasMessage);
  const name = key && hasMessage(key) ? t(key) : last.replaceAll("_", " ");
  if (parts[0] !== "arrangements" || parts.length < 3) return name;
  return t("history.field.of", { field: name, part: parts.slice(1, -1).join(".") });
}

const words: Record<string, string> = {
  notation: "display.notation",
  theme: "display.theme",
  status: "entry",
  kind: "kind",
  role: "role",
};

/** A stored value as the screens write it: keys with real accidentals, choices in words. */
export function valueText({ field }: Difference, value: string): string {
  const last = field.split(".").at(-1) ?? "";
  if (!value) return t("history.nothing");
  if (last.endsWith("key") || last === "key_written") return keyLabel(value);
  const key = `${words[last]}.${value}`;
  return hasMessage(key) ? t(key) : value;
}

export function isLong({ before, after }: Difference): boolean {
  return before.length + after.length > 90 || before.includes("\n") || after.includes("\n");
}
