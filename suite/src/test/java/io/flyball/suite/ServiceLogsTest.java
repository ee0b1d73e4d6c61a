package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogsTest {

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        var logs = new ServiceLogs(folder, List.of("console", "tool-executor"));
        logs.setContext(context);
        logs.start();
        context.getLogger("ROOT").addAppender(logs);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aServicesOwnLinesAreInItsFileWhicheverThreadWroteThem() throws IOException {
        context.getLogger("io.flyball.toolexecutor.claim.Claims").info("claimed");
        assertThat(lines("tool-executor")).singleElement().asString().contains("claimed");
        assertThat(lines("console")).isEmpty();
    }

    @Test
    void aLibrarysLinesAreInTheFileOfTheServiceWhoseThreadWroteThem() throws Exception {
        ServiceThreads.start(
                        "console",
                        () -> context.getLogger("org.example.Library").info("from the console"))
                .join();
        assertThat(lines("console")).singleElement().asString().contains("from the console");
        assertThat(lines("tool-executor")).isEmpty();
    }

    @Test
    void whatBelongsToNoneIsInNoFile() throws IOException {
        context.getLogger("org.example.Library").info("from nobody");
        assertThat(lines("console")).isEmpty();
        assertThat(lines("tool-executor")).isEmpty();
    }

    private List<String> lines(String service) throws IOException {
        return Files.readAllLines(folder.resolve(service + ".log"));
    }
}
