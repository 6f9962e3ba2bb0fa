package org.ezhili.points;

import java.time.Instant;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.DomainEvent;

/**
 * 积分撤销: points given before were taken back.
 *
 * @param owner account whose points they are
 * @param area street that gave them
 * @param source for what they had been given
 * @param debt how many of them had been spent and are owed now
 */
public record PointsWithdrawn(String owner, AreaCode area, long points, long debt, String source, Instant at)
        implements DomainEvent {

    @Override
    public String subject() {
        return "points:" + owner;
    }
}
