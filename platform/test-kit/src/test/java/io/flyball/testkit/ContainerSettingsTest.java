package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerSettingsTest {

    @Test
    void theBrokersVersionIsFilledInByTheBuild() {
        assertThat(ContainerSettings.brokerVersion()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void groupsNoticeACrashAsFastAsInTheLocalStack() {
        assertThat(ContainerSettings.ofBroker())
                .containsEntry("KAFKA_GROUP_SHARE_SESSION_TIMEOUT_MS", "6000")
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .containsEntry("KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS", "1");
    }

    @Test
    void whoItIsAndWhereItListensStaysTheContainersAffair() {
        assertThat(ContainerSettings.ofBroker().keySet())
                .noneMatch(name -> name.contains("LISTENER") || name.contains("NODE_ID") || name.contains("LOG_DIRS"));
    }
}
