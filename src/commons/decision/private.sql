-- migration 1
-- By what an import knows a decision again: keyed digests, no words. It can be rebuilt from openings.
CREATE TABLE import_keys (
  key BLOB NOT NULL,
  decision INTEGER NOT NULL,
  is_identity INTEGER NOT NULL,
  PRIMARY KEY (key, decision)
);
CREATE INDEX import_keys_by_decision ON import_keys (decision);
-- migration 2
-- What a source said of a part that a person put right before it was published: keyed digests, no words.
CREATE TABLE import_as_read (
  decision INTEGER NOT NULL,
  part TEXT NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (decision, part)
);
-- migration 3
-- Pages that somebody looks over before they are published. Their words are sealed texts that fall with the person.
CREATE TABLE import_drafts (
  draft INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  body INTEGER,
  made_day INTEGER NOT NULL,
  files INTEGER NOT NULL,
  decisions INTEGER NOT NULL,
  with_gaps INTEGER NOT NULL
);
