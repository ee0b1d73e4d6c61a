package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.ShownTools;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One conversation with a server, from the greeting to the call. Whoever gives the time ends the line when it is up. */
final class Conversation {
    private static final String META = "io.modelcontextprotocol/";
    private static final int MOST_TOOLS = 1_000;
    private static final int MOST_PAGES = 100;

    /** What knows no discovery may stay silent when it is asked. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Longer than any call may take. */
    private static final Duration UNTIL_ENDED = Duration.ofDays(1);

    private final Line line;
    private Revision revision = Revision.JULY_2026;
    private long asked;

    private Conversation(Line line) {
        this.line = line;
    }

    /**
     * Begins one, in the newest revision that both sides know.
     *
     * @throws IOException if there is none, or the server does not answer as one
     */
    static Conversation with(Line line) throws IOException {
        Conversation conversation = new Conversation(line);
        conversation.begin();
        return conversation;
    }

    private void begin() throws IOException {
        line.speak(revision);
        JsonNode supported = discovered().map(Conversation::supported).orElse(Messages.object());
        if (!supported.isArray()) {
            greet(Revision.NOVEMBER_2025);
            return;
        }
        if (supported.valueStream().noneMatch(date -> date.asString("").equals(revision.date()))) {
            greet(newestOf(supported));
        }
    }

    private Optional<JsonNode> discovered() throws IOException {
        try {
            return line.ask(question("server/discover", Messages.object()), SILENCE);
        } catch (Hearing.NotUnderstood e) {
            if (e.mayTakeAnother()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The revisions that it tells; missing if it does not know the question, as servers before 2026-07-28. */
    private static JsonNode supported(JsonNode answer) {
        return answer.path("error").path("code").asInt(0) == Messages.UNSUPPORTED_REVISION
                ? answer.path("error").path("data").path("supported")
                : answer.path("result").path("supportedVersions");
    }

    private static Revision newestOf(JsonNode supported) throws IOException {
        return supported
                .valueStream()
                .flatMap(date -> Revision.of(date.asString("")).stream())
                .min(Revision::compareTo)
                .orElseThrow(() ->
                        new IOException("the server speaks " + supported + ", here are spoken " + Revision.all()));
    }

    private void greet(Revision wanted) throws IOException {
        revision = wanted;
        line.speak(wanted);
        ObjectNode params = Messages.object().put("protocolVersion", wanted.date());
        params.set("capabilities", Messages.object());
        params.set("clientInfo", us());
        String answered = ask("initialize", params).path("protocolVersion").asString("");
        revision = Revision.of(answered)
                .filter(Revision::greets)
                .orElseThrow(() -> new IOException(
                        "the server wants to speak " + answered + ", here are spoken " + Revision.all()));
        line.speak(revision);
        line.tell(Messages.notice("notifications/initialized"));
    }

    private static ObjectNode us() {
        return Messages.object().put("name", "flyball").put("version", "0.1.0");
    }

    Revision revision() {
        return revision;
    }

    /**
     * All tools that it shows.
     *
     * @throws IOException if it shows what are no tools, or too many
     */
    ShownTools tools() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        ObjectNode params = Messages.object();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ask("tools/list", params);
            answer.path("tools").forEach(all::add);
            if (all.size() > MOST_TOOLS) {
                throw new IOException("the server shows more than " + MOST_TOOLS + " tools");
            }
            String next = answer.path("nextCursor").asString("");
            if (next.isEmpty()) {
                return shown(all);
            }
            params = Messages.object().put("cursor", next);
        }
        throw new IOException("the server shows its tools on more than " + MOST_PAGES + " pages");
    }

    private static ShownTools shown(List<JsonNode> all) throws IOException {
        try {
            return ShownTools.of(all);
        } catch (IllegalArgumentException e) {
            throw new IOException("the server shows what cannot be taken: " + e.getMessage(), e);
        }
    }

    /**
     * Calls a tool.
     *
     * @return the result, as the server gave it
     * @throws IOException if it gave none
     */
    JsonNode call(String tool, JsonNode arguments) throws IOException {
        ObjectNode params = Messages.object().put("name", tool);
        params.set("arguments", arguments);
        return ask("tools/call", params);
    }

    private JsonNode ask(String method, ObjectNode params) throws IOException {
        JsonNode answer = line.ask(question(method, params), UNTIL_ENDED)
                .orElseThrow(() -> new IOException("the server did not answer " + method));
        if (answer.has("error")) {
            JsonNode error = answer.path("error");
            throw new ServerError(
                    method, error.path("code").asInt(0), error.path("message").asString(""));
        }
        JsonNode result = answer.path("result");
        String kind = result.path("resultType").asString("complete");
        if (!kind.equals("complete")) {
            throw new IOException(
                    "the server wants more than the call gave it (" + kind + "), and nobody is asked here");
        }
        return result;
    }

    private ObjectNode question(String method, ObjectNode params) {
        if (!revision.greets()) {
            ObjectNode meta = Messages.object().put(META + "protocolVersion", revision.date());
            meta.set(META + "clientInfo", us());
            meta.set(META + "clientCapabilities", Messages.object());
            params.set("_meta", meta);
        }
        return Messages.request(++asked, method, params);
    }

    /** The server answered with an error. */
    static final class ServerError extends IOException {
        private static final long serialVersionUID = 1L;

        ServerError(String method, int code, String message) {
            super("the server answered " + method + " with the error " + code + ": " + message);
        }
    }
}
