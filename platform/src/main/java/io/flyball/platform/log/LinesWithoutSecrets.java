package io.flyball.platform.log;

import io.flyball.secrets.SecretFilter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * No secret that the filter knows is in a log in JSON, stack traces included. The placeholders are this process's own: what a log says can
 * be compared within the log.
 */
final class LinesWithoutSecrets implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final String THIS_PROCESS = "log";

    private final SecretFilter filter =
            new SecretFilter(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(
                String.class, text -> filter.filter(THIS_PROCESS, text).text()));
    }
}
