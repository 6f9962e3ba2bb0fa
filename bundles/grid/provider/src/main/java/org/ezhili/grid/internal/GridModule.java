package org.ezhili.grid.internal;

import static org.ezhili.platform.security.Role.COMMUNITY;
import static org.ezhili.platform.security.Role.DEPARTMENT;
import static org.ezhili.platform.security.Role.DISTRICT;
import static org.ezhili.platform.security.Role.IT;
import static org.ezhili.platform.security.Role.RESIDENT;
import static org.ezhili.platform.security.Role.STREET;
import static org.ezhili.platform.security.Role.WORKER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ezhili.grid.Areas;
import org.ezhili.grid.internal.imports.AreaImports;
import org.ezhili.grid.internal.imports.BoundaryImports;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.live.AreaWatch;
import org.ezhili.grid.internal.rest.AreasResource;
import org.ezhili.grid.internal.rest.BoundariesResource;
import org.ezhili.grid.internal.rest.ChecksResource;
import org.ezhili.grid.internal.rest.ImportsResource;
import org.ezhili.grid.internal.rest.LocateResource;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.module.Settings;
import org.ezhili.platform.security.Audit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The core model of the district: its areas. Who may read here reads the whole tree: which streets, communities and grids there
 * are is public knowledge. Changing it needs the permission for the area at hand.
 */
@Component(service = Module.class)
public final class GridModule implements Module {

    private static final ModuleInfo INFO = new ModuleInfo(
            "grid",
            Build.VERSION,
            LocalText.of("网格底座", "Grid"),
            Set.of(),
            List.of(
                    Permission.of(
                            "grid.read",
                            "查看区划与网格",
                            "See areas and grids",
                            RESIDENT,
                            WORKER,
                            COMMUNITY,
                            STREET,
                            DEPARTMENT,
                            DISTRICT,
                            IT),
                    Permission.of("grid.import", "导入区划与边界", "Import areas and boundaries", DISTRICT, IT)),
            false);

    private static final String SETTINGS = schema();

    private final AreaTree tree;
    private final AreaWatch watch;
    private final List<Object> resources;

    @Activate
    public GridModule(
            @Reference AreaTree tree,
            @Reference AreaImports areas,
            @Reference BoundaryImports boundaries,
            @Reference Settings settings,
            @Reference Audit audit) {
        this.tree = tree;
        this.watch = new AreaWatch(tree);
        this.resources = List.of(
                new AreasResource(tree),
                new BoundariesResource(tree),
                new LocateResource(tree, settings),
                new ChecksResource(tree),
                new ImportsResource(areas, boundaries, audit));
    }

    @Deactivate
    void stop() {
        watch.close();
    }

    @Override
    public ModuleInfo info() {
        return INFO;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(Areas.class, tree);
    }

    @Override
    public String settings() {
        return SETTINGS;
    }

    @Override
    public Health health() {
        return tree.isLoaded()
                ? Health.good()
                : Health.bad("区划尚未从数据库读入,请检查数据库连接", "The areas have not been read; check the database");
    }

    /** What streets may set. */
    private static String schema() {
        try (InputStream in = GridModule.class.getResourceAsStream("/settings.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
