-- which module is on or off for which street; without a row it is on
CREATE TABLE modules.street_module (
    street VARCHAR(9) NOT NULL,
    module VARCHAR(40) NOT NULL,
    enabled BOOLEAN NOT NULL,
    changed_by VARCHAR(60) NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    CONSTRAINT street_module_pk PRIMARY KEY (street, module)
);

-- one row, counted up with every change: what nodes look at each second
CREATE TABLE modules.revision (
    id INTEGER NOT NULL,
    changes BIGINT NOT NULL,
    CONSTRAINT revision_pk PRIMARY KEY (id)
);
INSERT INTO modules.revision (id, changes) VALUES (1, 0);
