package org.ezhili.points;

import java.time.Instant;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.DomainEvent;

/**
 * 积分入账: points were given.
 *
 * @param owner account whose points they are
 * @param area street that gave them
 * @param source for what
 */
public record PointsEarned(String owner, AreaCode area, long points, String source, Instant at) implements DomainEvent {

    @Override
    public String subject() {
        return "points:" + owner;
    }
}
