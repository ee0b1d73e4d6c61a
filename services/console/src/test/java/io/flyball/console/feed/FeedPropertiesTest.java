package io.flyball.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.kit.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-1 where CloudEvents over Kafka come in")
class FeedPropertiesTest {
    private static FeedProperties bound(Map<String, String> properties) {
        return Bound.to(FeedProperties.class, "flyball.ingress.cloudevents", properties);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bound(Map.of())).isEqualTo(new FeedProperties(null, "flyball-cloudevents", Duration.ofHours(1)));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bound(Map.of(
                        "flyball.ingress.cloudevents.topic", "bus",
                        "flyball.ingress.cloudevents.group", "ops",
                        "flyball.ingress.cloudevents.since", "10m")))
                .isEqualTo(new FeedProperties("bus", "ops", Duration.ofMinutes(10)));
    }

    @Test
    void whatMakesNoSenseIsTold() {
        assertThatThrownBy(() -> bound(Map.of("flyball.ingress.cloudevents.since", "-1s")))
                .rootCause()
                .hasMessageContaining("flyball.ingress.cloudevents");
    }
}
