package org.ezhili.matters.internal.desk;

import java.util.Optional;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Sight;
import org.ezhili.matters.internal.store.MatterStore;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;

/**
 * Lays a matter before somebody, if they may see it. What they may not see is not there for them, and the attempt is on record;
 * what lies in a street that does without matters is kept, but nobody sees it.
 */
public final class Desk {

    private final MatterStore store;
    private final Switched switched;
    private final Audit audit;

    public Desk(MatterStore store, Switched switched, Audit audit) {
        this.store = store;
        this.switched = switched;
        this.audit = audit;
    }

    /**
     * The matter of this id.
     *
     * @param permission for which it is looked up, named in the audit log when it is refused
     */
    public Matter matter(Caller caller, long id, String permission) {
        Matter matter = store.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!Sight.sees(caller, matter) && !store.wasGiven(id, caller.account())) {
            audit.record(caller, permission, String.valueOf(id), Optional.of(matter.area()), "foreign-area");
            throw new ProblemException(Problem.notFound());
        }
        switched.on(matter.area());
        return matter;
    }
}
