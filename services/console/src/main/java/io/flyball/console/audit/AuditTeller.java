package io.flyball.console.audit;

import io.flyball.console.door.LoginNews;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells for the audit who came in, and who did not. Of a flood of guesses it tells the first of each second. */
@Component
final class AuditTeller implements LoginNews {
    private static final Logger log = LoggerFactory.getLogger(AuditTeller.class);
    private static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(1);
    private static final String SERVICE = "console";
    private static final int SECONDS_TO_SEND = 60;
    private static final JsonMapper JSON = new JsonMapper();

    private final Publisher publisher;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private Instant lastRefusal = Instant.EPOCH;

    AuditTeller(Publisher publisher, TimeOrderedIds ids, Clock clock) {
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void cameIn(String who) {
        tell(AuditKind.LOGIN, who, Map.of("where", "/login"));
    }

    @Override
    public void refused(String path) {
        if (isNews(clock.instant())) {
            tell(AuditKind.LOGIN_FAILURE, "nobody", Map.of("where", path));
        }
    }

    private synchronized boolean isNews(Instant now) {
        boolean news = !now.isBefore(lastRefusal.plus(BETWEEN_REFUSALS));
        lastRefusal = news ? now : lastRefusal;
        return news;
    }

    private void tell(AuditKind kind, String who, Map<String, String> detail) {
        AuditFact fact = AuditFact.newBuilder()
                .setId("login:" + ids.next())
                .setTenant("default")
                .setService(SERVICE)
                .setKind(kind)
                .setActor(who)
                .setDetailJson(JSON.writeValueAsString(detail))
                .setAt(clock.instant())
                .build();
        // Whoever asks may be a thread that serves all requests, and Kafka or the registry may be away.
        Thread.ofVirtual().name("audit-login").start(() -> send(fact));
    }

    private void send(AuditFact fact) {
        try {
            publisher.send(Topics.AUDIT_FACTS, SERVICE, fact).get(SECONDS_TO_SEND, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.error("could not tell {} of {} for the audit", fact.getKind(), fact.getActor(), e);
        }
    }
}
