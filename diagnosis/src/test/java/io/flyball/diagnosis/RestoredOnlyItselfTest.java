package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CASE-5 a configuration is restored only where it is the configuration that is wrong")
class RestoredOnlyItselfTest {
    private static List<String> remedies(String seen) {
        return Diagnose.diagnose(Sample.of("", seen), Sample.SHIPPED.causes(), List.of()).supported().stream()
                .flatMap(each -> each.cause().remedies().stream())
                .map(Cause.Remedy::runbook)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.denied=x config.mode=644",
                "log.denied=x",
                "log.no_file=x config.exists=true",
                "log.no_file=x",
                "folder.exists=false config.exists=true"
            })
    @DisplayName("trouble with another file is for people")
    void another(String seen) {
        assertThat(remedies(seen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"log.denied=x config.mode=0", "log.denied=x config.mode=200", "config.exists=false log.no_file=x"
            })
    @DisplayName("its own rights, and that it is gone, are mended")
    void itself(String seen) {
        assertThat(remedies(seen)).containsExactly("restore-config-restart", "restore-config");
    }
}
