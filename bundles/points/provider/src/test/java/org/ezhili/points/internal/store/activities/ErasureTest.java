package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.store.ledger.Reconciliation;

class ErasureTest {

    private static final Quota ONE_SEAT = new Quota("", 1, 0);

    /** Somebody with points, a seat, a certificate, a team and hours that are public. */
    private static Signup life(Scene scene) {
        scene.approved("wang.xiu");
        scene.approved("li");
        Activity first = scene.activity(Duration.ofHours(1), ONE_SEAT);
        Signup served = scene.serve(first, scene.signUp(first, "wang.xiu"));
        scene.db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        scene.certificates.issue(
                IdempotencyKey.of("points.certificate", "wang.xiu", null, "x"),
                "wang.xiu",
                "王秀",
                Optional.empty(),
                "wang.xiu");
        Team team = new Team(scene.db.ids().next(), Scene.COMMUNITY, "队", "wang.xiu", 1, 0);
        scene.teams.form(IdempotencyKey.of("points.team", "community", null, team), team, "community");
        Activity second = scene.activity(Duration.ofHours(1), ONE_SEAT);
        scene.anomalies.object(scene.serve(second, scene.signUp(second, "wang.xiu")), "wang.xiu", "no");
        Activity third = scene.activity(Duration.ofHours(1), ONE_SEAT);
        scene.signUp(third, "wang.xiu");
        return scene.signUp(third, "li");
    }

    @EachDatabase
    void who_is_forgotten_is_named_nowhere_and_the_books_are_as_true_as_before(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        Signup waiting = life(scene);
        assertThat(mentions(db, "wang.xiu")).isNotEmpty();
        scene.erasure.erase("wang.xiu");
        scene.erasure.erase("wang.xiu");
        assertThat(mentions(db, "wang.xiu")).isEmpty();
        assertThat(mentions(db, "王秀")).isEmpty();
        assertThat(scene.ledger.balance("wang.xiu")).isEqualTo(new Balance(0, 0, 0));
        assertThat(scene.state(waiting)).isEqualTo(SignupState.SEATED);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void who_is_forgotten_gave_no_voucher_back_by_name_and_waits_for_no_reward(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        life(scene);
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO points.reward VALUES (1, '340603002', 'goods', 'cup', '', 30, 1, 0, 2, 0,"
                    + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 14, NULL, 'offered', 1)");
            for (String who : List.of("wang.xiu", "li")) {
                statement.execute(
                        "INSERT INTO points.reward_waiter (reward_id, owner, turn) VALUES (1, '" + who + "', 1)");
                statement.execute("INSERT INTO points.voucher VALUES (" + who.length() + ", 'S" + who.length()
                        + "', 1, '340603002',"
                        + " 'cup', '" + who + "', 30, 'cancelled', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,"
                        + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, '" + who + "')");
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        scene.erasure.erase("wang.xiu");
        assertThat(mentions(db, "wang.xiu")).isEmpty();
        assertThat(waiting(db)).isEqualTo(1);
        scene.erasure.erase("wang.xiu");
        assertThat(waiting(db)).isEqualTo(1);
    }

    private static int waiting(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT waiting FROM points.reward WHERE id = 1")) {
            row.next();
            return row.getInt(1);
        }
    }

    @EachDatabase
    void an_activity_cancelled_later_takes_the_points_of_the_forgotten_back_as_well(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(Duration.ofHours(1), ONE_SEAT);
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        scene.erasure.erase("wang");
        assertThat(scene.activities.cancel(activity, "fraud")).isTrue();
        assertThat(scene.state(served)).isEqualTo(SignupState.CANCELLED);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void hours_of_the_forgotten_that_were_public_give_nobody_points(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(Duration.ofHours(1), ONE_SEAT);
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        scene.erasure.erase("wang");
        db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        assertThat(scene.state(served)).isEqualTo(SignupState.STRUCK);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void who_holds_a_voucher_is_not_forgotten_before_it_has_ended(TestDatabase db) {
        Scene scene = new Scene(db);
        life(scene);
        assertThat(scene.ledger.post(new Transfer.Hold("hold:voucher:1", "wang.xiu", Optional.empty(), 5, "voucher:1")))
                .isInstanceOf(Outcome.Posted.class);
        VolunteerStoreTest.refused("vouchers-open", () -> scene.erasure.erase("wang.xiu"));
        assertThat(scene.volunteers.of("wang.xiu")).hasSize(1);
        assertThat(scene.ledger.post(new Transfer.Release("release:voucher:1", "hold:voucher:1", "voucher:1")))
                .isInstanceOf(Outcome.Posted.class);
        scene.erasure.erase("wang.xiu");
        assertThat(scene.volunteers.of("wang.xiu")).isEmpty();
    }

    @EachDatabase
    void two_of_one_shift_are_forgotten_and_may_come_back_as_somebody_new(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("wang", "li").forEach(scene::approved);
        Activity activity = scene.activity(Duration.ofHours(1), new Quota("", 5, 0));
        List.of("wang", "li").forEach(who -> scene.signUp(activity, who));
        List.of("wang", "li").forEach(scene.erasure::erase);
        assertThat(scene.approved("wang").minutes()).isZero();
        assertThat(scene.signUp(activity, "wang").state()).isEqualTo(SignupState.SEATED);
    }

    /** Tables of the module in which some column holds this text. */
    private static List<String> mentions(TestDatabase db, String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet all = connection.getMetaData().getColumns(null, null, "%", "%")) {
                while (all.next()) {
                    boolean isText =
                            all.getInt("DATA_TYPE") == java.sql.Types.VARCHAR && all.getInt("COLUMN_SIZE") >= 20;
                    if (isText && "points".equalsIgnoreCase(all.getString("TABLE_SCHEM"))) {
                        columns.add(all.getString("TABLE_NAME") + " " + all.getString("COLUMN_NAME"));
                    }
                }
            }
            for (String column : columns) {
                String[] name = column.split(" ", -1);
                try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM points.\"" + name[0] + "\" WHERE \""
                        + name[1] + "\" LIKE '%" + text + "%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(column);
                    }
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        return found;
    }
}
