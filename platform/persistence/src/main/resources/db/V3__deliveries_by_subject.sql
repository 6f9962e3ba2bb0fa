-- Whether an event stands behind one of the same subject that waits for its next attempt.
CREATE INDEX platform.delivery_subject ON platform.delivery (consumer, subject, event_id);
