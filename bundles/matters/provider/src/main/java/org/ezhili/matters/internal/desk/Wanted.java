package org.ezhili.matters.internal.desk;

import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.Settings;

/** What a street wants beyond what holds everywhere, by its settings. */
public final class Wanted {

    private final String module;
    private final Settings settings;

    public Wanted(String module, Settings settings) {
        this.module = module;
        this.settings = settings;
    }

    /** Whether a report must come with a photo. */
    boolean photoWithReport(AreaCode area) {
        return settings.of(module, area).flag("reportPhoto");
    }

    /** Whether a result must come with a photo. */
    boolean photoWithResult(AreaCode area) {
        return settings.of(module, area).flag("handInPhoto");
    }

    /** How much of the standard time limit there is, in per cent. */
    int limitPercent(AreaCode area) {
        return (int) settings.of(module, area).whole("limitPercent");
    }
}
