package org.ezhili.points.internal.rest.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ezhili.platform.AreaCode;
import org.ezhili.points.internal.domain.ledger.AccountKind;
import org.ezhili.points.internal.store.ledger.Flows;
import org.ezhili.points.internal.store.ledger.Flows.Flow;

/** Streets' accounts as they are shown. */
public final class StreetBooks {

    private final Flows flows;

    public StreetBooks(Flows flows) {
        this.flows = flows;
    }

    /** The accounts of each of these streets, by name. */
    List<LedgerJson> of(Map<AreaCode, String> streets) {
        Map<AreaCode, List<Flow>> byStreet =
                flows.of(List.copyOf(streets.keySet())).stream().collect(Collectors.groupingBy(Flow::street));
        return streets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(street ->
                        json(street.getKey(), street.getValue(), byStreet.getOrDefault(street.getKey(), List.of())))
                .toList();
    }

    private static LedgerJson json(AreaCode street, String name, List<Flow> all) {
        Map<YearMonth, List<Flow>> months =
                all.stream().collect(Collectors.groupingBy(Flow::month, TreeMap::new, Collectors.toList()));
        long given = -sum(all, AccountKind.ISSUER);
        long held = sum(all, AccountKind.ESCROW);
        long redeemed = sum(all, AccountKind.REDEEMED);
        long expired = sum(all, AccountKind.EXPIRED);
        return new LedgerJson(
                street.digits(),
                name,
                given,
                held,
                redeemed,
                expired,
                given - redeemed - expired,
                months.entrySet().stream()
                        .map(month -> new LedgerJson.MonthJson(
                                month.getKey().toString(),
                                -sum(month.getValue(), AccountKind.ISSUER),
                                sum(month.getValue(), AccountKind.REDEEMED),
                                sum(month.getValue(), AccountKind.EXPIRED)))
                        .toList());
    }

    private static long sum(List<Flow> flows, AccountKind kind) {
        return flows.stream()
                .filter(flow -> flow.kind() == kind)
                .mapToLong(Flow::amount)
                .sum();
    }
}
