-- migration 1
-- Accounts. Pseudonym and passphrase lie in private_texts ("pseudonym/<person>", "passphrase/<person>"), sealed under the
-- person's key; here stand only digests of them, to look them up by.
CREATE TABLE accounts (
  person INTEGER PRIMARY KEY,
  name_digest BLOB NOT NULL,
  recovery_digest BLOB NOT NULL,
  standing TEXT NOT NULL,
  joined_on INTEGER NOT NULL
);
CREATE UNIQUE INDEX accounts_by_name ON accounts (name_digest);
CREATE UNIQUE INDEX accounts_by_recovery ON accounts (recovery_digest);
-- The bodies that a person acts for, once the keeper has said yes.
CREATE TABLE account_bodies (
  person INTEGER NOT NULL,
  body INTEGER NOT NULL,
  office INTEGER,
  since_day INTEGER NOT NULL,
  PRIMARY KEY (person, body)
);
-- What a person asks to be, until the keeper has looked.
CREATE TABLE account_requests (
  person INTEGER PRIMARY KEY,
  wish TEXT NOT NULL,
  body INTEGER,
  office INTEGER,
  on_day INTEGER NOT NULL,
  refused_on INTEGER
);
-- One row a browser that is signed in, or that holds the code of a question.
CREATE TABLE sessions (
  token_digest BLOB PRIMARY KEY,
  person INTEGER NOT NULL,
  ask INTEGER,
  until_second INTEGER NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person);
-- Wrong passphrases and codes, and new accounts, by account and by address: for limits, gone after a day.
CREATE TABLE attempts (
  what TEXT NOT NULL,
  person INTEGER,
  address_digest TEXT NOT NULL,
  at_second INTEGER NOT NULL
);
CREATE INDEX attempts_by_time ON attempts (at_second);
-- One-time links that make a visitor the keeper.
CREATE TABLE keeper_links (key_digest BLOB PRIMARY KEY, until_second INTEGER NOT NULL);
-- migration 2
-- Somebody for whom others type, by phone or from paper: how they were reached, as digests, so that the same person is known
-- again. Name and how to reach them lie in private_texts ("pseudonym/<person>", "reach/<person>").
CREATE TABLE helped (
  person INTEGER PRIMARY KEY,
  reach_digest BLOB NOT NULL,
  how TEXT NOT NULL,
  agreed_on INTEGER NOT NULL
);
CREATE INDEX helped_by_reach ON helped (reach_digest);
-- For whom a moderator or keeper types in this browser, and until when.
ALTER TABLE sessions ADD COLUMN typing_for INTEGER;
ALTER TABLE sessions ADD COLUMN typing_until INTEGER;
