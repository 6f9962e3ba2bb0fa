package org.ezhili.planted.internal.rest;

import javax.persistence.EntityManager;

/** Planted: JPA outside the store. */
interface KnowsTheDatabase {
    EntityManager entities();
}
