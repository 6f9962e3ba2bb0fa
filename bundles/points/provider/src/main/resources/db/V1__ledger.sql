-- Who has points: a person or a unit. What can be spent, what is promised to rewards and what is owed repeat what the legs
-- add up to; reconciling proves it. None is ever negative, and who owes has nothing to spend.
CREATE TABLE points.account (
  id        BIGINT      NOT NULL PRIMARY KEY,
  owner     VARCHAR(60) NOT NULL,
  balance   BIGINT      NOT NULL,
  held      BIGINT      NOT NULL,
  debt      BIGINT      NOT NULL,
  opened_at TIMESTAMP   NOT NULL,
  CONSTRAINT account_owner UNIQUE (owner),
  CONSTRAINT account_never_negative CHECK (balance >= 0 AND held >= 0 AND debt >= 0)
);

-- Points that were given together and lapse together. "remaining" are those that their owner can still spend, "lapsed" those
-- that lapsed.
CREATE TABLE points.lot (
  id         BIGINT     NOT NULL PRIMARY KEY,
  account_id BIGINT     NOT NULL,
  street     VARCHAR(9) NOT NULL,
  amount     BIGINT     NOT NULL,
  remaining  BIGINT     NOT NULL,
  lapsed     BIGINT     NOT NULL,
  used_up    BOOLEAN    NOT NULL,
  expires_on DATE       NOT NULL,
  noticed    BOOLEAN    NOT NULL,
  CONSTRAINT lot_never_overdrawn CHECK (remaining >= 0 AND lapsed >= 0 AND remaining + lapsed <= amount)
);
CREATE INDEX points.lot_first_out ON points.lot (account_id, used_up, expires_on, id);
CREATE INDEX points.lot_expiry ON points.lot (used_up, expires_on, id);

-- One movement of points, written once, never changed. Its key is unique for good. The street is the
-- one that gave the points, of several the one whose points lapse first.
CREATE TABLE points.posting (
  id         BIGINT       NOT NULL PRIMARY KEY,
  entry_key  VARCHAR(120) NOT NULL,
  kind       VARCHAR(8)   NOT NULL,
  account_id BIGINT       NOT NULL,
  amount     BIGINT       NOT NULL,
  closes     BIGINT,
  source     VARCHAR(120) NOT NULL,
  street     VARCHAR(9)   NOT NULL,
  posted_at  TIMESTAMP    NOT NULL,
  CONSTRAINT posting_key UNIQUE (entry_key)
);
CREATE INDEX points.posting_statement ON points.posting (account_id, posted_at);
CREATE INDEX points.posting_street ON points.posting (street, id DESC);

-- Which posting redeemed, released or reversed which: each is closed once.
CREATE TABLE points.closing (
  closed     BIGINT NOT NULL PRIMARY KEY,
  posting_id BIGINT NOT NULL
);

-- A posting's legs add up to zero, for every lot. The holder is an account, or a street for what belongs to the street:
-- issuer, escrow, redeemed, expired.
CREATE TABLE points.leg (
  posting_id BIGINT     NOT NULL,
  seq        INTEGER    NOT NULL,
  kind       VARCHAR(8) NOT NULL,
  holder     BIGINT     NOT NULL,
  lot_id     BIGINT     NOT NULL,
  amount     BIGINT     NOT NULL,
  PRIMARY KEY (posting_id, seq)
);

-- What the streets' accounts add up to, month by month, as a sum of small changes: writers never wait for one another
-- here. A job folds the changes into one row for each.
CREATE TABLE points.tally (
  id     BIGINT     NOT NULL PRIMARY KEY,
  street VARCHAR(9) NOT NULL,
  kind   VARCHAR(8) NOT NULL,
  month  INTEGER    NOT NULL,
  amount BIGINT     NOT NULL
);
CREATE INDEX points.tally_street ON points.tally (street, kind, month);

-- How many points a street may give in a year, and how many it has given, less what it has taken back.
CREATE TABLE points.budget (
  street      VARCHAR(9)  NOT NULL,
  budget_year INTEGER     NOT NULL,
  amount      BIGINT      NOT NULL,
  given       BIGINT      NOT NULL,
  set_by      VARCHAR(60) NOT NULL,
  set_at      TIMESTAMP   NOT NULL,
  PRIMARY KEY (street, budget_year)
);

-- A street's rules, by version; a version is never changed. Of those in effect on a day the newest counts.
CREATE TABLE points.rule_book (
  street         VARCHAR(9)  NOT NULL,
  version        INTEGER     NOT NULL,
  effective_from DATE        NOT NULL,
  life_months    INTEGER     NOT NULL,
  daily_cap      BIGINT      NOT NULL,
  monthly_cap    BIGINT      NOT NULL,
  published_by   VARCHAR(60) NOT NULL,
  published_at   TIMESTAMP   NOT NULL,
  PRIMARY KEY (street, version)
);

CREATE TABLE points.rule (
  street      VARCHAR(9)  NOT NULL,
  version     INTEGER     NOT NULL,
  seq         INTEGER     NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  category    VARCHAR(40) NOT NULL,
  points      BIGINT      NOT NULL,
  per         BIGINT      NOT NULL,
  daily_cap   BIGINT      NOT NULL,
  monthly_cap BIGINT      NOT NULL,
  PRIMARY KEY (street, version, seq)
);

-- Every occasion to earn and what came of it: what a dry run of other rules starts from.
CREATE TABLE points.occasion (
  id           BIGINT      NOT NULL PRIMARY KEY,
  kind         VARCHAR(20) NOT NULL,
  source       VARCHAR(80) NOT NULL,
  category     VARCHAR(40) NOT NULL,
  owner        VARCHAR(60) NOT NULL,
  street       VARCHAR(9)  NOT NULL,
  quantity     BIGINT      NOT NULL,
  happened_at  TIMESTAMP   NOT NULL,
  happened_on  DATE        NOT NULL,
  rule_version INTEGER     NOT NULL,
  points       BIGINT      NOT NULL,
  reason       VARCHAR(12),
  CONSTRAINT occasion_once UNIQUE (source, kind)
);
CREATE INDEX points.occasion_street ON points.occasion (street, happened_on, id);
CREATE INDEX points.occasion_owner ON points.occasion (owner, street, happened_on);

-- What is known of a reported matter, from events that may come late, twice and in any order.
CREATE TABLE points.matter (
  id           BIGINT     NOT NULL PRIMARY KEY,
  street       VARCHAR(9) NOT NULL,
  category     VARCHAR(40),
  reporter     VARCHAR(60),
  accepted_at  TIMESTAMP,
  closed_at    TIMESTAMP,
  returned_at  TIMESTAMP,
  rejected_at  TIMESTAMP,
  accepted     INTEGER    NOT NULL,
  resolved     INTEGER    NOT NULL
);
CREATE INDEX points.matter_reporter ON points.matter (reporter);
