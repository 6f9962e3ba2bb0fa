package org.ezhili.platform.modules.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ezhili.platform.modules.internal.settings.SettingsForms.Offered;
import org.ezhili.platform.modules.internal.settings.SettingsForms.Said;
import org.junit.jupiter.api.Test;

class SettingsFormsTest {

    private static final String PARKING = schema("places");
    private static final String CHANGED = schema("hours");

    private final SettingsForms forms = new SettingsForms();

    private static String schema(String property) {
        return Schemas.of(Schemas.field(property, "integer", "'default':1,'minimum':0,'maximum':9"));
    }

    @Test
    void a_switch_to_a_version_that_says_the_same_changes_no_form() {
        tell(new Said("1.0.0", PARKING), new Said("1.1.0", PARKING));
        Map<String, Offered> before = forms.all();
        assertThat(before).containsKey("parking");
        tell(new Said("1.1.0", PARKING), new Said("1.0.0", PARKING));
        assertThat(forms.all()).isSameAs(before);
    }

    @Test
    void the_form_is_that_of_the_version_that_is_live() {
        tell(new Said("1.0.0", PARKING), new Said("1.1.0", CHANGED));
        assertThat(schemaOffered()).isEqualTo(PARKING);
        tell(new Said("1.1.0", CHANGED), new Said("1.0.0", PARKING));
        assertThat(schemaOffered()).isEqualTo(CHANGED);
    }

    @Test
    void a_version_whose_schema_is_unfit_offers_nothing_and_leaves_the_others_theirs() {
        forms.set(Map.of(
                "parking", List.of(new Said("1.0.0", PARKING)),
                "patrol", List.of(new Said("1.0.0", "{"))));
        assertThat(forms.all()).containsOnlyKeys("parking");
    }

    @Test
    void two_modules_that_say_the_same_have_a_form_each() {
        forms.set(Map.of(
                "parking", List.of(new Said("1.0.0", PARKING)),
                "patrol", List.of(new Said("1.0.0", PARKING))));
        assertThat(forms.all()).containsOnlyKeys("parking", "patrol");
    }

    private void tell(Said... versions) {
        forms.set(Map.of("parking", List.of(versions)));
    }

    private String schemaOffered() {
        return forms.of("parking").orElseThrow().schema();
    }
}
