package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecipeTest {

    @Test
    void the_handbook_shows_the_balancer_as_it_is_tested() throws IOException {
        String handbook = Files.readString(Path.of("..", "..", "docs", "operations.md"));
        try (var recipe = Balancer.class.getResourceAsStream("/haproxy.cfg")) {
            assertThat(handbook).contains(new String(recipe.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
