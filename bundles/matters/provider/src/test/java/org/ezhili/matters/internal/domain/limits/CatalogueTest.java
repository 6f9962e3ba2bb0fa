package org.ezhili.matters.internal.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ezhili.matters.internal.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    @Test
    void the_catalogue_of_this_version_has_the_majors_of_the_standard_and_known_limits() {
        Catalogue current = Resources.catalogues().current();
        assertThat(current.all().stream()
                        .filter(category -> category.parent().isEmpty())
                        .map(Category::code))
                .containsExactly("C01", "C02", "C03", "C04", "C05", "E01", "E02", "E03", "E04", "E05", "E06");
        assertThat(current.limitOf("C0101")).contains(new Limit(2, LimitUnit.URGENT_HOURS));
        assertThat(current.limitOf("C0103")).contains(new Limit(2, LimitUnit.WORKING_DAYS));
        assertThat(current.limitOf("E0101")).contains(new Limit(4, LimitUnit.WORKING_HOURS));
        assertThat(current.limitOf("E0105")).contains(new Limit(15, LimitUnit.NATURAL_DAYS));
    }

    @Test
    void matters_are_filed_under_the_second_level_only() {
        Catalogue current = Resources.catalogues().current();
        assertThat(current.limitOf("E01")).isEmpty();
        assertThat(current.limitOf("e0101")).isEmpty();
        assertThat(current.limitOf("")).isEmpty();
        assertThat(current.all())
                .allSatisfy(category -> assertThat(category.limit().isPresent())
                        .isEqualTo(category.parent().isPresent()));
    }

    @Test
    void an_old_matter_finds_the_version_it_was_filed_under() {
        Catalogue old = Catalogue.of("1", List.of("A,,1,,,甲,a", "A1,A,1,2,working-hours,甲一,a1"));
        Catalogue now = Catalogue.of("2", List.of("A,,1,,,甲,a", "A1,A,1,5,working-days,甲一,a1"));
        Catalogues catalogues = new Catalogues(List.of(old, now));
        assertThat(catalogues.current()).isSameAs(now);
        assertThat(catalogues.of("1").orElseThrow().limitOf("A1")).contains(new Limit(2, LimitUnit.WORKING_HOURS));
        assertThat(catalogues.of("3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1,B,1,2,working-hours,甲,a",
                "A1,A,1,,,甲,a",
                "A1,A,1,0,working-hours,甲,a",
                "A1,A,1,2,weeks,甲,a",
                "A1,A,x,2,working-hours,甲,a",
                "A1,A,1,2,working-hours,,a",
                "A1,A,1,2,working-hours,甲",
                "A,,1,,,again,again"
            })
    void a_line_that_does_not_fit_is_refused(String line) {
        assertThatThrownBy(() -> Catalogue.of("1", List.of("A,,1,,,甲,a", line)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
