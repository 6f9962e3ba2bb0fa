package org.ezhili.grid.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.grid.internal.domain.ImportOrder;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.domain.RowFault;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.BoundaryOutcome;
import org.ezhili.grid.internal.geometry.GeoJsonReader;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.grid.internal.tree.TreeChange;
import org.ezhili.grid.internal.tree.TreeCheck;
import org.ezhili.platform.AreaCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes boundaries over from a GeoJSON file, for areas that are in the tree already. Thread-safe. */
@Component(service = BoundaryImports.class)
public final class BoundaryImports {

    private final AreaTree tree;

    @Activate
    public BoundaryImports(@Reference AreaTree tree) {
        this.tree = tree;
    }

    /**
     * Takes over a file, or looks what that would do. Overlaps and gaps are told, not refused: half a district may have been
     * surveyed.
     *
     * @throws org.ezhili.platform.ProblemException 400 when it is not such a file at all, 413 when it is too large
     */
    public BoundaryReport take(byte[] file, ImportOrder order) {
        List<RowFault> unreadable = new ArrayList<>();
        Map<AreaCode, Named> named = read(Features.read(file), order, unreadable);
        int rows = named.size() + unreadable.size();
        TreeChange trial = tree.trial();
        ImportReport tried = fill(named, unreadable, rows, order, trial, false);
        if (!order.writes(tried.faults().size())) {
            return checked(tried, trial.after(), named.keySet());
        }
        ImportReport done = tree.change(change -> fill(named, unreadable, rows, order, change, true));
        return checked(done, tree.map(), named.keySet());
    }

    /**
     * A boundary and the area it is meant for.
     *
     * @param feature number in the file, from 1
     */
    private record Named(int feature, Boundary boundary) {}

    private static Map<AreaCode, Named> read(List<JsonNode> features, ImportOrder order, List<RowFault> faults) {
        Map<AreaCode, Named> named = new LinkedHashMap<>();
        Map<AreaCode, Integer> seen = new HashMap<>();
        int number = 0;
        for (JsonNode feature : features) {
            number++;
            Optional<AreaCode> code = code(feature);
            BoundaryOutcome shape = GeoJsonReader.read(feature.path("geometry"));
            if (code.isEmpty()) {
                faults.add(RowFault.of(number, "code", "area-code"));
            } else if (!order.allowed().test(code.get())) {
                faults.add(RowFault.of(number, "code", "foreign-area"));
            } else if (seen.containsKey(code.get())) {
                faults.add(RowFault.of(number, "code", "code-twice", seen.getOrDefault(code.get(), 0)));
            } else if (shape instanceof BoundaryOutcome.Unfit unfit) {
                faults.add(new RowFault(number, "geometry", unfit.code(), unfit.arguments()));
            } else if (shape instanceof BoundaryOutcome.Fits fits) {
                named.put(code.get(), new Named(number, fits.boundary()));
            }
            int first = number;
            code.ifPresent(found -> seen.putIfAbsent(found, first));
        }
        return named;
    }

    private static Optional<AreaCode> code(JsonNode feature) {
        JsonNode code = feature.path("properties").path("code");
        return code.isTextual() ? AreaCode.parse(code.textValue()) : Optional.empty();
    }

    private static ImportReport fill(
            Map<AreaCode, Named> named,
            List<RowFault> unreadable,
            int rows,
            ImportOrder order,
            TreeChange change,
            boolean write) {
        List<RowFault> faults = new ArrayList<>(unreadable);
        named.forEach((code, entry) -> {
            Optional<TreeArea> area = change.find(code);
            if (area.isPresent()) {
                change.add(area.get().area(), entry.boundary());
            } else {
                faults.add(RowFault.of(entry.feature(), "code", "area-missing"));
            }
        });
        boolean applied = write && order.writes(faults.size());
        if (write && !applied) {
            change.forget();
        }
        faults.sort((a, b) -> Integer.compare(a.row(), b.row()));
        return ImportReport.of(applied, order, rows, change.tally(), faults);
    }

    private static BoundaryReport checked(ImportReport counts, AreaMap map, Set<AreaCode> touched) {
        TreeCheck check = TreeCheck.ofTouched(map, touched);
        return new BoundaryReport(counts, check.overlaps(), check.gaps());
    }
}
