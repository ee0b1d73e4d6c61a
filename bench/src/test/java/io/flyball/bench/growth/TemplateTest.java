package io.flyball.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.bench.load.RunIds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private final String original = RunIds.next();
    private final String other = RunIds.next();

    @Test
    @DisplayName("Another run's record differs from the original in the run's id alone, wherever it stands")
    void onlyTheIdDiffers() {
        Template template = template(original + "/00001", "a" + original + ":e1 of " + original);

        assertThat(new String(template.keyOf(other), UTF_8)).isEqualTo(other + "/00001");
        assertThat(new String(template.valueOf(other), UTF_8)).isEqualTo("a" + other + ":e1 of " + other);
        assertThat(new String(template.value(), UTF_8)).startsWith("a" + original);
    }

    @Test
    void isAboutARunWhoseIdIsInTheKey() {
        assertThat(Template.isAbout(original, (original + "/00001").getBytes(UTF_8)))
                .isTrue();
        assertThat(Template.isAbout(other, (original + "/00001").getBytes(UTF_8)))
                .isFalse();
    }

    private Template template(String key, String value) {
        return Template.of(new ConsumerRecord<>("topic", 0, 0, key.getBytes(UTF_8), value.getBytes(UTF_8)), original);
    }
}
