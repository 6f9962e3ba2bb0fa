package org.ezhili.platform.gateway.internal.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Serves the screens: {@code /} and {@code /app/…} are the desktop shell, {@code /m} is the phone shell, {@code /ui/<id>/…} are
 * the files of a bundle, and under {@code /ui/<id>/<version>/…} they never change.
 */
@Component(service = Screens.class)
public final class Screens {

    private static final String CONSOLE = "console";
    private static final String FILES = "/ui/";

    private final WebFolders folders;

    @Activate
    public Screens(@Reference WebFolders folders) {
        this.folders = folders;
    }

    /** False when the path is not a screen's. */
    public boolean serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            return false;
        }
        return path.startsWith(FILES)
                ? file(path.substring(FILES.length()), request, response)
                : shell(path).map(page -> page(page, request, response)).orElse(false);
    }

    private static Optional<String> shell(String path) {
        if (path.equals("/m") || path.startsWith("/m/")) {
            return Optional.of("phone.html");
        }
        return path.equals("/") || path.equals("/setup") || path.startsWith("/app/") || path.equals("/app")
                ? Optional.of("desktop.html")
                : Optional.empty();
    }

    private boolean page(String page, HttpServletRequest request, HttpServletResponse response) {
        Optional<WebFile> file = folders.find(CONSOLE).flatMap(folder -> folder.file(page));
        file.ifPresent(found -> write(found, request, response, false));
        return file.isPresent();
    }

    private boolean file(String path, HttpServletRequest request, HttpServletResponse response) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return false;
        }
        Optional<WebFolder> folder = folders.find(path.substring(0, slash));
        if (folder.isEmpty()) {
            return false;
        }
        String rest = path.substring(slash + 1);
        String version = folder.get().version() + "/";
        boolean versioned = rest.startsWith(version);
        Optional<WebFile> file = folder.get().file(versioned ? rest.substring(version.length()) : rest);
        file.ifPresent(found -> write(found, request, response, versioned));
        return file.isPresent();
    }

    private static void write(WebFile file, HttpServletRequest request, HttpServletResponse response, boolean forEver) {
        try {
            file.serve(request, response, forEver);
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }
}
