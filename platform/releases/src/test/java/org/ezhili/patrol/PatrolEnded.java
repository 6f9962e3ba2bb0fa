package org.ezhili.patrol;

import org.ezhili.platform.AreaCode;
import org.ezhili.platform.DomainEvent;

/** What the module of the tests tells others. */
public record PatrolEnded(String subject, AreaCode area) implements DomainEvent {}
