package io.flyball.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentChoiceTest {
    @Test
    @DisplayName(
            "ING-2 an agent for one service comes before one for all of them, whatever they are called; among equals the first counts")
    void closest(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tools"));
        agent(folder, "a-general", "{alert: ServiceDown}");
        agent(folder, "b-general", "{alert: ServiceDown}");
        agent(folder, "m-shop", "{alert: ServiceDown, labels: {service: shop}}");
        agent(folder, "z-live-shop", "{alert: ServiceDown, labels: {service: shop, stage: live}}");
        var choice = new AgentChoice(Catalogue.load(folder).agents(), "first-responder");

        assertThat(choice.agentFor("ServiceDown", Map.of("service", "bank"))).isEqualTo("a-general");
        assertThat(choice.agentFor("ServiceDown", Map.of("service", "shop"))).isEqualTo("m-shop");
        assertThat(choice.agentFor("ServiceDown", Map.of("service", "shop", "stage", "live")))
                .isEqualTo("z-live-shop");
        assertThat(choice.agentFor("DiskFull", Map.of("service", "shop"))).isEqualTo("first-responder");
    }

    private static void agent(Path folder, String name, String matcher) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("agents")).resolve(name + ".yaml"),
                "name: %s\npurpose: Tries which agent is chosen.\ntools: []\nalerts: [%s]\n".formatted(name, matcher));
    }
}
