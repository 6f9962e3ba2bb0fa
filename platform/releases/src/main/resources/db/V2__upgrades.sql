-- one walk of modules from versions to others, gone by one node after the other
CREATE TABLE releases.upgrade (
    id BIGINT NOT NULL,
    way VARCHAR(4) NOT NULL,
    state VARCHAR(8) NOT NULL,
    called_off_by VARCHAR(60),
    asked_by VARCHAR(60) NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    turn INTEGER NOT NULL,
    CONSTRAINT upgrade_pk PRIMARY KEY (id)
);
CREATE INDEX upgrade_state ON releases.upgrade (state, id);

CREATE TABLE releases.upgrade_step (
    upgrade_id BIGINT NOT NULL,
    module VARCHAR(40) NOT NULL,
    from_version VARCHAR(60) NOT NULL,
    to_version VARCHAR(60) NOT NULL,
    CONSTRAINT upgrade_step_pk PRIMARY KEY (upgrade_id, module)
);
CREATE INDEX upgrade_step_module ON releases.upgrade_step (module, upgrade_id);

-- a module is on one way at a time: the second who asks meets the first one's row
CREATE TABLE releases.upgrade_open (
    module VARCHAR(40) NOT NULL,
    upgrade_id BIGINT NOT NULL,
    CONSTRAINT upgrade_open_pk PRIMARY KEY (module)
);

-- how far each node is
CREATE TABLE releases.upgrade_node (
    upgrade_id BIGINT NOT NULL,
    node INTEGER NOT NULL,
    name VARCHAR(100) NOT NULL,
    stage VARCHAR(12) NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    took_millis BIGINT NOT NULL,
    switch_micros BIGINT NOT NULL,
    drain_millis BIGINT NOT NULL,
    drained BIGINT NOT NULL,
    disturbed VARCHAR(2000),
    problem VARCHAR(60),
    arguments VARCHAR(2000),
    CONSTRAINT upgrade_node_pk PRIMARY KEY (upgrade_id, node)
);

-- the version that every node is to serve, once a module has been on a way at all
CREATE TABLE releases.wanted (
    module VARCHAR(40) NOT NULL,
    version VARCHAR(60) NOT NULL,
    CONSTRAINT wanted_pk PRIMARY KEY (module)
);
