-- Wordings of the question of a piece of work, as folds of their acts. Words are read from the acts that hold them.
CREATE TABLE wordings (
  idx INTEGER PRIMARY KEY,     -- its wording.proposed
  work INTEGER NOT NULL,
  number INTEGER NOT NULL,     -- from 1, in its work
  side TEXT,                   -- null: somebody in the room
  state TEXT NOT NULL,
  state_act INTEGER NOT NULL,  -- the act that says so
  state_on INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,  -- the last day to answer
  refusal TEXT
);
CREATE UNIQUE INDEX wordings_by_work ON wordings (work, number);
CREATE INDEX wordings_by_state ON wordings (state, until_day);
CREATE TABLE wording_answers (
  wording INTEGER NOT NULL,
  side TEXT NOT NULL,
  consented TEXT NOT NULL,
  answered INTEGER,            -- null, as of the others: hidden
  said_yes INTEGER,
  said_no INTEGER,
  abstained INTEGER,
  PRIMARY KEY (wording, side)
);
