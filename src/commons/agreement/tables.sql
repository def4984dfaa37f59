-- Agreements, as folds of their acts. Words are read from the acts that hold them.
CREATE TABLE agreements (
  idx INTEGER PRIMARY KEY,   -- its agreement.asked
  work INTEGER NOT NULL,
  wording INTEGER,
  ballots TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,
  closed_act INTEGER,        -- null: people still answer
  closed_on INTEGER
);
CREATE INDEX agreements_by_work ON agreements (work, idx);
CREATE TABLE agreement_options (
  agreement INTEGER NOT NULL,
  option INTEGER NOT NULL,
  PRIMARY KEY (agreement, option)
);
CREATE INDEX agreement_options_by_option ON agreement_options (option);
-- What each side said at the close: null is a number that is hidden.
CREATE TABLE agreement_sides (
  agreement INTEGER NOT NULL,
  side TEXT NOT NULL,
  consented TEXT NOT NULL,
  answered INTEGER,
  said_yes INTEGER,
  said_no INTEGER,
  abstained INTEGER,
  PRIMARY KEY (agreement, side)
);
CREATE TABLE agreement_named (
  idx INTEGER PRIMARY KEY,   -- its answer.named
  agreement INTEGER NOT NULL,
  side TEXT NOT NULL,
  answer TEXT NOT NULL
);
CREATE INDEX agreement_named_by_agreement ON agreement_named (agreement, idx);
CREATE TABLE agreement_dissents (
  idx INTEGER PRIMARY KEY,   -- its dissent.given
  agreement INTEGER NOT NULL,
  side TEXT,
  state TEXT NOT NULL,
  reason TEXT
);
CREATE INDEX agreement_dissents_by_agreement ON agreement_dissents (agreement, idx);
CREATE INDEX agreement_dissents_by_state ON agreement_dissents (state, idx);
CREATE TABLE agreement_decisions (
  idx INTEGER PRIMARY KEY,   -- its agreement.decided
  agreement INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  points INTEGER NOT NULL
);
CREATE INDEX agreement_decisions_by_agreement ON agreement_decisions (agreement, idx);
CREATE INDEX agreement_decisions_by_decision ON agreement_decisions (decision);
