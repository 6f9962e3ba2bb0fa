package org.ezhili.grid.internal.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ezhili.grid.Area;
import org.ezhili.grid.internal.live.AreaTree;

/** Tells which grid a point lies in. */
@Service
@Command(scope = "ezhili", name = "area-locate", description = "Which grid does this point lie in?")
public final class AreaLocateCommand implements Action {

    @Reference
    AreaTree tree;

    @Argument(index = 0, name = "lon", description = "WGS 84 degrees east", required = true)
    double lon;

    @Argument(index = 1, name = "lat", description = "WGS 84 degrees north", required = true)
    double lat;

    @Override
    public Object execute() {
        return tree.locate(lon, lat)
                .map(grid -> tree.lineage(grid.code()).stream()
                        .map(AreaLocateCommand::line)
                        .collect(Collectors.joining("\n")))
                .orElse("outside the district");
    }

    private static String line(Area area) {
        return String.format(Locale.ROOT, "%-24s %s", area.code(), area.name());
    }
}
