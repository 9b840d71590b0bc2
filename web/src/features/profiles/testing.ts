import type { Profile, ProfileSong } from "@/api/types";
import { newEntry } from "./model";

/** A person to test with. */
export function person(change: Partial<Profile> = {}): Profile {
  return {
    id: "p1",
    version: 3,
    name: "Ana Whitfield",
    kind: "leader",
    instruments: ["piano"],
    notes: "",
    display: {},
    colour: "",
    song_count: 2,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    may: { edit: true, delete: true },
    ...change,
  };
}

/** A row to test with; its id follows from the title. */
export function row(title: string, change: Partial<ProfileSong> = {}): ProfileSong {
  const id = title.toLowerCase().replaceAll(" ", "-");
  return {
    song: { id, version: 1, title, key: "G", tags: [], updated_at: "2026-01-01T00:00:00Z" },
    in_list: true,
    version: 1,
    position: 1,
    ...newEntry,
    ...change,
  };
}
