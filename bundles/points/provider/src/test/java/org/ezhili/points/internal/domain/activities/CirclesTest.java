package org.ezhili.points.internal.domain.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;
import org.ezhili.points.internal.domain.activities.Circles.ByHand;
import org.junit.jupiter.api.Test;

class CirclesTest {

    private static ByHand times(String coordinator, String volunteer, long times) {
        return new ByHand(AreaCode.of("340603002"), coordinator, volunteer, times);
    }

    @Test
    void who_checks_in_a_few_only_is_found_with_them() {
        List<ByHand> few = List.of(times("c", "a", 7), times("c", "b", 3));
        assertThat(Circles.of(few)).containsExactlyElementsOf(few);
    }

    @Test
    void nine_check_ins_are_too_few_to_say_anything() {
        assertThat(Circles.of(List.of(times("c", "a", 9)))).isEmpty();
        assertThat(Circles.of(List.of())).isEmpty();
    }

    @Test
    void who_checks_in_many_is_not_found() {
        assertThat(Circles.of(IntStream.range(0, 20)
                        .mapToObj(n -> times("c", "v" + n, 5))
                        .toList()))
                .isEmpty();
    }

    @Test
    void exactly_four_fifths_on_three_are_found_and_a_little_less_is_not() {
        List<ByHand> most = List.of(times("c", "a", 4), times("c", "b", 2), times("c", "d", 2));
        List<ByHand> rest = List.of(times("c", "e", 1), times("c", "f", 1));
        assertThat(Circles.of(Stream.concat(most.stream(), rest.stream()).toList()))
                .containsExactlyElementsOf(most);
        assertThat(Circles.of(Stream.concat(
                                most.stream(), Stream.of(times("c", "e", 1), times("c", "f", 1), times("c", "g", 1)))
                        .toList()))
                .isEmpty();
    }

    @Test
    void two_who_check_in_each_other_are_found_though_they_check_in_others_too() {
        List<ByHand> all = Stream.of(
                        List.of(times("a", "b", 3), times("b", "a", 3)),
                        IntStream.range(0, 20)
                                .mapToObj(n -> times("a", "v" + n, 2))
                                .toList(),
                        IntStream.range(0, 20)
                                .mapToObj(n -> times("b", "v" + n, 2))
                                .toList())
                .flatMap(List::stream)
                .toList();
        assertThat(Circles.of(all)).containsExactlyInAnyOrder(times("a", "b", 3), times("b", "a", 3));
    }

    @Test
    void what_was_once_or_one_way_is_no_circle() {
        assertThat(Circles.of(List.of(times("a", "b", 3), times("b", "a", 2)))).isEmpty();
    }
}
