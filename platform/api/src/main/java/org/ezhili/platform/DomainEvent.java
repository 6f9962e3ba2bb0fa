package org.ezhili.platform;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that has happened and that other modules may act on. An event is a record in a module's API package, named in
 * the past tense, made of values that JSON can hold; it never contains personal data beyond ids. It is written in the
 * transaction of the change it tells of, is delivered at least once, and in order per {@link #subject()}.
 */
@ConsumerType
public interface DomainEvent {

    /** What it happened to, for instance {@code matter:512…}; order is kept among the events of one subject. */
    String subject();

    /** Where it happened. */
    AreaCode area();
}
