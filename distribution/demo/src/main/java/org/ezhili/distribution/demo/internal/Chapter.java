package org.ezhili.distribution.demo.internal;

import java.time.Instant;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;

/** A part of the demo district that a module keeps which not every installation has. Can be loaded again without harm. */
public interface Chapter {

    void load(Ground ground, People people, long seed, Instant now);
}
