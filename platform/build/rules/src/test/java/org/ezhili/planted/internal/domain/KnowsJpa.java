package org.ezhili.planted.internal.domain;

import javax.persistence.EntityManager;

/** Planted: a rule of the domain that reaches for the database. */
interface KnowsJpa {
    EntityManager entities();
}
