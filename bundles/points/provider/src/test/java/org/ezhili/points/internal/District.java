package org.ezhili.points.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.Areas;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;

/** A small district around the module: two streets, a grid in each, an account for each role, on a real database. */
public final class District {

    public static final String EAST = "340603002001001";
    public static final String WEST = "340603003001001";
    private static final Set<String> AREAS =
            new TreeSet<>(Set.of("340603", "340603002", "340603002001", EAST, "340603003", "340603003001", WEST));

    public final List<String> audited = new ArrayList<>();
    public final Set<String> offStreets = new HashSet<>();
    private final Map<String, Account> people = new LinkedHashMap<>();
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final PointsModule module;

    public District(TestDatabase db) {
        person("it", Role.IT, "340603");
        person("district", Role.DISTRICT, "340603");
        person("street.east", Role.STREET, "340603002");
        person("street.west", Role.STREET, "340603003");
        person("community", Role.COMMUNITY, "340603002001");
        person("worker", Role.WORKER, EAST);
        person("unit", Role.DEPARTMENT, "340603");
        person("resident", Role.RESIDENT, "340603");
        person("neighbour", Role.RESIDENT, "340603");
        person("villager", Role.RESIDENT, "340603003");
        module = new PointsModule(
                new Config(), db.database(), new Blobs(), new People(), new Log(), new Off(), db.ids(), db.clock());
        module.areas = new Tree();
    }

    public PointsModule module() {
        return module;
    }

    public void withoutGrid() {
        module.areas = null;
    }

    public <R> R resource(Class<R> type) {
        return module.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The caller as the door makes one: permissions follow from the module's list and the grants. */
    public Caller caller(String account) {
        Account person = people.get(account);
        Map<String, Set<AreaCode>> permissions = new HashMap<>();
        for (Permission permission : module.info().permissions()) {
            for (Grant grant : person.grants()) {
                if (permission.roles().contains(grant.role())) {
                    permissions
                            .computeIfAbsent(permission.id(), id -> new HashSet<>())
                            .add(grant.area());
                }
            }
        }
        return new Caller(account, person.name(), person.grants(), permissions);
    }

    public void person(String account, Role role, String area) {
        people.put(
                account, new Account(account, "name of " + account, List.of(new Grant(role, AreaCode.of(area))), true));
    }

    private record Config() implements PointsConfig {
        @Override
        public String zone() {
            return "Asia/Shanghai";
        }

        @Override
        public String[] holidays() {
            return new String[0];
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return PointsConfig.class;
        }
    }

    private static final class Tree implements Areas {
        @Override
        public Optional<Area> find(AreaCode code) {
            return Optional.of(code)
                    .filter(known -> AREAS.contains(known.digits()))
                    .map(Tree::area);
        }

        private static Area area(AreaCode code) {
            return new Area(code, "area " + code, AreaKind.DIVISION);
        }

        @Override
        public Map<AreaCode, String> names(Collection<AreaCode> codes) {
            return codes.stream().distinct().collect(Collectors.toMap(code -> code, code -> "area " + code));
        }

        @Override
        public List<Area> lineage(AreaCode code) {
            return AREAS.stream()
                    .filter(known -> code.digits().startsWith(known))
                    .map(known -> area(AreaCode.of(known)))
                    .toList();
        }

        @Override
        public List<Area> level(AreaCode within, AreaLevel level) {
            return AREAS.stream()
                    .map(AreaCode::of)
                    .filter(code -> code.level() == level && within.contains(code))
                    .map(Tree::area)
                    .toList();
        }

        @Override
        public Optional<Area> locate(double lon, double lat) {
            return lat != 33.9 ? Optional.empty() : Optional.of(area(AreaCode.of(lon < 116.8 ? WEST : EAST)));
        }

        @Override
        public int put(List<AreaDraft> areas) {
            return 0;
        }
    }

    private final class People implements Accounts {
        @Override
        public Optional<Account> find(String account) {
            return Optional.ofNullable(people.get(account));
        }

        @Override
        public Map<String, String> names(Collection<String> accounts) {
            return accounts.stream()
                    .filter(people::containsKey)
                    .distinct()
                    .collect(Collectors.toMap(
                            account -> account, account -> people.get(account).name()));
        }

        @Override
        public Page<Account> holding(Role role, AreaCode area, PageRequest page) {
            return Page.last(people.values().stream()
                    .filter(person -> person.grants().stream()
                            .anyMatch(grant -> grant.role() == role && area.contains(grant.area())))
                    .toList());
        }

        @Override
        public int register(List<NewAccount> accounts) {
            return 0;
        }
    }

    private final class Log implements Audit {
        @Override
        public void record(Caller caller, String action, String subject, Optional<AreaCode> area, String outcome) {
            audited.add(caller.account() + " " + action + " " + outcome);
        }
    }

    private final class Off implements Switches {
        @Override
        public boolean isOn(String id, AreaCode area) {
            return offStreets.stream().noneMatch(street -> area.digits().startsWith(street));
        }

        @Override
        public Set<AreaCode> offStreets(String id) {
            return offStreets.stream().map(AreaCode::of).collect(Collectors.toSet());
        }
    }

    private final class Blobs implements BlobStore {
        @Override
        public void put(String name, byte[] content) {
            blobs.put(name, content);
        }

        @Override
        public Optional<InputStream> get(String name) {
            return Optional.ofNullable(blobs.get(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public void delete(String name) {
            blobs.remove(name);
        }
    }
}
