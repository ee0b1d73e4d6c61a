package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CASE-4 conditions over facts")
class ConditionTest {
    private static final String FACTS =
            "process.count=2 disk.used[/]=40 disk.used[/var]=97 port.owner=till tls.not_after=a certificate.not_after=b";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            process.count > 1                          | Holds
            process.count == 2                         | Holds
            process.count != 2                         | Fails
            disk.used > 90                             | Holds
            disk.used(/) > 90                          | Fails
            disk.used(/var) >= 97                      | Holds
            no disk.used > 98                          | Holds
            no disk.used(/var) > 90                    | Fails
            port.owner == {{process}}                  | Holds
            port.owner != {{process}}                  | Fails
            port.owner == {{nobody_knows}}             | Unknown
            port.owner matches '^t.ll$'                | Holds
            port.owner contains 'xx'                   | Fails
            tls.not_after != @certificate.not_after    | Holds
            tls.not_after == @certificate.days_left    | Unknown
            redis.answers == true                      | Unknown
            redis.answers == true or process.count > 1 | Holds
            redis.answers == true or process.count > 9 | Unknown
            disk.used(/srv)                            | Fails
            """)
    void answers(String condition, String answer) {
        Answer given = Condition.parse(condition).ask(Sample.of("process=till", FACTS), Map.of("process", "till"));

        assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "count > 1",
                "process.count >",
                "process.count => 1",
                "process.count > 1 or",
                "a.b matches '('",
                "a.b > 1 and a.b > 2",
                "exec('rm')"
            })
    void nonsenseIsRefused(String text) {
        assertThatThrownBy(() -> Condition.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("an answer names the facts that it rests on")
    void says() {
        Answer given = Condition.parse("disk.used(/var) > 90").ask(Sample.of("", FACTS), Map.of());

        assertThat(given.says()).isEqualTo("disk.used /var = 97 [f3]");
    }
}
