package org.ezhili.platform.modules.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.Areas;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.settings.SettingsForms;

/** A district of two streets and some modules. */
public final class Sample {

    public static final AreaCode DISTRICT = AreaCode.of("340603");
    public static final AreaCode EAST = AreaCode.of("340603002");
    public static final AreaCode WEST = AreaCode.of("340603003");

    private Sample() {}

    public static Streets streets() {
        return new Streets(new Tree());
    }

    static ModuleCatalogue catalogue() {
        ModuleCatalogue catalogue = new ModuleCatalogue(new SettingsForms());
        catalogue.addModule(module("grid", "1.0.0", false), Map.of());
        catalogue.addModule(module("matters", "1.0.0", true, "grid"), Map.of());
        catalogue.addModule(module("points", "1.0.0", true, "matters"), Map.of());
        catalogue.addModule(module("parking", "1.0.0", true, "cameras"), Map.of());
        return catalogue;
    }

    static Module module(String id, String version, boolean switchable, String... needs) {
        ModuleInfo info = new ModuleInfo(id, version, LocalText.of(id, id), Set.of(needs), List.of(), switchable);
        return new Module() {
            @Override
            public ModuleInfo info() {
                return info;
            }

            @Override
            public Health health() {
                return Health.good();
            }
        };
    }

    /** The streets of the sample as an area tree. */
    static final class Tree implements Areas {

        private final List<Area> streets =
                List.of(new Area(WEST, "西街道", AreaKind.DIVISION), new Area(EAST, "东街道", AreaKind.DIVISION));
        private final Area district = new Area(DISTRICT, "区", AreaKind.DIVISION);

        @Override
        public Optional<Area> find(AreaCode code) {
            return Stream.concat(Stream.of(district), streets.stream())
                    .filter(area -> area.code().equals(code))
                    .findFirst();
        }

        @Override
        public Map<AreaCode, String> names(Collection<AreaCode> codes) {
            return Map.of();
        }

        @Override
        public List<Area> lineage(AreaCode code) {
            return List.of();
        }

        @Override
        public List<Area> level(AreaCode within, AreaLevel level) {
            return streets.stream().filter(area -> within.contains(area.code())).toList();
        }

        @Override
        public Optional<Area> locate(double lon, double lat) {
            return Optional.empty();
        }

        @Override
        public int put(List<AreaDraft> areas) {
            return 0;
        }
    }
}
