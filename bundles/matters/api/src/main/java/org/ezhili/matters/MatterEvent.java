package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.DomainEvent;
import org.osgi.annotation.versioning.ProviderType;

/** Something that has happened to one matter. The events of one matter arrive in the order of its history. */
@ProviderType
public interface MatterEvent extends DomainEvent {

    /** Id of the matter. */
    long matter();

    /** Code of its category in the catalogue. */
    String category();

    /** Account of who did it. */
    String actor();

    /** When it was done. */
    Instant at();

    @Override
    default String subject() {
        return "matter:" + matter();
    }
}
