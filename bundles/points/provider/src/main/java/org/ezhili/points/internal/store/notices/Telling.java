package org.ezhili.points.internal.store.notices;

import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.notices.News;

/** Tells people what has become of their things. */
@FunctionalInterface
public interface Telling {

    /** For what happened long ago: it is news to nobody. */
    Telling NOBODY = (work, owner, news) -> {};

    /** Tells somebody, if and when this transaction commits; nobody when the owner is empty. */
    void tell(Work work, String owner, News news);
}
