package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Teller;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Risk;
import io.flyball.contract.Verdict;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("APR-2 approvals by HTTP")
class ApprovalsIT {
    private static RunningConsole console;
    private static Teller teller;
    private static TopicReader<ApprovalDecision> topic;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours);
        teller = new Teller(neighbours);
        topic = new TopicReader<>(neighbours, Topics.APPROVAL_DECISIONS, ApprovalDecision.class);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        teller.close();
        console.close();
    }

    private static ApprovalRequest asked(int seconds) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ApprovalRequest request = Shop.untilHeld(UUID.randomUUID().toString(), now)
                .asks(0, "shopctl rollback --to 41", Risk.HIGH, "it worked before", now, now.plusSeconds(seconds));
        teller.tell(request);
        Await.that("the approval is known")
                .until(() -> http.get("/api/approvals/" + request.getId()).status() == 200);
        return request;
    }

    private static List<ApprovalDecision> decisions(ApprovalRequest request) {
        return topic.all(decision -> decision.getApprovalId().equals(request.getId())).stream()
                .map(TopicReader.Read::record)
                .toList();
    }

    private static boolean isListed(ApprovalRequest request, String path) {
        return http.get(path)
                .json()
                .valueStream()
                .anyMatch(approval -> approval.path("id").asString().equals(request.getId()));
    }

    /** With the hash of the action that was seen. */
    private static Map<String, Object> seen(ApprovalRequest request, Map<String, Object> answer) {
        Map<String, Object> all = new HashMap<>(answer);
        all.put("actionHash", request.getActionHash());
        return all;
    }

    @Test
    @DisplayName("APR-2 an answer that does not say which action was seen is refused")
    void withoutHash() {
        ApprovalRequest request = asked(300);
        Http.Answer answer = http.post("/api/approvals/" + request.getId() + "/approve", Map.of("by", "ann"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("actionHash");
        assertThat(decisions(request)).isEmpty();
    }

    @Test
    @DisplayName("APR-1 a request is shown with everything that a person needs")
    void shownWhole() {
        ApprovalRequest request = asked(300);
        JsonNode shown = http.get("/api/approvals/" + request.getId()).json();
        assertThat(shown.path("command").asString()).isEqualTo("shopctl rollback --to 41");
        assertThat(shown.path("risk").asString()).isEqualTo("HIGH");
        assertThat(shown.path("reasoning").asString()).isEqualTo("it worked before");
        assertThat(shown.path("affectedResources").size()).isEqualTo(2);
        assertThat(shown.path("blastRadius").asString()).isEqualTo("one service");
        assertThat(shown.path("rollback").asString()).contains("42");
        assertThat(shown.path("cost").path("micros").asLong()).isEqualTo(15_600);
        assertThat(shown.path("remainingMillis").asLong()).isEqualTo(880_000);
        assertThat(shown.path("expiresAt").asString())
                .isEqualTo(request.getExpiresAt().toString());
        assertThat(shown.path("state").asString()).isEqualTo("PENDING");
        assertThat(isListed(request, "/api/approvals")).isTrue();
    }

    @Test
    @DisplayName("APR-2 an approval is bound to the hash of the action that is pending")
    void approved() {
        ApprovalRequest request = asked(300);
        Http.Answer answer = http.post(
                "/api/approvals/" + request.getId() + "/approve", seen(request, Map.of("by", "ann", "channel", "cli")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(decisions(request)).singleElement().satisfies(decision -> {
            assertThat(decision.getAnswer()).isEqualTo(ApprovalAnswer.APPROVE);
            assertThat(decision.getActionHash()).isEqualTo(request.getActionHash());
            assertThat(decision.getDecidedBy()).isEqualTo("ann");
            assertThat(decision.getChannel()).isEqualTo("cli");
            assertThat(decision.getRunId()).isEqualTo(request.getRunId());
            assertThat(decision.getReason()).isNull();
        });
        assertThat(isListed(request, "/api/approvals")).isFalse();
        assertThat(isListed(request, "/api/approvals?all=true")).isTrue();
    }

    @Test
    @DisplayName("APR-2 later answers are told of the first")
    void laterAnswersAreToldOfTheFirst() {
        ApprovalRequest request = asked(300);
        http.post(
                "/api/approvals/" + request.getId() + "/deny",
                seen(request, Map.of("reason", "not at night", "by", "ann")));
        Http.Answer second =
                http.post("/api/approvals/" + request.getId() + "/approve", seen(request, Map.of("by", "ben")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("answer").path("by").asString()).isEqualTo("ann");
        assertThat(second.json().path("answer").path("answer").asString()).isEqualTo("DENY");
        assertThat(second.json().path("answer").path("reason").asString()).isEqualTo("not at night");
        assertThat(second.json().path("detail").asString()).contains("ann");
        assertThat(decisions(request)).hasSize(1);
    }

    @Test
    @DisplayName("APR-2 of many answers at once exactly one is taken")
    void manyAtOnce() throws Exception {
        ApprovalRequest request = asked(300);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> answers = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> http.post(
                                    "/api/approvals/" + request.getId() + "/approve",
                                    seen(request, Map.of("by", "person" + i)))
                            .status())
                    .toList();
            List<Integer> statuses = threads.invokeAll(answers).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(statuses).hasSize(8).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(decisions(request)).hasSize(1);
    }

    @Test
    @DisplayName("APR-2 an answer to another action than the pending one is refused")
    void anotherAction() {
        ApprovalRequest request = asked(300);
        Http.Answer answer =
                http.post("/api/approvals/" + request.getId() + "/approve", Map.of("actionHash", "what I saw before"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains(request.getActionHash());
        assertThat(decisions(request)).isEmpty();
        Http.Answer same = http.post(
                "/api/approvals/" + request.getId() + "/approve", Map.of("actionHash", request.getActionHash()));
        assertThat(same.status()).isEqualTo(200);
    }

    @Test
    void aDenialWantsAReason() {
        ApprovalRequest request = asked(300);
        for (String body : new String[] {"", "{}", "{\"reason\":\"  \"}"}) {
            Http.Answer answer = http.post("/api/approvals/" + request.getId() + "/deny", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/reason");
        }
        assertThat(isListed(request, "/api/approvals")).isTrue();
    }

    @Test
    void anExpiredOneIsNoLongerAnswered() {
        ApprovalRequest request = asked(-1);
        Http.Answer answer = http.post("/api/approvals/" + request.getId() + "/approve", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("state").asString()).isEqualTo("EXPIRED");
        assertThat(isListed(request, "/api/approvals")).isFalse();
    }

    @Test
    void anAnswerThatCameByAnotherWayIsKnown() {
        ApprovalRequest request = asked(300);
        teller.tell(
                Topics.ACTION_VERDICTS,
                request.getRunId(),
                Teller.second(request, Verdict.ALLOW, "cleo", Instant.now()));
        Await.that("it is approved")
                .until(() -> http.get("/api/approvals/" + request.getId())
                        .json()
                        .path("state")
                        .asString()
                        .equals("APPROVED"));
        Http.Answer late = http.post("/api/approvals/" + request.getId() + "/approve", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("answer").path("by").asString()).isEqualTo("cleo");
    }

    @Test
    void anUnknownOneIsNotFound() {
        Await.that("the topics are read")
                .until(() -> http.get("/actuator/health/readiness").status() == 200);
        assertThat(http.post("/api/approvals/x:1:0/approve", "").status()).isEqualTo(404);
    }
}
