package io.flyball.catalogue.remedies;

import static io.flyball.catalogue.remedies.Mendctl.NOTHING_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.remedies.Mendctl.Said;
import io.flyball.catalogue.remedies.Programs.Running;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-5 a remedy ends what its cause names, and nobody else's program")
class EndingProcessesTest {
    private static final String LONG = "a-service-with-a-long-name";

    @TempDir
    Path here;

    @TempDir
    Path elsewhere;

    private final Programs programs = new Programs();
    private String name = "";

    @BeforeEach
    void ofThisTest() {
        Mendctl.assumeHere("python3");
        name = "shop-" + ProcessHandle.current().pid() % 1_000_000;
    }

    @AfterEach
    void end() {
        programs.close();
    }

    @Test
    @DisplayName("a copy in the same folder ends; another program of that name, and what the right one started, stay")
    void duplicates() throws Exception {
        Running right = programs.withChild(name, here);
        Running copy = programs.quiet(name, here);
        Running innocent = programs.quiet(name, elsewhere, "another");

        Said said = Mendctl.run("end-duplicates", right.port(), name);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).contains("process " + copy.process().pid());
        assertThat(copy.lives()).isFalse();
        assertThat(right.lives()).isTrue();
        assertThat(ProcessHandle.of(right.child())).isPresent();
        assertThat(innocent.lives()).isTrue();
    }

    @Test
    @DisplayName("a copy with the same arguments ends, wherever it works")
    void sameArguments() throws Exception {
        Running right = programs.listening(name, 0, here);
        // Both ask for any port, so that the kernel gives each another one, and their words are the same.
        Running copy = programs.listening(name, 0, elsewhere);

        Said said = Mendctl.run("end-duplicates", right.port(), name);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(copy.lives()).isFalse();
        assertThat(right.lives()).isTrue();
    }

    @Test
    @DisplayName("where there is no copy, nothing is changed")
    void noCopy() throws Exception {
        Running right = programs.listening(name, 0, here);
        Running innocent = programs.quiet(name, elsewhere, "another");

        assertThat(Mendctl.run("end-duplicates", right.port(), name).exit()).isEqualTo(NOTHING_CHANGED);
        assertThat(innocent.lives()).isTrue();
    }

    @Test
    @DisplayName("a copy of a service with a long name is found by it")
    void longNameOfCopy() throws Exception {
        Running right = programs.listening(LONG, 0, here);
        Running copy = programs.quiet(LONG, here);

        Said said = Mendctl.run("end-duplicates", right.port(), LONG);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(copy.lives()).isFalse();
        assertThat(right.lives()).isTrue();
    }

    @Test
    @DisplayName("whoever holds the port of a service ends")
    void foreign() throws Exception {
        Running foreign = programs.listening("foreign", 0, here);

        Said said = Mendctl.run("free-port", foreign.port(), name);

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).contains("(foreign) ends; it was started as: ");
        assertThat(foreign.lives()).isFalse();
    }

    @Test
    @DisplayName("a service with a long name does not end itself")
    void longName() throws Exception {
        Running service = programs.listening(LONG, 0, here);

        assertThat(Mendctl.run("free-port", service.port(), LONG).exit()).isEqualTo(NOTHING_CHANGED);
        assertThat(service.lives()).isTrue();
    }

    @Test
    @DisplayName("what serves others is never ended for a port")
    void refused() throws Exception {
        for (String important : new String[] {"docker-proxy", "conmon", "systemd", "init", "sshd"}) {
            Running running = programs.listening(important, 0, here);

            assertThat(Mendctl.run("free-port", running.port(), name).exit())
                    .as(important)
                    .isEqualTo(NOTHING_CHANGED);
            assertThat(running.lives()).as(important).isTrue();
        }
    }

    @Test
    @DisplayName("where one of several may not be ended, none is")
    void allOrNothing() throws Exception {
        Running foreign = programs.listening("foreign", 0, here);
        Running own = programs.listening(name, foreign.port(), here);

        assertThat(Mendctl.run("free-port", foreign.port(), name).exit()).isEqualTo(NOTHING_CHANGED);
        assertThat(foreign.lives()).isTrue();
        assertThat(own.lives()).isTrue();
    }
}
