package org.ezhili.platform.releases.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.junit.jupiter.api.Test;

class StayingCommandsTest {

    private final SessionFactoryImpl shell = new SessionFactoryImpl(new ThreadIOImpl());
    private final Session session = shell.create(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(PrintStream.nullOutputStream(), true),
            new PrintStream(PrintStream.nullOutputStream(), true));

    /** A module's command that says its version. */
    private record VersionCommand(String version) implements Command {

        @Override
        public String getScope() {
            return "ezhili";
        }

        @Override
        public String getName() {
            return "version";
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public Completer getCompleter(boolean scoped) {
            return null;
        }

        @Override
        public Parser getParser() {
            return null;
        }

        @Override
        public Object execute(Session session, List<Object> arguments) {
            return version;
        }
    }

    @Test
    void when_a_version_goes_the_commands_of_the_one_that_stays_can_still_be_called() throws Exception {
        Command old = new VersionCommand("1.0.0");
        shell.register(old);
        shell.register(new VersionCommand("1.1.0"));
        shell.unregister(old);
        assertThatThrownBy(() -> session.execute("ezhili:version")).isInstanceOf(CommandNotFoundException.class);

        StayingCommands.tellAgain(shell.getRegistry());

        assertThat(session.execute("ezhili:version")).isEqualTo("1.1.0");
    }
}
