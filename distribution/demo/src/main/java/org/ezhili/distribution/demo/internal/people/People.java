package org.ezhili.distribution.demo.internal.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ezhili.distribution.demo.internal.ground.Division;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;

/**
 * The people of the demo district: 972 workers over all grids, an administrator for each community, an office for each street,
 * the departments, residents who report. Only those who show the house to visitors can sign in.
 */
public final class People {

    public static final int WORKERS = 972;
    static final int RESIDENTS = 150;
    static final String PASSWORD = "ezhili-demo";
    private static final AreaCode DISTRICT = AreaCode.of("340603");

    /** Communities, streets and grids whose account shows the house to visitors, and so has a name to remember. */
    private static final Map<String, String> SHOWN = Map.of(
            "340603002", "street.east",
            "340603003", "street.west",
            "340603002001", "community.gongdian",
            "340603002001001", "worker.gongdian");

    private final List<NewAccount> silent = new ArrayList<>();
    private final List<NewAccount> shown = new ArrayList<>();
    private final Map<AreaCode, List<String>> workers = new LinkedHashMap<>();
    private final List<String> residents = new ArrayList<>();

    public People(Ground ground, long seed) {
        Names names = new Names(new Random(seed ^ 0x5eed));
        show("it", "区信息中心", Role.IT, DISTRICT);
        show("district", "区社会治理中心", Role.DISTRICT, DISTRICT);
        ground.at(AreaLevel.STREET).forEach(street -> office(street, Role.STREET, "办事处"));
        ground.at(AreaLevel.COMMUNITY).forEach(community -> office(community, Role.COMMUNITY, "管理员"));
        hire(ground.grids(), names);
        for (Department department : Department.values()) {
            add(department.account(), department.title(), Role.DEPARTMENT, DISTRICT, department == Department.CITYMGMT);
        }
        show("resident", names.next(), Role.RESIDENT, DISTRICT);
        for (int i = 1; i <= RESIDENTS; i++) {
            String account = String.format(Locale.ROOT, "resident.%03d", i);
            residents.add(account);
            add(account, names.next(), Role.RESIDENT, DISTRICT, false);
        }
    }

    /** Accounts that do the work in the demo's past; nobody can sign in to them. */
    public List<NewAccount> silent() {
        return List.copyOf(silent);
    }

    /** Accounts for visitors, with the password that everybody knows. */
    public List<NewAccount> shown() {
        return List.copyOf(shown);
    }

    public List<String> workersOf(AreaCode grid) {
        return List.copyOf(workers.getOrDefault(grid, List.of()));
    }

    public List<String> residents() {
        return List.copyOf(residents);
    }

    public String communityOf(AreaCode area) {
        return officeAccount(area.at(AreaLevel.COMMUNITY).orElseThrow(), Role.COMMUNITY);
    }

    public String streetOf(AreaCode area) {
        return officeAccount(area.at(AreaLevel.STREET).orElseThrow(), Role.STREET);
    }

    private void office(Division division, Role role, String word) {
        String account = officeAccount(division.code(), role);
        add(account, division.shortName() + word, role, division.code(), SHOWN.containsValue(account));
    }

    private static String officeAccount(AreaCode area, Role role) {
        return Optional.ofNullable(SHOWN.get(area.digits())).orElse(role.word() + "." + area.digits());
    }

    /** Three workers to a grid, and a fourth in as many grids as it takes to come to the report's number. */
    private void hire(List<AreaCode> grids, Names names) {
        int each = WORKERS / grids.size();
        int more = WORKERS % grids.size();
        for (int i = 0; i < grids.size(); i++) {
            AreaCode grid = grids.get(i);
            // spread evenly: the remainder grows by `more` at each grid and overflows `more` times in all
            boolean extra = (i + 1L) * more / grids.size() > (long) i * more / grids.size();
            for (int number = 1; number <= each + (extra ? 1 : 0); number++) {
                Optional<String> name = Optional.ofNullable(SHOWN.get(grid.digits()));
                boolean isShown = number == 1 && name.isPresent();
                String account = isShown ? name.orElseThrow() : "w" + grid.digits() + "-" + number;
                workers.computeIfAbsent(grid, key -> new ArrayList<>()).add(account);
                add(account, names.next(), Role.WORKER, grid, isShown);
            }
        }
    }

    private void show(String account, String name, Role role, AreaCode area) {
        add(account, name, role, area, true);
    }

    private void add(String account, String name, Role role, AreaCode area, boolean visitors) {
        Optional<String> password = visitors ? Optional.of(PASSWORD) : Optional.empty();
        (visitors ? shown : silent).add(new NewAccount(account, name, List.of(new Grant(role, area)), password));
    }
}
