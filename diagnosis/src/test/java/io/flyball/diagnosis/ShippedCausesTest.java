package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CASE-4 each shipped cause, among all others")
class ShippedCausesTest {

    record Row(String cause, String known, String supports, String refutes) {
        @Override
        public String toString() {
            return cause;
        }
    }

    static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/causes.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Row(cells[0].strip(), cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("is supported by what must be seen")
    void supports(Row row) {
        Diagnosis diagnosis = diagnose(Sample.of(row.known(), row.supports()));

        assertThat(diagnosis.supported())
                .extracting(each -> each.cause().name())
                .containsExactly(row.cause());
        assertThat(diagnosis.supported().getFirst().confidence()).isBetween(0.5, 0.95);
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("is not supported by what refutes it, and is ruled out if it was raised at all")
    void refutes(Row row) {
        Diagnosis diagnosis = diagnose(Sample.of(row.known(), row.refutes()));

        assertThat(Stream.concat(diagnosis.supported().stream(), diagnosis.open().stream()))
                .extracting(each -> each.cause().name())
                .doesNotContain(row.cause());
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("is silent where nobody has looked")
    void silent(Row row) {
        Diagnosis diagnosis = diagnose(new Case(Map.copyOf(Sample.known(row.known())), List.of(), List.of()));

        assertThat(diagnosis.supported()).isEmpty();
        assertThat(diagnosis.open()).isEmpty();
        assertThat(diagnosis.refuted()).isEmpty();
    }

    @Test
    @DisplayName("every shipped cause has its row, and there are at least 30 causes and 40 probes")
    void allAreThere() throws IOException {
        assertThat(rows())
                .extracting(Row::cause)
                .containsExactlyInAnyOrderElementsOf(
                        Sample.SHIPPED.causes().stream().map(Cause::name).toList());
        assertThat(Sample.SHIPPED.causes()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(Sample.SHIPPED.probes()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static Diagnosis diagnose(Case known) {
        return Diagnose.diagnose(known, Sample.SHIPPED.causes(), List.of());
    }
}
