package org.ezhili.distribution.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    private Path folder;

    @Test
    void a_new_table_takes_the_place_of_the_last_one_and_the_words_around_it_stay() throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "before\n" + Page.START + "\nold\n" + Page.END + "\nafter\n");
        Page.replace(page, "new\n");
        Page.replace(page, "newer\n");
        assertThat(page).hasContent("before\n" + Page.START + "\nnewer\n" + Page.END + "\nafter\n");
    }

    @Test
    void a_page_without_a_place_for_the_table_is_left_alone() throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "no marks\n");
        assertThatThrownBy(() -> Page.replace(page, "new\n")).isInstanceOf(IOException.class);
        assertThat(page).hasContent("no marks\n");
    }
}
