package org.ezhili.distribution.demo.internal.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.matters.PastMatter;
import org.ezhili.matters.PastMatter.Point;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * What happened in the demo district in the last 180 days: most of it closed, some of it open in every state, a share overdue.
 * The same seed and the same hour give the same past.
 */
public final class PastDays {

    private static final int DAYS = 180;
    private static final AreaCode SHOWN_GRID = AreaCode.of("340603002001001");
    private static final String SHOWN_WORKER = "worker.gongdian";
    private static final String SHOWN_RESIDENT = "resident";
    /** Steps of the usual course, none to six: every state that visitors should see, some twice. */
    private static final int[] SHOWN_STEPS = {0, 0, 1, 2, 2, 3, 3, 4, 5, 6, 6, 6};

    private final Ground ground;
    private final People people;
    private final Instant now;
    private final Random random;
    private final Pace pace;
    private final Course course;
    private final List<Kind> kinds = Kind.all();

    public PastDays(Ground ground, People people, long seed, Instant now) {
        this.ground = ground;
        this.people = people;
        this.now = now;
        this.random = new Random(seed ^ 0xda75);
        this.pace = new Pace(random);
        this.course = new Course(people, random);
    }

    /** Past matters, so many in all, the oldest first as they come to mind. */
    public List<PastMatter> matters(int count) {
        List<PastMatter> matters = new ArrayList<>();
        for (int i = 0; i < Math.min(count, SHOWN_STEPS.length); i++) {
            matters.add(shown(i));
        }
        while (matters.size() < count) {
            matters.add(any(matters.size()));
        }
        return matters;
    }

    /**
     * One that a visitor meets: in the grid of the shown worker, reported by the shown resident. It begins as far back as it
     * takes to have come where visitors should see it, whatever night or weekend it is now.
     */
    private PastMatter shown(int index) {
        Kind kind = kinds.get(index);
        int steps = SHOWN_STEPS[index];
        int hours = 12 * steps;
        Instant reportedAt;
        Story story;
        do {
            reportedAt = pace.report(now.minusSeconds(3_600L * hours), 1.0);
            story = new Story(pace, reportedAt, now, steps);
            course.straight(story, kind, SHOWN_GRID, SHOWN_WORKER);
            hours += 6;
        } while (story.steps().size() < steps);
        return matter(index, kind, SHOWN_GRID, SHOWN_RESIDENT, reportedAt, story);
    }

    private PastMatter any(int index) {
        AreaCode grid = ground.grids().get(random.nextInt(ground.grids().size()));
        Kind kind = Kind.pick(kinds, random);
        boolean stuck = random.nextInt(100) < 4;
        Instant reportedAt = pace.report(now, stuck ? 12 : DAYS);
        Story story = new Story(pace, reportedAt, now, stuck ? random.nextInt(6) : Integer.MAX_VALUE);
        String reporter = reporter(grid);
        course.tell(story, kind, grid, reporter);
        return matter(index, kind, grid, reporter, reportedAt, story);
    }

    /** Workers find a third of all matters themselves. */
    private String reporter(AreaCode grid) {
        List<String> found = random.nextInt(3) == 0 ? people.workersOf(grid) : people.residents();
        return found.get(random.nextInt(found.size()));
    }

    private PastMatter matter(int index, Kind kind, AreaCode grid, String reporter, Instant reportedAt, Story story) {
        double[] point = ground.pointIn(grid, random);
        return new PastMatter(
                String.format(Locale.ROOT, "demo-%05d", index + 1),
                kind.category(),
                kind.describe(place(grid), random),
                grid,
                Optional.of(new Point(point[0], point[1])),
                reporter,
                reportedAt,
                story.steps());
    }

    private String place(AreaCode grid) {
        String community =
                ground.division(grid.at(AreaLevel.COMMUNITY).orElseThrow()).shortName();
        List<String> sides = List.of("东侧", "西侧", "南门", "北门", "门前", "单元口");
        return community + (1 + random.nextInt(5)) + "号楼" + sides.get(random.nextInt(sides.size()));
    }
}
