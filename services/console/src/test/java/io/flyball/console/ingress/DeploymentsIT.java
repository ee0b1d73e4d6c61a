package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.Deployment;
import io.flyball.contract.RunRequest;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("ING-9 deployments in")
class DeploymentsIT {
    private static RunningConsole console;
    private static TopicReader<Deployment> topic;
    private static TopicReader<RunRequest> requests;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours, "--flyball.catalogue.directory=../../catalogue");
        topic = new TopicReader<>(neighbours, Topics.DEPLOYMENTS, Deployment.class);
        requests = new TopicReader<>(neighbours, Topics.RUN_REQUESTS, RunRequest.class);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    @DisplayName("ING-9 a deployment is on the topic, keyed by its service, when it is accepted")
    void accepted() {
        String service = "shop-" + UUID.randomUUID();
        Http.Answer answer =
                console.http().post("/webhooks/deployments", Map.of("service", service, "version", "v41", "by", "ci"));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(topic.all(deployment -> deployment.getService().equals(service)))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.message().key()).isEqualTo(service);
                    assertThat(read.record().getId())
                            .isEqualTo(answer.json().path("id").asString());
                    assertThat(read.record().getVersion()).isEqualTo("v41");
                });
    }

    @Test
    @DisplayName("ING-6 ING-11 without a token nobody tells anything; what is wrong is named")
    void refused() {
        assertThat(console.http()
                        .anonymous()
                        .post("/webhooks/deployments", Map.of("service", "x"))
                        .status())
                .isEqualTo(401);
        Http.Answer wrong = console.http().post("/webhooks/deployments", Map.of("version", "v1"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").toString()).contains("/service");
    }

    @Test
    @DisplayName("ING-7 an agent that is not in the catalogue is refused before anything is written")
    void unknownAgent() {
        String goal = "goal " + UUID.randomUUID();
        Http.Answer answer = console.http().post("/runs", Map.of("goal", goal, "agent", "magician"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").toString()).contains("/agent", "service-restorer");
        assertThat(requests.all(request -> request.getGoal().equals(goal))).isEmpty();
    }
}
