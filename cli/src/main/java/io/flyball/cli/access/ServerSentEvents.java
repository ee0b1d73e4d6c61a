package io.flyball.cli.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes a stream of server-sent events apart, as the HTML standard says. */
final class ServerSentEvents implements AutoCloseable {
    private final BufferedReader lines;
    private String lastId;

    ServerSentEvents(InputStream stream, String lastId) {
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.lastId = lastId;
    }

    /**
     * One event.
     *
     * @param id what to go on after when the stream breaks
     */
    record Event(String id, String name, String data) {}

    /** The next event; empty when the stream has ended. */
    Optional<Event> next() throws IOException {
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Event(lastId, name, data.substring(0, data.length() - 1)));
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "id" -> lastId = value;
                case "event" -> name = value;
                case "data" -> data.append(value).append('\n');
                // A comment keeps the connection alive; other fields are for browsers.
                default -> {}
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
