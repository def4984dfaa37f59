-- Questions and what became of them: folds of their acts. No words stand here; they are the acts' own.
CREATE TABLE asks (
  idx INTEGER PRIMARY KEY,
  about INTEGER,
  follows INTEGER,
  tick_who INTEGER NOT NULL,
  tick_when INTEGER NOT NULL,
  tick_power INTEGER NOT NULL,
  tick_people INTEGER NOT NULL,
  asked_on INTEGER NOT NULL,
  state TEXT NOT NULL,
  state_act INTEGER,
  state_on INTEGER,
  refusal TEXT,
  into_ask INTEGER
);
CREATE INDEX asks_by_about ON asks (about);
CREATE INDEX asks_by_follows ON asks (follows);
CREATE INDEX asks_by_into ON asks (into_ask);
-- What one body is asked. Its clock runs from sent_on; ended_on is the day it was answered or passed on.
CREATE TABLE ask_parts (
  ask INTEGER NOT NULL,
  part INTEGER NOT NULL,
  body INTEGER,
  question_act INTEGER,
  passed_from INTEGER,
  state TEXT NOT NULL,
  sent_on INTEGER,
  ended_on INTEGER,
  PRIMARY KEY (ask, part)
);
CREATE INDEX ask_parts_by_state ON ask_parts (state);
CREATE TABLE ask_pauses (
  idx INTEGER PRIMARY KEY,
  ask INTEGER NOT NULL,
  part INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  until_day INTEGER
);
CREATE INDEX ask_pauses_by_ask ON ask_pauses (ask, part);
-- Everything that happened to an ask, in the order of the record.
CREATE TABLE ask_events (
  idx INTEGER PRIMARY KEY,
  ask INTEGER NOT NULL,
  part INTEGER NOT NULL,
  event TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  body INTEGER
);
CREATE INDEX ask_events_by_ask ON ask_events (ask);
CREATE TABLE ask_replies (
  idx INTEGER PRIMARY KEY,
  ask INTEGER NOT NULL,
  part INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  on_day INTEGER NOT NULL,
  office INTEGER
);
CREATE INDEX ask_replies_by_ask ON ask_replies (ask);
CREATE TABLE ask_reply_decisions (
  reply INTEGER NOT NULL,
  place INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  PRIMARY KEY (reply, place)
);
CREATE INDEX ask_reply_decisions_by_decision ON ask_reply_decisions (decision);
CREATE TABLE ask_judgements (
  idx INTEGER PRIMARY KEY,
  ask INTEGER NOT NULL,
  reply INTEGER NOT NULL,
  answers TEXT NOT NULL,
  on_day INTEGER NOT NULL
);
CREATE INDEX ask_judgements_by_reply ON ask_judgements (reply);
