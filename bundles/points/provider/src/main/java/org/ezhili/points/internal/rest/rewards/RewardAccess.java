package org.ezhili.points.internal.rest.rewards;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Switched;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.store.rewards.RewardLists.Range;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.SoldOut;

/** Who may do what with which reward. What is another street's is not there, and the attempt is on record. */
public final class RewardAccess {

    public static final String SHOP = "points.shop";
    public static final String MANAGE = "points.rewards";
    public static final String COUNTER = "points.counter";

    private final Rewards rewards;
    private final SoldOut soldOut;
    private final Switched switched;
    private final Audit audit;

    public RewardAccess(Rewards rewards, SoldOut soldOut, Switched switched, Audit audit) {
        this.rewards = rewards;
        this.soldOut = soldOut;
        this.switched = switched;
        this.audit = audit;
    }

    /** A reward that the caller can see: one in the shop, or one they manage. */
    Reward reward(Caller caller, long id) {
        Reward reward = soldOut.reward(id)
                .or(() -> rewards.find(id))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        boolean managed = caller.may(MANAGE, reward.area());
        boolean near = around(caller).stream().anyMatch(range -> range.covers(reward.area()));
        if (!managed && !near) {
            throw foreign(caller, SHOP, "reward:" + id, reward.area());
        }
        if (!managed && !reward.offered() && !reward.withdrawn()) {
            throw new ProblemException(Problem.notFound());
        }
        on(caller, reward.area());
        return reward;
    }

    /** A reward that is the caller's own to change. */
    Reward managed(Caller caller, long id) {
        Reward reward = rewards.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!caller.areas(MANAGE).contains(reward.area())) {
            throw foreign(caller, MANAGE, "reward:" + id, reward.area());
        }
        switched.on(reward.area());
        return reward;
    }

    /** A street sets up its own rewards, the district those for all. */
    void mayOffer(Caller caller, AreaCode area) {
        if (!caller.areas(MANAGE).contains(area)) {
            audit.record(caller, MANAGE, area.digits(), Optional.of(area), "foreign-area");
            throw new ProblemException(Problem.forbidden());
        }
        switched.on(area);
    }

    Voucher own(Caller caller, Optional<Voucher> found) {
        Voucher voucher = found.orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!voucher.owner().equals(caller.account())) {
            throw foreign(caller, SHOP, voucher.source(), voucher.area());
        }
        on(caller, voucher.area());
        return voucher;
    }

    /** What a voucher is for, whether it is still offered or not. */
    Reward course(Voucher voucher) {
        return rewards.find(voucher.reward()).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    /** A counter hands out what is its street's or the whole district's. */
    void atCounter(Caller caller, Voucher voucher) {
        List<AreaCode> counters =
                caller.areas(COUNTER).stream().filter(voucher.area()::contains).toList();
        if (counters.isEmpty()) {
            throw foreign(caller, COUNTER, voucher.source(), voucher.area());
        }
        if (counters.stream().noneMatch(switched::isOn)) {
            switched.on(counters.get(0));
        }
        if (voucher.owner().equals(caller.account())) {
            audit.record(caller, COUNTER, voucher.source(), Optional.of(voucher.area()), "refused");
            throw ProblemException.of(403, "own-voucher");
        }
    }

    void on(Caller caller) {
        switched.on(caller);
    }

    boolean isOn(Reward reward) {
        return switched.isOn(reward.area());
    }

    void done(Caller caller, String permission, String subject, AreaCode area, String outcome) {
        audit.record(caller, permission, subject, Optional.of(area), outcome);
    }

    ProblemException notOurs(Caller caller) {
        audit.record(caller, COUNTER, "code", Optional.empty(), "refused");
        return new ProblemException(Problem.notFound());
    }

    static Collection<Range> around(Caller caller) {
        return caller.areas(SHOP).stream()
                .flatMap(area -> Range.around(area).stream())
                .distinct()
                .toList();
    }

    static Collection<Range> managed(Caller caller) {
        return caller.areas(MANAGE).stream().map(area -> new Range(area, true)).toList();
    }

    private void on(Caller caller, AreaCode area) {
        switched.on(area);
        switched.on(caller);
    }

    private ProblemException foreign(Caller caller, String permission, String subject, AreaCode area) {
        audit.record(caller, permission, subject, Optional.of(area), "foreign-area");
        return new ProblemException(Problem.notFound());
    }
}
