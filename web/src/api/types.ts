import type { components } from "./schema.gen";

type Schemas = components["schemas"];

export type SongSummary = Schemas["SongSummary"];
export type SongSort = "title" | "-updated" | "key" | "bpm" | "relevance";
export type MatchField = Schemas["SongMatch"]["field"];
export type MatchPart = Schemas["Part"];

export type AuthorRole = "words" | "music" | "both" | "translation" | "arranger";
export type Author = Omit<Schemas["Author"], "role"> & { role: AuthorRole };
export type Arrangement = Schemas["Arrangement"];
export type SongKey = Schemas["SongKey"];
export type Song = Omit<Schemas["Song"], "authors"> & { authors: Author[] };

/** Root, quality, extension, bass: how one chord is set in one key and notation. */
export type ChordTuple = [root: string, quality: string, extension: string, bass: string];

export type ChartChord = Pick<Schemas["ChordView"], "source" | "known"> & {
  letters: ChordTuple[];
  solfege: ChordTuple[];
  german: ChordTuple[];
  nashville: ChordTuple;
  roman: ChordTuple;
};

export type ChartPart = Schemas["PartView"];
export type GridCell = Schemas["CellView"];

/** A line by its kind: the document lists the fields of all kinds together. */
export type ChartLine =
  | { kind: "lyrics"; parts: ChartPart[] }
  | { kind: "comment"; text: string; style: "plain" | "italic" | "box" }
  | { kind: "grid"; cells: GridCell[] }
  | { kind: "tab"; text: string }
  | { kind: "recall"; section: string; label: string }
  | { kind: "blank" };

export type ChartSection = Omit<Schemas["SectionView"], "lines"> & { lines: ChartLine[] };
export type ChartWarning = Schemas["Problem"];
export type ChartKey = Schemas["KeyView"];
export type Chart = Omit<Schemas["Chart"], "chords" | "sections"> & { chords: ChartChord[]; sections: ChartSection[] };

export type ProfileKind = SongKey["kind"];
export type ProfileDisplay = Schemas["ProfileDisplay"];
export type Profile = Omit<Schemas["Profile"], "kind"> & { kind: ProfileKind };
export type ProfileSong = Omit<Schemas["ProfileSong"], "status"> & { status: "learning" | "ready" };

/** What a person's page shows, in one answer. */
export interface PersonPage {
  profile: Profile;
  songs: ProfileSong[];
}

export type Role = "member" | "leader" | "editor" | "admin";
export type Session = Omit<Schemas["Session"], "user"> & {
  user: (Omit<Schemas["SessionUser"], "role"> & { role: Role }) | null;
};
export type User = Omit<Schemas["User"], "role"> & { role: Role };
export type Device = Schemas["Device"];

export type Difference = Schemas["Difference"];
export type Change = Omit<Schemas["Change"], "entity"> & { entity: "song" | "profile" | "profile_song" | "user" };
export type Revision = Schemas["Revision"];
export type TrashEntry = Omit<Schemas["TrashEntry"], "entity"> & { entity: "song" | "profile" };
export type FacetValue = Schemas["FacetValue"];
export type Facets = Schemas["SongFacets"];
