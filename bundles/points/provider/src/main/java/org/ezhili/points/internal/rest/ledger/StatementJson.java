package org.ezhili.points.internal.rest.ledger;

import java.util.Map;

/** A month: what could be spent at its beginning and at its end, and what each sort of posting did to it. */
public record StatementJson(String month, long opening, long closing, Map<String, Long> effects) {}
