package org.ezhili.matters;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes over matters from an older system. Thread-safe. */
@ProviderType
public interface PastMatters {

    /**
     * Loads matters with their histories, in batches of a few hundred to a transaction. Each history is replayed through the
     * same transition table that rules live matters; who may do what is not asked of the past, except that only the handler
     * takes and hands in, and nobody verifies their own handling. All are checked before any is written. Nothing is told to
     * other modules: the past is no news. A second load of the same list changes nothing.
     *
     * @return how many were new
     * @throws IllegalArgumentException naming the reference and the step that could not have happened; nothing is loaded then
     */
    int load(List<PastMatter> matters);
}
