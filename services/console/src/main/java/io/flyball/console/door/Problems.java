package io.flyball.console.door;

import io.flyball.platform.wire.RecordTooLarge;
import io.flyball.platform.wire.RegistryUnavailable;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebExchange;

/** What goes wrong, as problem details that say what to do. */
@RestControllerAdvice
@Order(-1)
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final MeterRegistry meters;

    Problems(MeterRegistry meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badBody(BadBody e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, e);
        problem.setTitle("The request is not what was expected");
        problem.setProperty("errors", e.errors());
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal e) {
        if (e.status() == HttpStatus.CONTENT_TOO_LARGE) {
            meters.counter("flyball.door.too.large").increment();
        }
        ProblemDetail problem = problem(e.status(), e);
        e.more().forEach(problem::setProperty);
        var headers = new HttpHeaders();
        if (e.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (e.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, e.retryAfter().toSeconds())));
        }
        return ResponseEntity.of(problem).headers(headers).build();
    }

    @ExceptionHandler({DataBufferLimitException.class, ContentTooLargeException.class})
    ResponseEntity<ProblemDetail> tooLarge(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return refused(Refusal.tooLarge("The body is over " + DoorConfiguration.LARGEST_BODY + " bytes."
                + (path.equals("/webhooks/alertmanager") ? " " + Refusal.ALERTMANAGER_SENDS_LESS : "")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(RecordTooLarge e) {
        return refused(Refusal.tooLarge("Too much for one record: " + e.getMessage() + "."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> registry(RegistryUnavailable e) {
        return away("The schema registry gives no answer: " + e.getMessage(), e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> kafka(KafkaException e) {
        return away("Kafka has not acknowledged: " + e.getMessage(), e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> redis(RedisException e) {
        return away("Redis gives no answer: " + e.getMessage(), e);
    }

    private ResponseEntity<ProblemDetail> away(String detail, Exception e) {
        log.warn(detail, e);
        return refused(Refusal.unavailable(detail));
    }

    private static ProblemDetail problem(HttpStatus status, Exception e) {
        return ProblemDetail.forStatusAndDetail(status, Objects.requireNonNullElse(e.getMessage(), ""));
    }
}
