-- Pieces of work, as folds of their acts. Words are read from the acts that hold them.
CREATE TABLE works (
  idx INTEGER PRIMARY KEY,   -- its work.opened
  body INTEGER,
  decides INTEGER,
  model TEXT NOT NULL,
  promise TEXT NOT NULL,
  saves TEXT NOT NULL,
  saving_minor INTEGER,
  saving_currency TEXT NOT NULL,
  on_day INTEGER NOT NULL,   -- day 0
  state TEXT NOT NULL,
  state_act INTEGER,         -- the act that says so; null: as it was opened
  step INTEGER NOT NULL,     -- the one that is open; 0: none
  steps_begun INTEGER NOT NULL,
  consent TEXT NOT NULL,     -- the rule by which a side agrees
  quorum_per_cent INTEGER NOT NULL,
  ballots TEXT NOT NULL,
  deadlock TEXT NOT NULL,
  answer_days INTEGER NOT NULL
);
CREATE TABLE work_models (idx INTEGER PRIMARY KEY, steps INTEGER NOT NULL);  -- that the place wrote itself
CREATE INDEX works_by_body ON works (body);
-- Of each item of the launch list the act that last said it.
CREATE TABLE work_settings (
  work INTEGER NOT NULL,
  item TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (work, item)
);
CREATE TABLE work_steps (
  work INTEGER NOT NULL,
  step INTEGER NOT NULL,
  entered_act INTEGER NOT NULL,
  entered_on INTEGER NOT NULL,
  closed_act INTEGER,
  closed_on INTEGER,
  PRIMARY KEY (work, step)
);
CREATE TABLE work_step_counts (
  work INTEGER NOT NULL,
  step INTEGER NOT NULL,
  side TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (work, step, side)
);
CREATE TABLE work_sides (
  work INTEGER NOT NULL,
  side TEXT NOT NULL,
  act INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  PRIMARY KEY (work, side)
);
CREATE TABLE work_already (idx INTEGER PRIMARY KEY, work INTEGER NOT NULL, decision INTEGER);
CREATE INDEX work_already_by_work ON work_already (work, idx);
CREATE TABLE work_decisions (
  work INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (work, decision)
);
CREATE INDEX work_decisions_by_decision ON work_decisions (decision);
CREATE TABLE work_touches (
  work INTEGER NOT NULL,
  valued INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (work, valued)
);
CREATE INDEX work_touches_by_valued ON work_touches (valued);
-- When those who use a touched place were told; how is read from the act.
CREATE TABLE work_touched_told (idx INTEGER PRIMARY KEY, work INTEGER NOT NULL, valued INTEGER NOT NULL, on_day INTEGER NOT NULL);
CREATE INDEX work_touched_told_by_work ON work_touched_told (work, on_day, idx);
-- Whom the sides were helped by where they did not agree; who it is and what came of it are read from the acts.
CREATE TABLE work_mediators (
  idx INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  about INTEGER,
  on_day INTEGER NOT NULL,
  ended_act INTEGER,
  ended_on INTEGER
);
CREATE INDEX work_mediators_by_work ON work_mediators (work, about, idx);
