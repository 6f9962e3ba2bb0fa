package org.ezhili.distribution.demo.internal.past;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.matters.PastStep;
import org.ezhili.platform.AreaCode;

/** The courses that matters take: handled in the grid, raised to street or district and handled by a department, refused, withdrawn. */
final class Course {

    private final People people;
    private final Random random;

    Course(People people, Random random) {
        this.people = people;
        this.random = random;
    }

    /** Tells how a matter of this kind in this grid went. */
    void tell(Story story, Kind kind, AreaCode grid, String reporter) {
        int lot = random.nextInt(100);
        if (lot < 3) {
            refused(story, grid);
        } else if (lot < 5) {
            story.then(120, step("cancel", reporter));
        } else if (lot < 22 && kind.department().isPresent()) {
            byDepartment(story, kind, grid, lot < 8);
        } else {
            inTheGrid(story, kind, grid, worker(grid));
        }
    }

    /** The usual course with this worker and without a detour, to where its story ends. */
    void straight(Story story, Kind kind, AreaCode grid, String worker) {
        String community = people.communityOf(grid);
        double minutes = kind.hours() * 60.0;
        story.then(40, step("accept", community))
                .then(30, step("dispatch", community).to(worker))
                .then(minutes * 0.15, step("take", worker))
                .then(minutes * 0.4, handIn(worker))
                .then(100, step("verify", community).noting("现场核查通过"))
                .then(200, step("close", community).noting("已告知报事人"));
    }

    private void inTheGrid(Story story, Kind kind, AreaCode grid, String worker) {
        String community = people.communityOf(grid);
        story.then(40, step("accept", community));
        List<String> others = people.workersOf(grid).stream()
                .filter(other -> !other.equals(worker))
                .toList();
        if (random.nextInt(100) < 5 && !others.isEmpty()) {
            String first = others.get(random.nextInt(others.size()));
            story.then(30, step("dispatch", community).to(first))
                    .then(60, step("transfer", community).to(worker).because("原处置人当日轮休，转办"));
        } else {
            story.then(30, step("dispatch", community).to(worker));
        }
        handle(story, kind, worker, community);
    }

    private void refused(Story story, AreaCode grid) {
        story.then(
                60, step("reject", people.communityOf(grid)).because(one("经现场核实，所报问题不存在", "与已受理事项重复", "地点不清，无法联系报事人")));
    }

    private void byDepartment(Story story, Kind kind, AreaCode grid, boolean byDistrict) {
        String department = kind.department().orElseThrow().account();
        String street = people.streetOf(grid);
        String leader = byDistrict ? "district" : street;
        story.then(60, step("escalate", worker(grid)).because("网格内无法处置，需上报"))
                .then(60, step("escalate", people.communityOf(grid)).because("超出社区职责，上报街道"));
        if (byDistrict) {
            story.then(120, step("escalate", street).because("需区级部门处置"));
        }
        story.then(60, step("dispatch", leader).to(department));
        handle(story, kind, department, leader);
    }

    private void handle(Story story, Kind kind, String handler, String leader) {
        double minutes = kind.hours() * 60.0;
        story.then(minutes * 0.15, step("take", handler)).then(minutes * 0.4, handIn(handler));
        if (random.nextInt(100) < 6) {
            story.then(120, step("rework", leader).because(one("处置不彻底，请返工", "照片与现场不符，请重新处置")))
                    .then(minutes * 0.3, handIn(handler));
        }
        story.then(100, step("verify", leader).noting("现场核查通过"))
                .then(200, step("close", leader).noting("已告知报事人"));
    }

    private PastStep handIn(String handler) {
        return step("hand-in", handler).noting(one("已处置完毕", "已清理并拍照留存", "已整改到位", "已联系责任单位当场解决"));
    }

    private String worker(AreaCode grid) {
        List<String> workers = people.workersOf(grid);
        return workers.get(random.nextInt(workers.size()));
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static PastStep step(String action, String actor) {
        return PastStep.of(action, Instant.EPOCH, actor);
    }
}
