-- What points can be exchanged for: goods, or seats of a course. Those that remain are never fewer than none; while people
-- wait for one, what comes free is theirs.
CREATE TABLE points.reward (
  id           BIGINT        NOT NULL PRIMARY KEY,
  area         VARCHAR(9)    NOT NULL,
  kind         VARCHAR(8)    NOT NULL,
  title        VARCHAR(80)   NOT NULL,
  description  VARCHAR(2000) NOT NULL,
  price        BIGINT        NOT NULL,
  stock        INTEGER       NOT NULL,
  remaining    INTEGER       NOT NULL,
  waiting      INTEGER       NOT NULL,
  per_person   INTEGER       NOT NULL,
  opens_at     TIMESTAMP     NOT NULL,
  closes_at    TIMESTAMP     NOT NULL,
  collect_days INTEGER       NOT NULL,
  picture      VARCHAR(60),
  standing     VARCHAR(10)   NOT NULL,
  version      INTEGER       NOT NULL,
  CONSTRAINT reward_never_oversold CHECK (remaining >= 0 AND remaining <= stock AND waiting >= 0)
);
CREATE INDEX points.reward_area ON points.reward (area, id);
CREATE INDEX points.reward_waiting ON points.reward (waiting, id);

-- When a course meets. A meeting that falls out stays, so that calendars hear of it.
CREATE TABLE points.reward_session (
  id         BIGINT       NOT NULL PRIMARY KEY,
  reward_id  BIGINT       NOT NULL,
  starts_at  TIMESTAMP    NOT NULL,
  ends_at    TIMESTAMP    NOT NULL,
  place      VARCHAR(200) NOT NULL,
  cancelled  BOOLEAN      NOT NULL,
  sequence   INTEGER      NOT NULL,
  changed_at TIMESTAMP    NOT NULL
);
CREATE INDEX points.reward_session_reward ON points.reward_session (reward_id, starts_at);

-- What somebody has exchanged points for. Its points are held in the ledger under the key hold:voucher:<id>.
CREATE TABLE points.voucher (
  id           BIGINT      NOT NULL PRIMARY KEY,
  serial       VARCHAR(12) NOT NULL,
  reward_id    BIGINT      NOT NULL,
  area         VARCHAR(9)  NOT NULL,
  title        VARCHAR(80) NOT NULL,
  owner        VARCHAR(60) NOT NULL,
  price        BIGINT      NOT NULL,
  state        VARCHAR(10) NOT NULL,
  redeemed_at  TIMESTAMP   NOT NULL,
  cancel_until TIMESTAMP   NOT NULL,
  expires_at   TIMESTAMP   NOT NULL,
  shown_until  TIMESTAMP   NOT NULL,
  ended_at     TIMESTAMP,
  ended_by     VARCHAR(60),
  CONSTRAINT voucher_serial UNIQUE (serial)
);
CREATE INDEX points.voucher_owner ON points.voucher (owner, id);
CREATE INDEX points.voucher_reward ON points.voucher (reward_id, owner, state);
CREATE INDEX points.voucher_due ON points.voucher (state, expires_at);

-- Who waits for a seat, in the order of their turns.
CREATE TABLE points.reward_waiter (
  reward_id BIGINT      NOT NULL,
  owner     VARCHAR(60) NOT NULL,
  turn      BIGINT      NOT NULL,
  PRIMARY KEY (reward_id, owner)
);
CREATE INDEX points.reward_waiter_turn ON points.reward_waiter (reward_id, turn);

-- What vouchers are signed with, in base 64; the same on every node, never on the wire but for the public half.
CREATE TABLE points.voucher_key (
  name     VARCHAR(20)  NOT NULL PRIMARY KEY,
  material VARCHAR(400) NOT NULL
);
