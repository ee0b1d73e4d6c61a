package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.Caller;
import io.flyball.console.door.FieldError;
import io.flyball.contract.RunRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-7 a wish for a run")
class RunRequestFormatTest {
    private final RunRequestFormat format = new RunRequestFormat(
            new LabelMapping(IngressPropertiesTest.defaults()), new Agents(Set.of("a", "service-restorer")), 100);

    private RunRequest read(String json) {
        return format.read(json.getBytes(StandardCharsets.UTF_8), new Caller("ann", "api", false, List.of()))
                .toRequest("r1", "k1", Instant.EPOCH);
    }

    private List<FieldError> errors(String json) {
        return catchThrowableOfType(BadBody.class, () -> read(json)).errors();
    }

    @Test
    void everyFieldIsTaken() {
        RunRequest request = read("""
                {"goal":"restart it","agent":"service-restorer","environment":"dev","dryRun":true,
                 "inputs":{"service":"shop","count":3},"principal":"ben","causedByRun":"r0","causalDepth":1}""");
        assertThat(request.getCausedByRun()).isEqualTo("r0");
        assertThat(request.getCausalDepth()).isEqualTo(1);
        assertThat(request.getRunId()).isEqualTo("r1");
        assertThat(request.getIdempotencyKey()).isEqualTo("k1");
        assertThat(request.getGoal()).isEqualTo("restart it");
        assertThat(request.getAgent()).isEqualTo("service-restorer");
        assertThat(request.getEnvironment()).isEqualTo("development");
        assertThat(request.getDryRun()).isTrue();
        assertThat(request.getInputs()).isEqualTo(Map.of("service", "shop", "count", "3"));
        assertThat(request.getPrincipal()).isEqualTo("ben");
    }

    @Test
    void whatIsNotSaidHasADefault() {
        RunRequest request = read("{\"goal\":\"g\",\"agent\":\"a\"}");
        assertThat(request.getEnvironment()).isEqualTo("production");
        assertThat(request.getDryRun()).isFalse();
        assertThat(request.getPrincipal()).isEqualTo("ann");
    }

    @Test
    @DisplayName("ING-7 an agent that nobody knows is refused, naming those that are known")
    void unknownAgent() {
        assertThat(errors("{\"goal\":\"g\",\"agent\":\"magician\"}"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo("/agent");
                    assertThat(error.expected()).isEqualTo("one of the agents [a, service-restorer]");
                    assertThat(error.found()).contains("magician");
                });
        assertThat(new Agents(Set.of()).mayKnow("magician")).isTrue();
        assertThat(Agents.in(Path.of("../../catalogue")).names()).contains("first-responder");
        assertThat(Agents.in(Path.of("nowhere")).names()).isEmpty();
    }

    @Test
    @DisplayName("ING-6 every wrong field is named")
    void everyWrongFieldIsNamed() {
        assertThat(errors("{\"dryrun\":true,\"agent\":\"a\",\"dryRun\":\"yes\",\"inputs\":{\"a\":{}}}"))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/dryrun", "/goal", "/dryRun", "/inputs/a");
    }

    @Test
    @DisplayName("ING-6 inputs over their bound are refused, naming field and limit; at the bound they are not")
    void inputsAreBounded() {
        String atTheBound = "{\"goal\":\"g\",\"agent\":\"a\",\"inputs\":{\"n\":\"" + "x".repeat(99) + "\"}}";
        assertThat(read(atTheBound).getInputs()).containsKey("n");
        assertThat(errors(atTheBound.replace("\"n\"", "\"nn\"")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo("/inputs");
                    assertThat(error.expected()).isEqualTo("at most 100 characters together, and there are 101");
                });
    }
}
