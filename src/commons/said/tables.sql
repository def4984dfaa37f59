-- What people said and what became of it: folds of the acts. No words stand here; they are the acts' own.
CREATE TABLE sayings (
  idx INTEGER PRIMARY KEY,    -- its said.given
  work INTEGER NOT NULL,
  saying_kind TEXT NOT NULL,
  about INTEGER,
  how TEXT NOT NULL,
  said_on INTEGER NOT NULL,
  media TEXT NOT NULL,
  words_act INTEGER NOT NULL,  -- the act that holds the words of now
  stand TEXT NOT NULL,
  before TEXT NOT NULL,        -- what it stood at when it was held; else as it stands
  is_public INTEGER NOT NULL,  -- stands among those that anyone reads
  refusal TEXT,
  refused_act INTEGER,
  open_from INTEGER,           -- the day from which an answer is waited for
  answer INTEGER,              -- the last said.answered
  outcome TEXT,
  until_day INTEGER,
  changed INTEGER,             -- what changed because of it
  same_group INTEGER           -- a said.grouped
);
CREATE INDEX sayings_by_work ON sayings (work, is_public, idx);
CREATE INDEX sayings_by_group_of_work ON sayings (work, is_public, same_group, idx);
CREATE INDEX sayings_by_kind ON sayings (work, is_public, saying_kind, idx);
CREATE INDEX sayings_by_stand ON sayings (work, stand, idx);
CREATE INDEX sayings_by_kind_and_stand ON sayings (work, stand, saying_kind, idx);
CREATE INDEX sayings_by_open_from ON sayings (work, stand, open_from);
CREATE INDEX sayings_by_until ON sayings (work, stand, until_day);
CREATE INDEX sayings_by_answer ON sayings (answer, idx);
CREATE INDEX sayings_by_about ON sayings (about, is_public, idx);
CREATE INDEX sayings_by_group ON sayings (same_group, is_public, idx);
-- How many of a work stand where, kept as they move, so that no page counts them. Those that wait for an answer are
-- counted by the day from which (open, reopened) or until which (waiting_until) they wait; others at day 0.
CREATE TABLE said_tally (
  work INTEGER NOT NULL,
  saying_kind TEXT NOT NULL,
  stand TEXT NOT NULL,
  outcome TEXT NOT NULL,  -- of the last answer; empty: none
  changed INTEGER NOT NULL,
  day INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (work, saying_kind, stand, outcome, changed, day)
);
CREATE TABLE said_refusals (
  work INTEGER NOT NULL,
  reason TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (work, reason)
);
-- Everything that happened to a saying, in the order of the record.
CREATE TABLE said_events (
  said INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  event TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  PRIMARY KEY (said, idx)
);
CREATE INDEX said_events_by_act ON said_events (idx, said);
CREATE TABLE said_answers (
  idx INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  until_day INTEGER,
  changed INTEGER,
  on_day INTEGER NOT NULL,
  n INTEGER NOT NULL  -- sayings that it answers
);
CREATE INDEX said_answers_by_outcome ON said_answers (work, outcome, idx);
CREATE TABLE said_groups (
  idx INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  same_as TEXT NOT NULL,
  n INTEGER NOT NULL
);
CREATE INDEX said_groups_by_work ON said_groups (work, n, idx);
