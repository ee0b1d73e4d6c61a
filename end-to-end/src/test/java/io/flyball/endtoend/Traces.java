package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run's trace, read back from the tracing back end. */
record Traces(List<JsonNode> spans) {
    static final Set<String> SIX =
            Set.of("orchestrator", "planner", "governor", "tool-executor", "cost-ledger", "notifier");

    static Traces of(String tracingUrl, String traceId) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(tracingUrl + "/api/v2/trace/" + traceId))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return new Traces(List.of());
        }
        return new Traces(new JsonMapper().readTree(answer.body()).valueStream().toList());
    }

    Set<String> services() {
        return spans.stream()
                .map(span -> span.path("localEndpoint").path("serviceName").asString())
                .collect(Collectors.toSet());
    }

    /** Every span but one has its parent in the trace, and that one is the run's own. */
    void assertWhole() {
        Map<String, List<JsonNode>> byId = spans.stream()
                .collect(Collectors.groupingBy(span -> span.path("id").asString()));
        List<String> roots = spans.stream()
                .filter(span -> span.path("parentId").isMissingNode())
                .map(span -> span.path("name").asString())
                .toList();
        assertThat(roots).singleElement().asString().startsWith("invoke_agent");
        assertThat(spans)
                .filteredOn(span -> !span.path("parentId").isMissingNode())
                .allSatisfy(span -> assertThat(byId)
                        .as("parent of %s in %s", span.path("name"), span.path("localEndpoint"))
                        .containsKey(span.path("parentId").asString()));
    }

    /** Which service's span was caused, directly or through others, by a span of which service. */
    void assertCaused(String effect, String cause) {
        Map<String, JsonNode> byId =
                spans.stream().collect(Collectors.toMap(span -> span.path("id").asString(), span -> span, (a, _) -> a));
        assertThat(spans.stream().filter(span -> service(span).equals(effect)).anyMatch(span -> {
                    JsonNode parent = byId.get(span.path("parentId").asString(""));
                    while (parent != null && service(parent).equals(effect)) {
                        parent = byId.get(parent.path("parentId").asString(""));
                    }
                    return parent != null && service(parent).equals(cause);
                }))
                .as("%s is caused by %s", effect, cause)
                .isTrue();
    }

    private static String service(JsonNode span) {
        return span.path("localEndpoint").path("serviceName").asString();
    }
}
