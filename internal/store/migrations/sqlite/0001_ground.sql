-- +goose Up
CREATE TABLE settings(
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE users(
  id TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  username TEXT NOT NULL,
  folded_username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  profile_id TEXT,
  disabled BOOLEAN NOT NULL,
  preferences TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT
);

CREATE TABLE sessions(
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  csrf_token TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_user ON sessions(user_id, last_seen_at);

CREATE TABLE one_time_links(
  token_hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  user_id TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE sign_in_attempts(
  subject TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX sign_in_attempts_subject ON sign_in_attempts(subject, at);

CREATE TABLE known_devices(
  token_hash TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  expires_at BIGINT NOT NULL
);
CREATE INDEX known_devices_user ON known_devices(user_id, expires_at);

CREATE TABLE idempotency_keys(
  principal TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status BIGINT NOT NULL,
  headers TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY(principal, idempotency_key)
);

CREATE INDEX idempotency_keys_age ON idempotency_keys(created_at);

-- card is all that lists show, packed into one column: reading a column costs more than its bytes.
CREATE TABLE songs(
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version BIGINT NOT NULL,
  title TEXT NOT NULL,
  sort_title TEXT NOT NULL,
  aliases TEXT NOT NULL,
  tune TEXT NOT NULL,
  year BIGINT NOT NULL,
  authors TEXT NOT NULL,
  byline TEXT NOT NULL,
  copyright TEXT NOT NULL,
  public_domain BOOLEAN NOT NULL,
  ccli_song_number TEXT NOT NULL,
  language TEXT NOT NULL,
  tags TEXT NOT NULL,
  songbooks TEXT NOT NULL,
  scripture TEXT NOT NULL,
  notes TEXT NOT NULL,
  links TEXT NOT NULL,
  visibility TEXT NOT NULL,
  song_key TEXT NOT NULL,
  key_order BIGINT NOT NULL,
  bpm BIGINT NOT NULL,
  meter TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  deleted_at BIGINT,
  deleted_by TEXT NOT NULL,
  card TEXT NOT NULL
);
CREATE UNIQUE INDEX songs_ccli ON songs(ccli_song_number) WHERE ccli_song_number <> '' AND deleted_at IS NULL;
CREATE INDEX songs_title ON songs(sort_title, seq) WHERE deleted_at IS NULL;
CREATE INDEX songs_updated ON songs(updated_at, seq) WHERE deleted_at IS NULL;
CREATE INDEX songs_deleted ON songs(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE arrangements(
  song_id TEXT NOT NULL REFERENCES songs(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  is_default BOOLEAN NOT NULL,
  key_written TEXT NOT NULL,
  default_key TEXT NOT NULL,
  sounding_key TEXT NOT NULL,
  bpm BIGINT NOT NULL,
  meter TEXT NOT NULL,
  duration_seconds BIGINT NOT NULL,
  sequence TEXT NOT NULL,
  chart_text TEXT NOT NULL,
  PRIMARY KEY(song_id, id)
);

-- What a search compares and shows, packed like a card. Songs that are in the trash are taken out, so nothing here refers to songs.
CREATE TABLE song_texts(
  song_seq INTEGER PRIMARY KEY,
  texts TEXT NOT NULL
);

CREATE TABLE song_titles(
  folded TEXT NOT NULL,
  song_seq BIGINT NOT NULL,
  PRIMARY KEY(folded, song_seq)
) WITHOUT ROWID;

CREATE TABLE song_facets(
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  folded_group TEXT NOT NULL,
  song_seq BIGINT NOT NULL,
  label TEXT NOT NULL,
  label_group TEXT NOT NULL,
  PRIMARY KEY(kind, folded, folded_group, song_seq)
) WITHOUT ROWID;

CREATE TABLE title_words(
  word TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE profiles(
  id TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  instruments TEXT NOT NULL,
  notes TEXT NOT NULL,
  display TEXT NOT NULL,
  colour TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  deleted_at BIGINT,
  deleted_by TEXT NOT NULL
);
CREATE INDEX profiles_name ON profiles(sort_name, id) WHERE deleted_at IS NULL;

CREATE TABLE profile_songs(
  profile_id TEXT NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
  song_id TEXT NOT NULL REFERENCES songs(id) ON DELETE CASCADE,
  version BIGINT NOT NULL,
  position BIGINT NOT NULL,
  preferred_key TEXT NOT NULL,
  capo BIGINT NOT NULL,
  notes TEXT NOT NULL,
  favourite BOOLEAN NOT NULL,
  status TEXT NOT NULL,
  last_led TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY(profile_id, song_id)
);
CREATE INDEX profile_songs_order ON profile_songs(profile_id, position);
CREATE INDEX profile_songs_song ON profile_songs(song_id);

CREATE TABLE changes(
  id TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  user_id TEXT NOT NULL,
  user_name TEXT NOT NULL,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  title TEXT NOT NULL,
  things BIGINT NOT NULL,
  undone_by TEXT NOT NULL
);

CREATE TABLE revisions(
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  change_id TEXT NOT NULL REFERENCES changes(id),
  snapshot TEXT,
  PRIMARY KEY(entity, entity_id, version)
);
CREATE INDEX revisions_change ON revisions(change_id);

-- One row a song, with rowid = songs.seq. Contentless, and words without positions: a phrase is checked in the text itself.
-- Words are folded in Go: the tokenizer only has to cut at blanks.
CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii");
