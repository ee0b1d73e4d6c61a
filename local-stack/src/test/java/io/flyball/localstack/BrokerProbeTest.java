package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A broker without the features that the suite is built on is refused")
class BrokerProbeTest {

    private final Map<String, FinalizedVersionRange> features =
            new HashMap<>(Map.of("transaction.version", upTo(2), "share.version", upTo(1)));

    @Test
    void readyWithBoth() {
        assertThat(BrokerProbe.judge(features)).isEqualTo(new Answer.Ready());
    }

    @Test
    void wrongWithOldTransactions() {
        features.put("transaction.version", upTo(1));
        assertThat(BrokerProbe.judge(features))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class,
                        wrong -> assertThat(wrong.why()).isEqualTo("it has transaction.version=1, and 2 is needed"));
    }

    @Test
    void wrongWithoutShareGroups() {
        features.remove("share.version");
        assertThat(BrokerProbe.judge(features))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class, wrong -> assertThat(wrong.why()).contains("share.version=none"));
    }

    private static FinalizedVersionRange upTo(int level) {
        return new FinalizedVersionRange((short) 0, (short) level);
    }
}
