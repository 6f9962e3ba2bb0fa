package org.ezhili.points.internal.store.activities;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;

/** What a volunteer is told of a shift: which activity it is of, and when it begins. */
final class ShiftNews {

    private ShiftNews() {}

    static News of(EntityManager em, NoticeKind kind, SignupRow row) {
        Activity activity =
                em.find(ActivityRow.class, row.toDomain().activity()).toDomain(List.of());
        return new News(
                kind,
                activity.street(),
                activity.id(),
                activity.title(),
                0,
                Optional.of(em.find(ShiftRow.class, row.shift()).startsAt()));
    }
}
