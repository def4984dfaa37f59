-- The log, its words and what is waiting. Never rebuilt from the record; changed by numbered migrations alone.

CREATE TABLE head (
  one INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  edge BLOB NOT NULL,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL
);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE entries (
  idx INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at_day INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  leaf BLOB NOT NULL
);
-- The hash of each complete subtree of 256^k entries: level k, k at least 1. Leaves are in entries.
CREATE TABLE nodes (level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx));

-- An order's key answers again without being carried out again. Hashes and indexes only.
CREATE TABLE answered (
  key BLOB PRIMARY KEY,
  request BLOB NOT NULL,
  first_act INTEGER NOT NULL,
  acts INTEGER NOT NULL,
  on_day INTEGER NOT NULL
);
CREATE INDEX answered_by_day ON answered (on_day);

CREATE TABLE sealed (
  act INTEGER NOT NULL,
  field TEXT NOT NULL,
  person INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  box BLOB NOT NULL,
  withheld INTEGER NOT NULL,
  PRIMARY KEY (act, field)
);
CREATE INDEX sealed_by_person ON sealed (person);

-- Erased, and not yet said in the record: the notice is given with others (docs/record.md).
CREATE TABLE gone_words (
  act INTEGER NOT NULL,
  field TEXT NOT NULL,
  ground TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (act, field)
);
-- Slots to be destroyed once the transaction that lists them is durable.
CREATE TABLE destroy (slot INTEGER PRIMARY KEY);

-- Somebody we hold rows about. Their slot's key seals their private texts; destroyed, all of it is gone at once.
CREATE TABLE persons (person INTEGER PRIMARY KEY, slot INTEGER NOT NULL);
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);  -- 'person': the last number given, never again
CREATE TABLE private_texts (name TEXT PRIMARY KEY, person INTEGER NOT NULL, box BLOB NOT NULL);
CREATE INDEX private_texts_by_person ON private_texts (person);

-- Which public tables stand, and of which shape: the hash of their tables.sql.
CREATE TABLE folded (concern TEXT PRIMARY KEY, shape TEXT NOT NULL);
CREATE TABLE migrated (concern TEXT PRIMARY KEY, number INTEGER NOT NULL);
