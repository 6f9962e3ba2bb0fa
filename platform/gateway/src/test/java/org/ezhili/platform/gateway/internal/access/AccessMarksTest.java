package org.ezhili.platform.gateway.internal.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Role;
import org.junit.jupiter.api.Test;

class AccessMarksTest {

    @Test
    void a_module_that_says_for_each_method_who_may_call_it_is_served() {
        assertThatCode(() -> AccessMarks.check(new OneResource(new Marked()))).doesNotThrowAnyException();
    }

    @Test
    void a_forgotten_mark_closes_the_module_and_names_the_method() {
        assertThatThrownBy(() -> AccessMarks.check(new OneResource(new Forgotten())))
                .hasMessageContaining("Forgotten.read()");
    }

    @Test
    void a_permission_that_the_module_does_not_declare_closes_it() {
        assertThatThrownBy(() -> AccessMarks.check(new OneResource(new Misspelt())))
                .hasMessageContaining("notes.raed");
    }

    public static final class Marked {
        @GET
        @Requires("notes.read")
        public String read() {
            return "";
        }

        @GET
        @Open(Open.To.ANYBODY)
        public String greet() {
            return "";
        }

        public String notServed() {
            return "";
        }
    }

    public static final class Forgotten {
        @GET
        public String read() {
            return "";
        }
    }

    public static final class Misspelt {
        @GET
        @Requires("notes.raed")
        public String read() {
            return "";
        }
    }

    private record OneResource(Object resource) implements Module {

        @Override
        public ModuleInfo info() {
            return new ModuleInfo(
                    "notes",
                    "1.0.0",
                    LocalText.of("笔记", "Notes"),
                    Set.of(),
                    List.of(Permission.of("notes.read", "查看", "Read", Role.WORKER)),
                    true);
        }

        @Override
        public List<Object> resources() {
            return List.of(resource);
        }

        @Override
        public Health health() {
            return Health.good();
        }
    }
}
