package io.flyball.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.launcher.LauncherProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-1 flyball test counts honestly")
class LauncherTestRunIT {
    private static final String REPORT = """
            mkdir -p %1$s/target/surefire-reports
            cat >%1$s/target/surefire-reports/TEST-%2$s.xml <<'XML'
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0"
              name="%2$s" time="0.5" tests="%3$d" errors="%4$d" skipped="%5$d" failures="%6$d">
              <testcase name="a"><system-out><![CDATA[<testsuite tests="99" failures="99">]]></system-out></testcase>
            </testsuite>
            XML
            """;
    private static final String PASSED = REPORT.formatted("cli", "io.flyball.A", 5, 0, 1, 0);
    private static final String FAILED =
            REPORT.formatted("services/b", "io.flyball.B", 4, 1, 0, 2).replace("</testsuite>\nXML", """
                      <testcase name="breaks" classname="io.flyball.B" time="0.1">
                        <failure message="expected &quot;1&quot;&#10;but was 2" type="Error">expected 1</failure>
                      </testcase>
                    </testsuite>
                    XML""");

    @TempDir
    private Path folder;

    private LauncherProject project;

    @BeforeEach
    void create() throws IOException {
        project = new LauncherProject(folder);
        project.java(folder.resolve("jvms/j"), "25");
    }

    private Result run(String maven, String... more) throws Exception {
        project.maven("3.9.9", maven);
        String[] line = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("test"), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return project.run(Map.of(), line);
    }

    @Test
    @DisplayName("CLI-1 what ran is told, and the last line has the sums of all reports")
    void passed() throws Exception {
        Result result = run(PASSED + """
                        echo '[INFO] Building Flyball :: command line 0.1.0-SNAPSHOT             [9/9]'
                        echo '[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.5 s -- in io.flyball.A'
                        echo '[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1'
                        """, "-pl", "cli");

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out())
                .contains("Flyball :: command line\n", "  ok      io.flyball.A (5 tests, 0.5 s)\n")
                .endsWith("\n4 passed, 0 failed, 1 skipped\n");
        assertThat(project.callsOfMaven()).singleElement().asString().endsWith("--fail-at-end verify -pl cli");
    }

    @Test
    @DisplayName("CLI-1 failures and errors both count as failed, and the exit code says so")
    void failed() throws Exception {
        Result result = run(PASSED + FAILED + """
                        echo '[ERROR] Tests run: 4, Failures: 2, Errors: 1, Skipped: 0, Time elapsed: 1.5 s <<< FAILURE! -- in io.flyball.B'
                        echo '[ERROR]   B.breaks:12 expected 1 but was 2'
                        exit 1
                        """);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("  FAILED  io.flyball.B (4 tests, 1.5 s)\n", "B.breaks:12 expected 1 but was 2")
                .contains("\nFailed: io.flyball.B breaks: expected &quot;1&quot;\nTook ")
                .endsWith("\n5 passed, 3 failed, 1 skipped\n");
    }

    @Test
    @DisplayName("CLI-1 a Maven that hides failures does not hide them here")
    void hidden() throws Exception {
        assertThat(run(FAILED).exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("CLI-1 a build that breaks without a failing test is no success")
    void broken() throws Exception {
        Result result = run(PASSED + "echo '[ERROR] COMPILATION ERROR'; exit 1");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("The build did not succeed", "COMPILATION ERROR")
                .endsWith("\n4 passed, 0 failed, 1 skipped\n");
    }

    @Test
    @DisplayName("CLI-1 reports of an earlier run are not counted; no test at all is no success")
    void oldReports() throws Exception {
        Path old = Files.createDirectories(project.home.resolve("gone/target/surefire-reports"));
        Files.writeString(
                old.resolve("TEST-Old.xml"), "<testsuite name=\"Old\" tests=\"7\" errors=\"0\" failures=\"0\">");

        Result result = run("");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("No test has run.").endsWith("\n0 passed, 0 failed, 0 skipped\n");
    }
}
