package org.ezhili.matters.internal.desk;

import java.util.List;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Fitness;
import org.ezhili.matters.internal.domain.Life;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Move;
import org.ezhili.matters.internal.domain.Outcome;
import org.ezhili.matters.internal.domain.Refusal;
import org.ezhili.matters.internal.domain.Standing;
import org.ezhili.matters.internal.domain.Tier;
import org.ezhili.matters.internal.store.MatterStore;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.Problem.Fault;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Role;

/** Does what somebody wants done to a matter. */
public final class Handling {

    public static final String ACT = "matters.act";

    private final Desk desk;
    private final MatterStore store;
    private final Accounts accounts;
    private final Wanted wanted;

    public Handling(Desk desk, MatterStore store, Accounts accounts, Wanted wanted) {
        this.desk = desk;
        this.store = store;
        this.accounts = accounts;
        this.wanted = wanted;
    }

    /**
     * Does it, if the matter is still as the caller saw it.
     *
     * @param version that the caller saw
     */
    public Matter act(Caller caller, long id, int version, Move move) {
        Matter matter = desk.matter(caller, id, ACT);
        if (matter.version() != version) {
            throw stale(matter.version());
        }
        Standing standing = Standing.of(caller, matter);
        Outcome outcome = Life.act(matter, move, standing);
        if (outcome instanceof Outcome.Refused refused) {
            throw refused(refused.reason(), matter, move);
        }
        if (move.action() == Action.HAND_IN && move.photos().isEmpty() && wanted.photoWithResult(matter.area())) {
            throw incomplete("photos", "required");
        }
        move.handler().ifPresent(account -> mustFit(account, matter.area(), standing));
        Outcome.Done done = (Outcome.Done) outcome;
        if (!store.keep(move.action(), done)) {
            throw stale(store.find(id).map(Matter::version).orElse(version));
        }
        return done.matter();
    }

    /** Accounts that the caller could give the matter to now; empty when it is not theirs to give. */
    public List<Account> candidates(Caller caller, Matter matter) {
        AreaCode area = matter.area();
        AreaCode near = area.at(AreaLevel.COMMUNITY).orElse(area);
        AreaCode district = area.at(AreaLevel.DISTRICT).orElse(area);
        return Standing.of(caller, matter)
                .tier()
                .map(tier -> List.of(
                                holding(Role.WORKER, near),
                                holding(Role.COMMUNITY, near),
                                holding(Role.STREET, area.street().orElse(area)),
                                holding(Role.DEPARTMENT, district))
                        .stream()
                        .flatMap(List::stream)
                        .filter(account -> Fitness.fits(account, area, tier))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private List<Account> holding(Role role, AreaCode area) {
        return accounts.holding(role, area, PageRequest.first(PageRequest.MOST)).items();
    }

    private void mustFit(String account, AreaCode area, Standing standing) {
        Tier tier = standing.tier().orElse(Tier.GRID);
        boolean fits = accounts.find(account)
                .filter(found -> Fitness.fits(found, area, tier))
                .isPresent();
        if (!fits) {
            throw ProblemException.of(422, "handler-unfit", account);
        }
    }

    private static ProblemException stale(int current) {
        return ProblemException.of(409, "stale-version", current);
    }

    private static ProblemException refused(Refusal reason, Matter matter, Move move) {
        String action = move.action().word();
        return switch (reason) {
            case NOT_ALLOWED -> ProblemException.of(403, "action-forbidden", action);
            case NOT_IN_THIS_STATE ->
                ProblemException.of(
                        409, "action-not-open", action, matter.state().word());
            case OWN_HANDLING -> ProblemException.of(403, "own-handling");
            case RETURNED_TO_THEM -> ProblemException.of(409, "returned-to-you");
            case NO_TIER_ABOVE -> ProblemException.of(409, "no-tier-above");
            case HANDLER_MISSING -> incomplete("handler", "required");
            case REASON_MISSING -> incomplete("reason", "required");
            case HANDLER_NOT_WANTED -> incomplete("handler", "not-wanted");
            case HANDLER_UNFIT ->
                ProblemException.of(422, "handler-unfit", move.handler().orElse(""));
        };
    }

    private static ProblemException incomplete(String field, String code) {
        return new ProblemException(
                Problem.unprocessable("action-incomplete", List.of(new Fault(field, code, List.of()))));
    }
}
