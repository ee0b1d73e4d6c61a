package io.flyball.console.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as a browser does. */
public final class EventStream implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MILLIS = 120_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    /** One event. */
    public record Event(String id, String name, JsonNode data) {}

    public EventStream(RunningConsole console, String path, String lastId) {
        try {
            connection = (HttpURLConnection) console.uri(path).toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + console.token());
            connection.setRequestProperty("Accept", "text/event-stream");
            if (lastId != null) {
                connection.setRequestProperty("Last-Event-ID", lastId);
            }
            connection.setReadTimeout(PATIENCE_MILLIS);
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event; empty when the stream has ended. */
    public Optional<Event> next() {
        try {
            String id = "";
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    return Optional.of(new Event(id, name, JSON.readTree(data.toString())));
                }
                id = line.startsWith("id:") ? line.substring(3).strip() : id;
                name = line.startsWith("event:") ? line.substring(6).strip() : name;
                if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event that fits; what does not is passed over. */
    public Event await(Predicate<Event> wanted) {
        while (true) {
            Event event = next().orElseThrow(() -> new AssertionError("the stream ended"));
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    /** All that is left until the stream ends. */
    public List<Event> rest() {
        List<Event> rest = new ArrayList<>();
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            rest.add(event.get());
        }
        return rest;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
