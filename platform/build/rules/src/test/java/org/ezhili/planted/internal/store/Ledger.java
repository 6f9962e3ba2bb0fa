package org.ezhili.planted.internal.store;

import javax.persistence.Entity;

/** Planted: an entity that does not say that it is a row. */
@Entity
class Ledger {}
