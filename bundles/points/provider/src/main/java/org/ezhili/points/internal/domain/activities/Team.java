package org.ezhili.points.internal.domain.activities;

import org.ezhili.platform.AreaCode;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;

/**
 * Volunteers of a street who serve together.
 *
 * @param area the street, or one community of it: whose office looks after the team
 * @param leader who adds and takes out members; one of them
 * @param members how many they are
 * @param minutes their hours in this street together
 */
public record Team(long id, AreaCode area, String name, String leader, long members, long minutes) {

    public static final int MOST_MEMBERS = 200;
    public static final int LONGEST_NAME = 40;

    public AreaCode street() {
        return area.street().orElseThrow();
    }

    /** What somebody is told of it. */
    public News news(NoticeKind kind) {
        return News.of(kind, street(), id, name);
    }
}
