package io.flyball.console.audit;

import io.flyball.console.door.Refusal;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.wire.Wire;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The audit as JSON Lines, read from the topic while it is asked for: nothing of it is kept in memory. */
@RestController
@RequestMapping("/api/audit")
final class AuditController {
    private final ConnectionProperties connection;
    private final Wire wire;
    private final SealKey key;
    private final Clock clock;

    AuditController(ConnectionProperties connection, Wire wire, SealKey key, Clock clock) {
        this.connection = connection;
        this.wire = wire;
        this.key = key;
        this.clock = clock;
    }

    /** The entries that fit to all that is given. */
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<String> search(@RequestParam Map<String, String> wanted) {
        return lines(new AuditQuery(wanted), null);
    }

    /** All entries, or those of a run, and a seal as the last line. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<String> export(@RequestParam Map<String, String> wanted) {
        AuditQuery query = new AuditQuery(wanted);
        if (!query.isWholeChains()) {
            throw Refusal.unprocessable("An export is of everything, or of one run: a seal covers whole chains only.");
        }
        return lines(query, key.pair());
    }

    private Flux<String> lines(AuditQuery query, @Nullable KeyPair seal) {
        return Flux.using(
                        () -> new AuditLines(new AuditTopic(connection, wire), query, seal, clock),
                        lines -> Flux.fromIterable(() -> lines),
                        AuditLines::close)
                .subscribeOn(Schedulers.boundedElastic());
    }
}
