-- migration 1
-- What somebody asks to be paid for taking part, and when it was paid. Nobody reads it but they and the keeper, who pays.
-- How they want to have it, and why it was not paid, lie sealed beside it (pay how/CLAIM, pay why/CLAIM). Falls with the
-- person: whoever pays keeps their own books.
CREATE TABLE pay_claims (
  claim INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  work INTEGER NOT NULL,
  gathering INTEGER,
  paid_for TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  asked_on INTEGER NOT NULL,
  paid_on INTEGER,
  declined_on INTEGER
);
CREATE INDEX pay_claims_by_person ON pay_claims (person, asked_on, claim);
CREATE INDEX pay_claims_by_wait ON pay_claims (paid_on, declined_on, asked_on, claim);
