export type SongSort = "title" | "-updated" | "key" | "bpm" | "relevance";

export interface MatchPart {
  text: string;
  hit?: boolean;
}

export type MatchField = "title" | "alias" | "first_line" | "lyrics" | "author" | "tag" | "songbook" | "ccli";

export interface SongSummary {
  id: string;
  version: number;
  title: string;
  byline?: string;
  tune?: string;
  key?: string;
  bpm?: number;
  meter?: string;
  tags: string[];
  language?: string;
  public?: boolean;
  first_line?: string;
  updated_at: string;
  match?: { field: MatchField; parts: MatchPart[] };
}

export type AuthorRole = "words" | "music" | "both" | "translation" | "arranger";

export interface Author {
  name: string;
  role: AuthorRole;
}

export interface Arrangement {
  id: string;
  name: string;
  default: boolean;
  chart_text: string;
  key_written: string;
  default_key: string;
  key: string;
  bpm: number;
  meter: string;
  duration_seconds: number;
  sequence: string[];
}

export interface SongKey {
  profile_id: string;
  name: string;
  kind: ProfileKind;
  colour: string;
  preferred_key: string;
  capo: number;
}

export interface Song {
  id: string;
  version: number;
  title: string;
  aliases: string[];
  tune: string;
  year: number;
  authors: Author[];
  copyright: string;
  public_domain: boolean;
  ccli_song_number: string;
  language: string;
  tags: { group: string; name: string }[];
  songbooks: { book: string; number: string }[];
  scripture: string[];
  notes: string;
  links: { label: string; url: string }[];
  visibility: "public" | "members";
  arrangements: Arrangement[];
  created_at: string;
  updated_at: string;
  deleted_at?: string;
  keys: SongKey[];
  may: { edit: boolean; delete: boolean; restore: boolean };
}

/** Root, quality, extension, bass: how one chord is set in one key and notation. */
export type ChordTuple = [root: string, quality: string, extension: string, bass: string];

export interface ChartChord {
  source: string;
  known: boolean;
  letters: ChordTuple[];
  solfege: ChordTuple[];
  german: ChordTuple[];
  nashville: ChordTuple;
  roman: ChordTuple;
}

export interface ChartPart {
  chord?: number;
  annotation?: string;
  text: string;
}

export interface GridCell {
  bar?: string;
  chord?: number;
  text?: string;
}

export type ChartLine =
  | { kind: "lyrics"; parts: ChartPart[] }
  | { kind: "comment"; text: string; style: "plain" | "italic" | "box" }
  | { kind: "grid"; cells: GridCell[] }
  | { kind: "tab"; text: string }
  | { kind: "recall"; section: string; label: string }
  | { kind: "blank" };

export interface ChartSection {
  id: string;
  type: string;
  label: string;
  short: string;
  cue?: string;
  refrain?: boolean;
  lines: ChartLine[];
}

export interface ChartWarning {
  line: number;
  column: number;
  message: string;
  fix?: string;
}

export interface ChartKey {
  name: string;
  label: string;
  pitch: number;
}

export interface Chart {
  song_id: string;
  arrangement_id: string;
  version: number;
  title: string;
  byline: string;
  tune: string;
  year: number;
  copyright: string;
  public_domain: boolean;
  ccli_song_number: string;
  bpm: number;
  meter: string;
  key: string;
  key_written: string;
  key_guessed: boolean;
  key_reason: string;
  capo: number;
  keys: ChartKey[];
  chords: ChartChord[];
  sections: ChartSection[];
  sequence: { section: string; repeat: number }[];
  warnings: ChartWarning[];
}

export type ProfileKind = "leader" | "singer" | "musician";

export interface ProfileDisplay {
  notation?: string;
  text_size?: number;
  columns?: number;
  words_only?: boolean;
  theme?: string;
}

export interface Profile {
  id: string;
  version: number;
  name: string;
  kind: ProfileKind;
  instruments: string[];
  notes: string;
  display: ProfileDisplay;
  colour: string;
  user_id?: string;
  song_count: number;
  created_at: string;
  updated_at: string;
  may: { edit: boolean; delete: boolean };
}

export interface ProfileSong {
  song: SongSummary;
  in_list: boolean;
  version: number;
  preferred_key: string;
  capo: number;
  notes: string;
  favourite: boolean;
  status: "learning" | "ready";
  last_led: string;
  position: number;
}

export type Role = "member" | "leader" | "editor" | "admin";

export interface Session {
  user: { id: string; username: string; name: string; role: Role; profile_id?: string } | null;
  csrf_token: string;
  church: { name: string };
  setup_needed: boolean;
  insecure: boolean;
  counts: { songs: number; profiles: number; trash: number };
  may: {
    create_songs: boolean;
    edit_songs: boolean;
    manage_users: boolean;
    manage_profiles: boolean;
    purge: boolean;
    see_trash: boolean;
  };
}

export interface User {
  id: string;
  version: number;
  username: string;
  name: string;
  role: Role;
  profile_id: string;
  disabled: boolean;
  created_at: string;
  last_seen_at?: string;
}

export interface Device {
  id: string;
  label: string;
  address: string;
  created_at: string;
  last_seen_at: string;
  current: boolean;
}

export interface Difference {
  field: string;
  before: string;
  after: string;
}

export interface Change {
  id: string;
  at: string;
  user: { id: string; name: string };
  action: string;
  /** Changes of users are told to administrators only. */
  entity: "song" | "profile" | "profile_song" | "user";
  entity_id: string;
  title: string;
  count: number;
  undoable: boolean;
  undone: boolean;
  differences: Difference[];
}

export interface Revision {
  version: number;
  at: string;
  user: { id: string; name: string };
  action: string;
  differences: Difference[];
}

export interface TrashEntry {
  entity: "song" | "profile";
  id: string;
  title: string;
  detail: string;
  deleted_at: string;
  expires_at: string;
  deleted_by: { id: string; name: string };
  may_restore: boolean;
  may_purge: boolean;
}

export interface FacetValue {
  value: string;
  count: number;
}

export interface Facets {
  keys: FacetValue[];
  tags: { group: string; value: string; count: number }[];
  languages: FacetValue[];
  meters: FacetValue[];
  authors: FacetValue[];
}
