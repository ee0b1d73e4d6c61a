package io.flyball.drills;

import io.flyball.drills.check.Report;
import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.Site;
import io.flyball.drills.suite.Size;
import io.flyball.drills.suite.Suite;
import io.flyball.drills.suite.SuiteSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A suite of the drill's own, on which one drill is played and whose figures are printed. */
public final class Stage {
    private static final int BROKEN = 1;

    /** How the figures are printed. */
    enum Format {
        table,
        json
    }

    /** What happens on a suite that is up. */
    interface Play {
        Report on(Suite suite) throws Exception;
    }

    /** A place that the suite works on. */
    public interface Place<S extends Site & AutoCloseable> {
        S in(Path logs) throws Exception;
    }

    /** What happens on a suite that is up, and on that place. */
    public interface PlayOn<S> {
        Report on(Suite suite, S site) throws Exception;
    }

    @Option(names = "--agent", description = "Run the services with the OpenTelemetry agent, as in production.")
    private boolean agent;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "How to print the figures: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.table;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** The exit code: whether everything holds. What is left of a suite where something is broken is kept. */
    int play(String name, int orchestrators, Path home, Play play) throws Exception {
        return play(name, Size.of(orchestrators), home, null, play);
    }

    /** The same on a suite whose orchestrators begin as those of an older build. */
    int play(String name, Size size, Path home, @Nullable Built older, Play play) throws Exception {
        DrillFolder folder = DrillFolder.create(name);
        var wanted = new SuiteSettings(new Built(home), folder.path(), size, older, agent);
        return ended(folder, played(folder, wanted, play));
    }

    /** The same on a place of its own, which is ended after the suite. */
    public <S extends Site & AutoCloseable> int play(
            String name, int orchestrators, Path home, Place<S> place, PlayOn<S> play) throws Exception {
        DrillFolder folder = DrillFolder.create(name);
        boolean good;
        try (S site = place.in(folder.path().resolve("logs"))) {
            SuiteSettings wanted = new SuiteSettings(new Built(home), folder.path(), orchestrators, agent, site);
            good = played(folder, wanted, suite -> play.on(suite, site));
        }
        // The place writes its errors there while it is ended, so it goes before the folder does.
        return ended(folder, good);
    }

    private boolean played(DrillFolder folder, SuiteSettings wanted, Play play) throws Exception {
        boolean good = false;
        try (Suite suite = Suite.start(wanted, this::tell)) {
            Report report = play.on(suite);
            out().println(format == Format.json ? json(report) : report.text().stripTrailing());
            out().flush();
            good = report.good();
        } finally {
            if (!good) {
                tell("logs: " + folder.path().resolve("logs"));
            }
        }
        return good;
    }

    private static int ended(DrillFolder folder, boolean good) throws IOException {
        if (good) {
            folder.delete();
        }
        return good ? CommandLine.ExitCode.OK : BROKEN;
    }

    /** Tells people how it goes, beside the figures. */
    public void tell(String line) {
        PrintWriter err = commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** Where the answers go. */
    PrintWriter out() {
        return commandLine().getOut();
    }

    /** What a user asked for that cannot be. */
    public CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command, "not called from a command line").commandLine();
    }

    private static String json(Report report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }
}
