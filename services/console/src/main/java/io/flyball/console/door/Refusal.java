package io.flyball.console.door;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is not followed, as an answer to whoever made it. */
public final class Refusal extends RuntimeException {
    /** What helps where Alertmanager's body is too large, in its own words. */
    public static final String ALERTMANAGER_SENDS_LESS =
            "Let Alertmanager send less at once: max_alerts in its webhook_configs, or more labels in the route's group_by.";

    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> more;

    private Refusal(HttpStatus status, String detail, @Nullable Duration retryAfter, Map<String, Object> more) {
        super(detail);
        this.status = status;
        this.retryAfter = retryAfter;
        this.more = more;
    }

    /** Something in the address cannot be so; the detail says what is expected. */
    public static Refusal badRequest(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, detail, null, Map.of());
    }

    public static Refusal notFound(String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, detail, null, Map.of());
    }

    /** Whoever sent it has not shown who it is; the detail says what to set. */
    public static Refusal unauthorized(String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, detail, null, Map.of());
    }

    /** Whoever sent it may not do that; the detail says what to set. */
    public static Refusal forbidden(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, detail, null, Map.of());
    }

    /** The request contradicts what is already so; {@code more} shows that. */
    public static Refusal conflict(String detail, Map<String, Object> more) {
        return new Refusal(HttpStatus.CONFLICT, detail, null, more);
    }

    /** More than one body or record may bring; the detail names the limit. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, detail, null, Map.of());
    }

    public static Refusal unprocessable(String detail) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, detail, null, Map.of());
    }

    public static Refusal tooMany(String detail, Duration retryAfter) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, detail, retryAfter, Map.of());
    }

    /** Something that is needed gives no answer now. */
    public static Refusal unavailable(String detail) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, detail, SOON, Map.of());
    }

    /** Whether what was asked for is not there. */
    public boolean isNotFound() {
        return status == HttpStatus.NOT_FOUND;
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    Map<String, Object> more() {
        return more;
    }
}
