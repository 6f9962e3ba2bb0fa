package org.ezhili.distribution.demo.internal.serving;

import java.time.Instant;
import org.ezhili.distribution.demo.internal.Chapter;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.StreetModules;
import org.ezhili.points.PastVolunteering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Volunteers, activities, rewards and points of every street but one: the West Street does without the module. */
@Component(service = Chapter.class)
public final class ServingChapter implements Chapter {

    private static final AreaCode WITHOUT = AreaCode.of("340603003");

    private final PastVolunteering past;
    private final StreetModules modules;

    @Activate
    public ServingChapter(
            @Reference(target = "(ezhili.live=true)") PastVolunteering past, @Reference StreetModules modules) {
        this.past = past;
        this.modules = modules;
    }

    @Override
    public void load(Ground ground, People people, long seed, Instant now) {
        modules.turn("points", WITHOUT, false);
        new ServingStreets(ground, people, seed, now).all(WITHOUT).forEach(past::load);
    }
}
