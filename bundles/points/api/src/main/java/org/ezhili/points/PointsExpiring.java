package org.ezhili.points;

import java.time.LocalDate;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.DomainEvent;

/**
 * 积分即将到期: points lapse unless they are spent.
 *
 * @param owner account whose points they are
 * @param area street that gave them
 * @param on first day on which they are no longer good
 */
public record PointsExpiring(String owner, AreaCode area, long points, LocalDate on) implements DomainEvent {

    @Override
    public String subject() {
        return "points:" + owner;
    }
}
