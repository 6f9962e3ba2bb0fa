package org.ezhili.distribution.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.ezhili.platform.LocalText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far the loading has come: in the log, and in a file if one is named. Its first line is the percentage (or the word
 * {@code failed}) and what is being done, in English; its second line says the same in Chinese.
 */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final Optional<Path> file;

    Progress(Optional<Path> file) {
        this.file = file;
    }

    void at(int percent, LocalText text) {
        LOG.info("demo district: {} % {}", percent, text.en());
        write(Integer.toString(percent), text);
    }

    void done(LocalText text) {
        at(100, text);
    }

    void failed(RuntimeException fault) {
        LOG.error("demo district: not loaded; look at the cause, then restart: what is missing is loaded then", fault);
        write("failed", LocalText.of("演示数据装载失败，详见日志", "the demo data could not be loaded, see the log"));
    }

    private void write(String mark, LocalText text) {
        file.ifPresent(path -> {
            String lines = mark + " " + text.en() + "\n" + mark + " " + text.zh() + "\n";
            try {
                Path beside = path.resolveSibling(path.getFileName() + ".new");
                Files.writeString(beside, lines);
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                LOG.warn("demo district: progress cannot be written to {}; loading goes on", path);
            }
        });
    }
}
