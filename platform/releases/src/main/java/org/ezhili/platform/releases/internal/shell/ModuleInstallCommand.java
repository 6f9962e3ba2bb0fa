package org.ezhili.platform.releases.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.releases.internal.intake.Intake;
import org.ezhili.platform.releases.internal.intake.Release;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "ezhili",
        name = "module-install",
        description = "Verifies a module's release and keeps it for every node; ezhili:module-upgrade makes it live")
public final class ModuleInstallCommand implements Action {

    @Reference
    private Intake intake;

    @Reference
    private Session session;

    @Argument(name = "file", description = "The .kar, on this machine", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--roll-back", description = "Take it in although it is older than what is live")
    private boolean rollBack;

    @Override
    public @Nullable Object execute() throws IOException, CommandException {
        Path archive = Path.of(file);
        if (!Files.isRegularFile(archive)) {
            throw Refusal.of("there is no file " + archive);
        }
        try (InputStream in = Files.newInputStream(archive)) {
            Intake.Taken taken = intake.take(ShellCaller.of(session), in, Files.size(archive), rollBack);
            System.out.println(text(taken));
        } catch (ProblemException refused) {
            throw Refusal.of(refused.problem());
        }
        return null;
    }

    private static String text(Intake.Taken taken) {
        Release release = taken.release();
        String signer = release.arrival()
                .map(arrival -> "signed by " + arrival.signer())
                .orElse("came with the distribution");
        return release.module() + " " + release.version() + (taken.fresh() ? " is here, " : " was here before, ")
                + signer;
    }
}
