-- What happened, written in the transaction of the change it tells of.
CREATE TABLE platform.outbox (
  id BIGINT NOT NULL PRIMARY KEY,
  type VARCHAR(200) NOT NULL,
  subject VARCHAR(100) NOT NULL,
  area VARCHAR(24) NOT NULL,
  happened_at TIMESTAMP NOT NULL,
  payload ${text} NOT NULL,
  fanned BOOLEAN NOT NULL
);
CREATE INDEX platform.outbox_waiting ON platform.outbox (fanned, id);

-- Who wants to be told of what; kept while the module is away, so that nothing is missed.
CREATE TABLE platform.consumer (
  name VARCHAR(100) NOT NULL PRIMARY KEY,
  type VARCHAR(200) NOT NULL,
  held_by VARCHAR(60),
  held_until TIMESTAMP
);

-- One event on its way to one consumer; the row goes when the event has had its effect.
CREATE TABLE platform.delivery (
  consumer VARCHAR(100) NOT NULL,
  event_id BIGINT NOT NULL,
  subject VARCHAR(100) NOT NULL,
  attempts INTEGER NOT NULL,
  next_at TIMESTAMP NOT NULL,
  last_error VARCHAR(500),
  PRIMARY KEY (consumer, event_id)
);

-- Which events a consumer has already acted on.
CREATE TABLE platform.inbox (
  consumer VARCHAR(100) NOT NULL,
  event_id BIGINT NOT NULL,
  done_at TIMESTAMP NOT NULL,
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX platform.inbox_age ON platform.inbox (done_at);

-- The answers of writes that may be repeated.
CREATE TABLE platform.idempotency (
  operation VARCHAR(60) NOT NULL,
  account VARCHAR(60) NOT NULL,
  value_key VARCHAR(100) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  answer VARCHAR(8000) NOT NULL,
  done_at TIMESTAMP NOT NULL,
  PRIMARY KEY (operation, account, value_key)
);
CREATE INDEX platform.idempotency_age ON platform.idempotency (done_at);

-- db-scheduler's table, with its column names.
CREATE TABLE platform.scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data ${binary},
  execution_time TIMESTAMP NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success TIMESTAMP,
  last_failure TIMESTAMP,
  consecutive_failures INTEGER,
  last_heartbeat TIMESTAMP,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX platform.scheduled_tasks_due ON platform.scheduled_tasks (execution_time);
