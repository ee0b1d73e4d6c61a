package io.flyball.drills.budgetrace;

import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** The cost ledger of the suite. */
final class Ledger {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Suite suite;
    private final Instant from = Instant.now().minus(Duration.ofHours(2));

    Ledger(Suite suite) {
        this.suite = suite;
    }

    ServiceProcess process() {
        return suite.services().stream()
                .filter(it -> it.service() == Service.COST_LEDGER)
                .findFirst()
                .orElseThrow();
    }

    /** All that it has, micro-dollars; -1 if it does not answer. */
    long total() throws InterruptedException {
        var request = HttpRequest.newBuilder(process().url().resolve("/costs?by=principal&from=" + from))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + suite.token())
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? JSON.readTree(answer.body())
                            .path("total")
                            .path("costMicros")
                            .asLong()
                    : -1;
        } catch (IOException _) {
            return -1;
        }
    }
}
