import {
  History,
  Keyboard,
  LogOut,
  type LucideIcon,
  Music,
  Palette,
  Plus,
  Search,
  ShieldUser,
  Tag,
  UserRound,
  UsersRound,
} from "lucide-react";
import { Avatar, Marked } from "@/components/ui/Bits";
import { KeyTile } from "@/components/ui/Key";
import type { Action, Entry } from "./paletteModel";

const icons: Record<Action["icon"], LucideIcon> = {
  plus: Plus,
  search: Search,
  songs: Music,
  people: UsersRound,
  history: History,
  users: ShieldUser,
  account: UserRound,
  look: Palette,
  keys: Keyboard,
  out: LogOut,
};

function SongWords({ entry }: { entry: Extract<Entry, { kind: "song" }> }) {
  const { song, sung } = entry;
  const inTitle = song.match?.field === "title";
  return (
    <span className="grow clip">
      {inTitle && song.match ? <Marked parts={song.match.parts} /> : song.title}
      {sung && song.match && (
        <span className="pi-words">
          <Marked parts={song.match.parts} />
        </span>
      )}
    </span>
  );
}

function Face({ entry }: { entry: Entry }) {
  if (entry.kind === "song")
    return (
      <>
        <KeyTile value={entry.song.key} />
        <SongWords entry={entry} />
      </>
    );
  if (entry.kind === "person")
    return (
      <>
        <span className="pic">
          <Avatar name={entry.person.name} hue={entry.person.colour} size="sm" />
        </span>
        <span className="grow clip">{entry.person.name}</span>
      </>
    );
  const Icon = entry.kind === "theme" ? Tag : icons[entry.icon];
  return (
    <>
      <span className="pic">
        <Icon className="i" aria-hidden />
      </span>
      <span className="grow clip">
        {entry.kind === "theme" ? entry.name.slice(entry.name.indexOf(":") + 1) : entry.label}
      </span>
    </>
  );
}

/** One thing to find or do. */
export function PaletteEntry(props: { entry: Entry; active: boolean; onPoint: () => void; onRun: () => void }) {
  const { entry, active, onPoint, onRun } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and answers the keys
    <div
      id={entry.id}
      className={active ? "pi on" : "pi"}
      role="option"
      aria-selected={active}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <Face entry={entry} />
    </div>
  );
}
