package org.ezhili.points.internal;

import static org.ezhili.platform.security.Role.DISTRICT;
import static org.ezhili.platform.security.Role.STREET;

import java.util.List;
import java.util.Map;
import org.ezhili.platform.module.Permission;
import org.ezhili.points.Points;

/** The ledger and the rules by which points come into it. */
final class LedgerPart {

    private LedgerPart() {}

    static Part of(Ground ground) {
        return new Part(
                List.of(
                        Permission.of("points.govern", "制定积分规则与预算", "Set earning rules and budgets", STREET, DISTRICT),
                        Permission.of("points.ledger", "查看积分总账", "See the ledger", STREET, DISTRICT)),
                List.of(),
                List.of(),
                List.of(),
                Map.of(Points.class, ground.earnings()));
    }
}
