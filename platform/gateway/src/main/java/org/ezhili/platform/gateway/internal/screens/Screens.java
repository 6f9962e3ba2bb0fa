package org.ezhili.platform.gateway.internal.screens;

import java.io.IOException;
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
        boolean isFile = path.startsWith(FILES);
        Optional<Found> found =
                isFile ? file(path.substring(FILES.length())) : shell(path).flatMap(this::page);
        if (found.isPresent()) {
            found.get().file().serve(request, response, found.get().forEver());
        }
        return found.isPresent();
    }

    /** @param forEver the address names the version, so the file behind it never changes */
    private record Found(WebFile file, boolean forEver) {}

    private static Optional<String> shell(String path) {
        if (path.equals("/m") || path.startsWith("/m/")) {
            return Optional.of("phone.html");
        }
        return path.equals("/") || path.equals("/setup") || path.startsWith("/app/") || path.equals("/app")
                ? Optional.of("desktop.html")
                : Optional.empty();
    }

    private Optional<Found> page(String page) {
        return folders.find(CONSOLE).flatMap(folder -> folder.file(page)).map(file -> new Found(file, false));
    }

    private Optional<Found> file(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String id = path.substring(0, slash);
        String rest = path.substring(slash + 1);
        int second = rest.indexOf('/');
        Optional<WebFolder> build = second < 0 ? Optional.empty() : folders.find(id, rest.substring(0, second));
        if (build.isPresent()) {
            return build.get().file(rest.substring(second + 1)).map(file -> new Found(file, true));
        }
        return folders.find(id).flatMap(folder -> folder.file(rest)).map(file -> new Found(file, false));
    }
}
