package io.flyball.costledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.costledger.ledger.GroupBy;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class CostsQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30Z");

    @Test
    void withoutParametersTheLastDayByAgent() {
        assertThat(CostsQuery.parse(new LinkedMultiValueMap<>(), NOW))
                .isEqualTo(new CostsQuery(
                        GroupBy.AGENT, Instant.parse("2026-11-20T11:00:00Z"), Instant.parse("2026-11-21T11:00:00Z")));
    }

    @Test
    @DisplayName("COST-8 days are days in UTC, times may have an offset, and hours are widened to whole ones")
    void times() {
        assertThat(CostsQuery.parse(parameters("by", "day", "from", "2026-11-01", "to", "2026-11-03"), NOW))
                .isEqualTo(new CostsQuery(
                        GroupBy.DAY, Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-03T00:00:00Z")));
        assertThat(CostsQuery.parse(parameters("from", "2026-11-01T10:15:00+02:00", "to", "2026-11-01T09:00:01Z"), NOW))
                .isEqualTo(new CostsQuery(
                        GroupBy.AGENT, Instant.parse("2026-11-01T08:00:00Z"), Instant.parse("2026-11-01T10:00:00Z")));
    }

    @ParameterizedTest
    @DisplayName("COST-8 a bad parameter is named, with what was expected")
    @CsvSource(
            delimiter = '|',
            value = {
                "by   | moon                 | one of agent, model, principal",
                "by   | ''                   | one of agent",
                "from | yesterday            | 2026-11-21T10:00:00Z",
                "from | 2026-13-01           | 2026-11-21T10:00:00Z",
                "from | 2026-11-01T10:00:00  | 2026-11-21T10:00:00Z",
                "from | +99999-01-01T00:00:00Z | 2026-11-21T10:00:00Z",
                "to   | 1969-12-31           | 2026-11-21T10:00:00Z",
                "from | 2026-11-22           | a time before 'to'",
                "form | 2026-11-22           | by, from or to",
            })
    void mistakesAreNamed(String parameter, String value, String expected) {
        assertThatThrownBy(() -> CostsQuery.parse(parameters(parameter, value), NOW))
                .isInstanceOfSatisfying(BadParameter.class, bad -> {
                    assertThat(bad.getBody().getStatus()).isEqualTo(400);
                    assertThat(bad.getBody().getProperties()).containsEntry("parameter", parameter);
                    assertThat(bad.getBody().getDetail()).contains(expected);
                });
    }

    @Test
    void oneValueEach() {
        MultiValueMap<String, String> twice = parameters("by", "agent");
        twice.add("by", "model");
        assertThatThrownBy(() -> CostsQuery.parse(twice, NOW)).hasMessageContaining("one value");
    }

    private static MultiValueMap<String, String> parameters(String... pairs) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }
}
