package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Life;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Move;
import org.ezhili.matters.internal.domain.Outcome;
import org.ezhili.matters.internal.domain.Part;
import org.ezhili.matters.internal.domain.Spot;
import org.ezhili.matters.internal.domain.Standing;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Tier;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.TestDatabase;

/** Matters as tests need them. */
final class Matters {

    static final String GRID = "340603002001001";
    static final String OTHER_GRID = "340603003001001";

    private Matters() {}

    static Matter reported(TestDatabase db, String area) {
        return reported(db.ids().next(), area, "resident", db.clock().instant(), List.of());
    }

    static Matter reported(long id, String area, String reporter, Instant at, List<Long> photos) {
        AreaCode code = AreaCode.of(area);
        return new Matter(
                id,
                "2026.1",
                "E0101",
                "单元门口有垃圾\nsecond line",
                code,
                Optional.of(new Spot(116.79, 33.96)),
                State.REPORTED,
                Tier.of(code),
                reporter,
                Optional.empty(),
                false,
                at,
                at.plusSeconds(3600),
                1,
                photos);
    }

    static Outcome.Done done(Matter matter, Action action, String actor, Part part, String handler, Instant at) {
        Move move = new Move(
                action,
                actor,
                at,
                Optional.ofNullable(handler),
                Optional.of("because"),
                Optional.of("note"),
                List.of());
        return (Outcome.Done) Life.act(matter, move, new Standing(java.util.Set.of(part)));
    }
}
