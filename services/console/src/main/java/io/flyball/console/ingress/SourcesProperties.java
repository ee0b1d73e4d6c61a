package io.flyball.console.ingress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerting systems show who they are.
 *
 * @param keys secrets by the name of the source; one without any only comes in with the token of the installation
 * @param topics the topics of Amazon SNS that may send here
 * @param tolerance how far a signed time may be from ours
 * @param retries how long Amazon SNS tries to deliver one message; an older one is a replay
 */
@ConfigurationProperties("flyball.sources")
record SourcesProperties(
        @DefaultValue Map<String, Keys> keys,
        @DefaultValue List<String> topics,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("7h") Duration retries) {

    SourcesProperties {
        keys = Map.copyOf(keys);
        topics = List.copyOf(topics);
        if (!tolerance.isPositive() || !retries.isPositive()) {
            throw new IllegalArgumentException("flyball.sources: tolerance and retries must be positive");
        }
        keys.forEach((name, own) -> own.check(name));
    }

    /** The secrets of that source; none if it has none. */
    List<String> keysOf(String source) {
        Keys own = keys.get(source);
        return own == null ? List.of() : own.all();
    }

    /**
     * The secrets of one source. Any of them will do, so that a new one can be set before the old one is taken away.
     *
     * @param values the secrets themselves
     * @param file one secret a line, read anew for each body
     */
    record Keys(@DefaultValue List<String> values, @Nullable Path file) {

        void check(String source) {
            if (file != null && !Files.isReadable(file)) {
                throw new IllegalArgumentException(
                        "flyball.sources.keys." + source + ".file: " + file + " cannot be read");
            }
        }

        List<String> all() {
            return Stream.concat(values.stream(), lines())
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .toList();
        }

        private Stream<String> lines() {
            try {
                return file == null ? Stream.of() : Files.readAllLines(file).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Never the secrets: properties are printed. */
        @Override
        public String toString() {
            return "Keys[" + values.size() + " values, file " + file + "]";
        }
    }
}
