package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;

class VolunteerNamesTest {

    private final Map<String, String> directory = new HashMap<>();

    private VolunteerNames names(TestDatabase db) {
        return new VolunteerNames(db.database(), new Directory());
    }

    /** The street's volunteers, each by the name that the directory has. */
    private VolunteerNames approved(Scene scene, String... accountsAndNames) {
        for (int n = 0; n < accountsAndNames.length; n += 2) {
            directory.put(accountsAndNames[n], accountsAndNames[n + 1]);
            scene.approved(accountsAndNames[n]);
        }
        VolunteerNames names = names(scene.db);
        names.run();
        return names;
    }

    private static List<String> found(VolunteerNames names, String words) {
        return names
                .approved(Scene.STREET, Optional.of(words).filter(given -> !given.isEmpty()), PageRequest.first(50))
                .items()
                .stream()
                .map(Volunteer::account)
                .toList();
    }

    @EachDatabase
    void whoever_has_the_words_in_the_name_or_the_account_is_found_in_any_writing(TestDatabase db) {
        VolunteerNames names =
                approved(new Scene(db), "v.wang", "王小明", "v.li", "李明", "v.smith", "Anna Smith", "v.zhao", "赵云");
        assertThat(found(names, "明")).containsExactlyInAnyOrder("v.wang", "v.li");
        assertThat(found(names, "王小")).containsExactly("v.wang");
        assertThat(found(names, "anna SM")).containsExactly("v.smith");
        assertThat(found(names, "V.Z")).containsExactly("v.zhao");
        assertThat(found(names, "明明")).isEmpty();
        assertThat(found(names, "")).hasSize(4);
    }

    @EachDatabase
    void what_means_something_to_a_database_is_a_letter_like_any_other(TestDatabase db) {
        VolunteerNames names =
                approved(new Scene(db), "a", "100% da", "b", "x_y", "c", "wow!", "d", "O'Neil", "e", "plain");
        assertThat(found(names, "%")).containsExactly("a");
        assertThat(found(names, "_")).containsExactly("b");
        assertThat(found(names, "!")).containsExactly("c");
        assertThat(found(names, "'n")).containsExactly("d");
        assertThat(found(names, "\\")).isEmpty();
    }

    @EachDatabase
    void nobody_is_found_who_is_not_approved_or_serves_in_another_street(TestDatabase db) {
        Scene scene = new Scene(db);
        VolunteerNames names = approved(scene, "in", "陈一", "out", "陈二");
        directory.put("new", "陈三");
        scene.applied("new");
        scene.volunteers.leave(scene.volunteers.of("out").get(0).id());
        names.run();
        assertThat(found(names, "陈")).containsExactly("in");
        assertThat(names.approved(AreaCode.of("340603003"), Optional.empty(), PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @EachDatabase
    void page_after_page_each_comes_once_by_name_even_where_many_have_the_same(TestDatabase db) {
        Scene scene = new Scene(db);
        VolunteerNames names =
                approved(scene, "v5", "b", "v4", "a", "v3", "wei", "v2", "wei", "v1", "wei", "v0", "wei");
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Volunteer> page = names.approved(Scene.STREET, Optional.empty(), new PageRequest(2, next));
            page.items().forEach(one -> all.add(one.account()));
            next = page.next();
        } while (next.isPresent());
        assertThat(all).containsExactly("v4", "v5", "v3", "v2", "v1", "v0");
        VolunteerStoreTest.refused(
                "bad-request",
                () -> names.approved(Scene.STREET, Optional.empty(), new PageRequest(2, Optional.of("x"))));
        assertThat(names.approved(Scene.STREET, Optional.empty(), new PageRequest(9, Optional.of("1")))
                        .items())
                .hasSize(6);
    }

    @EachDatabase
    void who_applies_is_found_at_once_and_who_is_renamed_after_the_next_copy(TestDatabase db) {
        Scene scene = new Scene(db);
        directory.put("wang", "王芳");
        Volunteer draft = scene.approved("other");
        scene.volunteers.apply(
                Scene.key("k"),
                new Volunteer(
                        db.ids().next(),
                        "wang",
                        Scene.COMMUNITY,
                        "person",
                        VolunteerState.APPLIED,
                        List.of(),
                        0,
                        draft.appliedAt(),
                        Optional.empty()),
                "王芳");
        scene.volunteers.decide(
                scene.volunteers.of("wang").get(0).id(), VolunteerState.APPROVED, "community", Optional.empty());
        VolunteerNames names = names(db);
        assertThat(found(names, "王芳")).containsExactly("wang");
        directory.put("wang", "王芬");
        names.run();
        assertThat(found(names, "王芳")).isEmpty();
        assertThat(found(names, "王芬")).containsExactly("wang");
    }

    @EachDatabase
    void who_is_forgotten_is_not_found_by_any_name_nor_named_again(TestDatabase db) {
        Scene scene = new Scene(db);
        VolunteerNames names = approved(scene, "wang", "王芳");
        scene.erasure.erase("wang");
        names.run();
        List<?> left = db.database()
                .read(em -> em.createNativeQuery("SELECT id FROM points.volunteer WHERE name_key <> ''")
                        .getResultList());
        assertThat(left).isEmpty();
    }

    @EachDatabase
    void more_than_a_page_of_volunteers_are_all_named(TestDatabase db) {
        Scene scene = new Scene(db);
        String[] people = new String[2 * 230];
        for (int n = 0; n < 230; n++) {
            people[2 * n] = "v" + n;
            people[2 * n + 1] = "name " + n;
        }
        VolunteerNames names = approved(scene, people);
        assertThat(found(names, "name 229")).containsExactly("v229");
        assertThat(found(names, "name 0")).containsExactly("v0");
    }

    private final class Directory implements Accounts {

        @Override
        public Map<String, String> names(Collection<String> asked) {
            Map<String, String> names = new HashMap<>();
            asked.stream().filter(directory::containsKey).forEach(one -> names.put(one, directory.get(one)));
            return names;
        }

        @Override
        public Optional<Account> find(String account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Account> holding(Role role, AreaCode area, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int register(List<NewAccount> accounts) {
            throw new UnsupportedOperationException();
        }
    }
}
