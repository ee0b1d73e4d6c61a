package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Story;
import io.flyball.console.kit.Teller;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Outcome;
import io.flyball.contract.QuestionAsked;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunStatus;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("RUN-9 people steer a run by HTTP")
class RunOrdersIT {
    private static RunningConsole console;
    private static Teller teller;
    private static TopicReader<ControlCommand> topic;
    private static Http http;

    private final Story story = new Story(UUID.randomUUID().toString(), Instant.now());

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        teller = new Teller(neighbours);
        topic = new TopicReader<>(neighbours, Topics.CONTROL, ControlCommand.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        teller.close();
        console.close();
    }

    private String known(RunStatus status) {
        teller.tell(story.events());
        Await.that("the run is known")
                .until(() -> http.get("/api/runs/" + story.runId())
                        .json()
                        .path("status")
                        .asString("")
                        .equals(status.name()));
        return "/api/runs/" + story.runId();
    }

    private List<ControlCommand> orders() {
        return topic.all(command -> command.getTarget().equals(story.runId())).stream()
                .map(TopicReader.Read::record)
                .toList();
    }

    @ParameterizedTest
    @DisplayName("RUN-9 pause, cancel and take-over are on the control topic, keyed by the run, when the answer comes")
    @CsvSource({"pause, PAUSE", "cancel, CANCEL", "take-over, TAKE_OVER"})
    void orders(String path, ControlKind kind) {
        story.opened("ShopDown", "shop");
        String run = known(RunStatus.PLANNING);
        Http.Answer answer =
                http.post(run + "/" + path, Map.of("reason", "I know more", "by", "ann", "channel", "cli"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("kind").asString()).isEqualTo(kind.name());
        assertThat(topic.all(command -> command.getTarget().equals(story.runId())))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.message().key()).isEqualTo(story.runId());
                    assertThat(read.record().getKind()).isEqualTo(kind);
                    assertThat(read.record().getReason()).isEqualTo("I know more");
                    assertThat(read.record().getBy()).isEqualTo("ann");
                    assertThat(read.record().getChannel()).isEqualTo("cli");
                    assertThat(read.record().getText()).isNull();
                });
    }

    @Test
    @DisplayName("RUN-9 a paused run is resumed or handed back with what was done; one that is not paused is neither")
    void goesOn() {
        story.opened("ShopDown", "shop");
        String run = known(RunStatus.PLANNING);
        assertThat(http.post(run + "/resume", Map.of()).status()).isEqualTo(409);
        assertThat(http.post(run + "/hand-back", Map.of("text", "done")).status())
                .isEqualTo(409);

        story.happens(RunStatus.PAUSED, new RunPaused("ann", "", true, null));
        known(RunStatus.PAUSED);
        assertThat(http.post(run + "/hand-back", Map.of()).status()).isEqualTo(400);
        assertThat(http.post(run + "/hand-back", Map.of("text", "Done: restarted it."))
                        .status())
                .isEqualTo(200);
        assertThat(http.post(run + "/resume", "").status()).isEqualTo(200);
        assertThat(orders())
                .extracting(ControlCommand::getKind)
                .containsExactly(ControlKind.HAND_BACK, ControlKind.RESUME);
        assertThat(orders().getFirst().getText()).isEqualTo("Done: restarted it.");
        assertThat(orders().getLast().getReason()).isEqualTo("no reason given");
    }

    @Test
    @DisplayName("RUN-9 only a question is answered")
    void answers() {
        story.opened("ShopDown", "shop");
        String run = known(RunStatus.PLANNING);
        assertThat(http.post(run + "/answer", Map.of("text", "yes")).status()).isEqualTo(409);

        story.happens(RunStatus.AWAITING_ANSWER, new QuestionAsked("May the cache be emptied?"));
        known(RunStatus.AWAITING_ANSWER);
        assertThat(http.get(run).json().path("question").asString()).isEqualTo("May the cache be emptied?");
        assertThat(http.post(run + "/answer", Map.of()).status()).isEqualTo(400);
        assertThat(http.post(run + "/answer", Map.of("text", "yes", "by", "ben"))
                        .status())
                .isEqualTo(200);
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.getKind()).isEqualTo(ControlKind.ANSWER);
            assertThat(order.getText()).isEqualTo("yes");
        });
    }

    @Test
    @DisplayName("RUN-9 a run that has ended takes no orders, and one that nobody knows is not found")
    void endedAndUnknown() {
        story.opened("ShopDown", "shop").ended(Outcome.RESOLVED, "fixed", null);
        String run = known(RunStatus.ENDED);
        Http.Answer late = http.post(run + "/pause", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asString()).contains("RESOLVED");
        assertThat(http.post("/api/runs/nobody/pause", Map.of()).status()).isEqualTo(404);
        assertThat(http.post(run + "/pause", Map.of("colour", "red")).status()).isEqualTo(400);
        assertThat(orders()).isEmpty();
    }
}
