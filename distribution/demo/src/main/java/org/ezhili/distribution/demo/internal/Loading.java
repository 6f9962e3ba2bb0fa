package org.ezhili.distribution.demo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.past.PastDays;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.grid.Areas;
import org.ezhili.matters.PastMatter;
import org.ezhili.matters.PastMatters;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.NewAccount;

/**
 * Loads the demo district, once. Each part can be loaded again without harm, and the visitors' accounts come last: when they are
 * there, everything is.
 */
final class Loading {

    private static final int MATTERS_AT_ONCE = 250;

    private final Areas areas;
    private final Accounts accounts;
    private final PastMatters pastMatters;
    private final Progress progress;
    private final Supplier<Optional<Chapter>> chapter;
    private final BooleanSupplier stopped;

    /** @param chapter what a module keeps that may not be installed; waited for when the rest is there, and empty when it did not come */
    Loading(
            Areas areas,
            Accounts accounts,
            PastMatters pastMatters,
            Progress progress,
            Supplier<Optional<Chapter>> chapter,
            BooleanSupplier stopped) {
        this.areas = areas;
        this.accounts = accounts;
        this.pastMatters = pastMatters;
        this.progress = progress;
        this.chapter = chapter;
        this.stopped = stopped;
    }

    /**
     * Loads what is missing.
     *
     * @param matters how many past matters
     */
    void load(long seed, int matters, Instant now) {
        Ground ground = new Ground(seed);
        People people = new People(ground, seed);
        if (isLoaded(people)) {
            progress.done(LocalText.of("演示数据已在", "the demo data is there"));
            return;
        }
        progress.at(2, LocalText.of("正在装载区划、网格与楼栋", "loading divisions, grids and buildings"));
        areas.put(ground.areas());
        progress.at(15, LocalText.of("正在装载人员账号", "loading accounts"));
        accounts.register(people.silent());
        progress.at(20, LocalText.of("正在装载历史事项", "loading past matters"));
        loadMatters(new PastDays(ground, people, seed, now).matters(matters));
        if (!stopped.getAsBoolean()) {
            loadChapter(ground, people, seed, now);
        }
    }

    private void loadChapter(Ground ground, People people, long seed, Instant now) {
        progress.at(95, LocalText.of("正在等待志愿积分模块", "waiting for the module of volunteers and points"));
        Optional<Chapter> present = chapter.get();
        if (stopped.getAsBoolean()) {
            return;
        }
        if (present.isPresent()) {
            progress.at(96, LocalText.of("正在装载志愿活动与积分", "loading volunteers, activities and points"));
            present.get().load(ground, people, seed, now);
        }
        accounts.register(people.shown());
        progress.done(
                present.isPresent()
                        ? LocalText.of("演示区已就绪", "the demo district is ready")
                        : LocalText.of(
                                "演示区已就绪，但没有志愿活动与积分：志愿积分模块未启动",
                                "the demo district is ready, without volunteers and points: their module did not start"));
    }

    private boolean isLoaded(People people) {
        List<String> names = people.shown().stream().map(NewAccount::account).toList();
        return accounts.names(names).size() == names.size();
    }

    private void loadMatters(List<PastMatter> matters) {
        for (int from = 0; from < matters.size() && !stopped.getAsBoolean(); from += MATTERS_AT_ONCE) {
            int to = Math.min(matters.size(), from + MATTERS_AT_ONCE);
            pastMatters.load(matters.subList(from, to));
            progress.at(
                    20 + 75 * to / matters.size(), LocalText.of("已装载历史事项 " + to + " 件", to + " past matters loaded"));
        }
    }
}
