-- migration 1
-- Who answered what, until it closes. Nobody reads it but the person and the close, which deletes it. Falls with the person.
CREATE TABLE agreement_answers (
  agreement INTEGER NOT NULL,
  person INTEGER NOT NULL,
  answer TEXT NOT NULL,
  knows_it_is_named INTEGER NOT NULL,
  PRIMARY KEY (agreement, person)
);
CREATE INDEX agreement_answers_by_person ON agreement_answers (person);
-- Whose dissent it is: to tell them what became of it. Falls with the person.
CREATE TABLE agreement_dissenters (
  dissent INTEGER PRIMARY KEY,
  agreement INTEGER NOT NULL,
  person INTEGER NOT NULL
);
CREATE INDEX agreement_dissenters_by_person ON agreement_dissenters (person);
-- Counts that were told of a side: counts alone, of nobody. Where nearly the same is asked again, the next are told if they
-- differ enough that nobody who came, went or changed their mind between the two can be worked out.
CREATE TABLE agreement_told (
  agreement INTEGER NOT NULL,
  side TEXT NOT NULL,
  said_yes INTEGER NOT NULL,
  said_no INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  PRIMARY KEY (agreement, side)
);
