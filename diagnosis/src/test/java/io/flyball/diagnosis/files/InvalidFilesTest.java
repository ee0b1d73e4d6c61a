package io.flyball.diagnosis.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.diagnosis.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-4 probes and causes are checked on load, with file and line")
class InvalidFilesTest {
    private static final String PROBE = """
            name: p
            says: Does it run?
            exec: [ps, -e]
            facts:
              - {name: a.seen, first: 'x', type: truth}
            """;
    private static final String CAUSE = """
            name: c
            component: process
            kind: dead
            says: It is dead.
            must: ['a.seen == true']
            steps: [Look.]
            """;

    @TempDir
    Path catalogue;

    private void refused(String probe, String cause, String message) throws IOException {
        Files.createDirectories(catalogue.resolve("probes"));
        Files.createDirectories(catalogue.resolve("causes"));
        Files.writeString(catalogue.resolve("probes/p.yaml"), probe);
        Files.writeString(catalogue.resolve("causes/c.yaml"), cause);
        assertThatThrownBy(() -> DiagnosisLibrary.load(catalogue))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(message);
    }

    @Test
    void probes() throws IOException {
        refused(PROBE.replace("says", "sayz"), CAUSE, "p.yaml:2: unknown key sayz");
        refused(PROBE.replace("type: truth", "type: colour"), CAUSE, "p.yaml:5: a fact's type is");
        refused(PROBE.replace("'x'", "'('"), CAUSE, "p.yaml:5: not a regular expression");
        refused(
                PROBE.replace("[ps, -e]", "[ps, '{{port}}']"),
                CAUSE,
                "p.yaml:1: {{port}} is used, and needs does not name it");
        refused(
                PROBE.replace("exec:", "needs: [colour]\nexec:"),
                CAUSE,
                "p.yaml:3: nothing is known by the name colour");
        refused(PROBE + "---\n" + PROBE, CAUSE, "the name p is taken");
        refused(PROBE + "---\n" + PROBE.replace("name: p", "name: q"), CAUSE, "a fact comes from one probe");
        refused(PROBE.replace("first: 'x', ", ""), CAUSE, "p.yaml:5: a fact is read by exactly one of");
    }

    @Test
    void causes() throws IOException {
        refused(PROBE, CAUSE.replace("a.seen", "b.seen"), "c.yaml:1: cause c: no probe yields b.seen");
        refused(PROBE, CAUSE.replace("== true", "is true"), "c.yaml:5: not a condition");
        refused(PROBE, CAUSE.replace("It is", "The {{colour}} is"), "nothing is known by the name colour");
        refused(PROBE, CAUSE + "over: [d]\n", "it stands over d, which is no other cause");
        refused(
                PROBE,
                CAUSE + "---\n" + CAUSE.replace("name: c", "name: d"),
                "component and kind process/dead are those of");
        refused(PROBE, CAUSE.replace("must", "for"), "c.yaml:1: a cause says with must");
    }
}
