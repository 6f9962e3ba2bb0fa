package org.ezhili.points.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.module.Job;
import org.ezhili.points.internal.rest.notices.NoticesResource;

/** What people are told on the phone. */
final class NoticesPart {

    private NoticesPart() {}

    static Part of(Ground ground) {
        return new Part(
                List.of(),
                List.of(new NoticesResource(ground.inbox(), ground.switched(), ground.places())),
                List.of(new Job("forget-notices", Duration.ofDays(1), ground.inbox()::forget)),
                List.of(),
                Map.of());
    }
}
