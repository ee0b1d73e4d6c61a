package io.flyball.toolexecutor.mcp;

import io.flyball.toolexecutor.network.MessagePost;
import io.flyball.toolexecutor.process.Ending;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** To an address: each message is a POST of its own, answered by one message or by a stream of them. */
final class HttpLine implements Line {
    private static final String SESSION = "Mcp-Session-Id";
    private static final Duration PARTING = Duration.ofSeconds(2);
    private static final String PLAIN = "[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?";

    private final MessagePost post = new MessagePost();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final URI url;
    private final List<String> hosts;
    private final @Nullable String token;
    private final Ending ending;
    private Revision revision = Revision.JULY_2026;
    private @Nullable String session;
    private long heard;

    /** @param token for the server; absent where it wants none */
    HttpLine(URI url, List<String> hosts, @Nullable String token, Ending ending) {
        this.url = url;
        this.hosts = hosts;
        this.token = token;
        this.ending = ending;
        ending.onEnd(_ -> ended.tryEmitEmpty());
    }

    @Override
    public Optional<JsonNode> ask(ObjectNode question, Duration patience) throws IOException {
        Hearing hearing = new Hearing(question);
        Optional<MessagePost.Head> head = send("POST", question, hearing, patience);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        heard += hearing.bytes();
        if (heard > LONGEST_CONVERSATION) {
            throw new IOException("the server said more than " + LONGEST_CONVERSATION + " bytes in one conversation");
        }
        JsonNode answer = hearing.answer(head.get().status());
        head.get().header().apply(SESSION).filter(id -> id.matches(PLAIN)).ifPresent(id -> session = id);
        for (JsonNode request : hearing.requests()) {
            tell(Messages.reply(request));
        }
        return Optional.of(answer);
    }

    @Override
    public void tell(ObjectNode notice) throws IOException {
        send("POST", notice, new Hearing(notice), PARTING);
    }

    private Optional<MessagePost.Head> send(
            String method, @Nullable ObjectNode message, Hearing hearing, Duration patience) throws IOException {
        String body = message == null ? null : message.toString();
        MessagePost.Message posted = new MessagePost.Message(method, url, headers(message), body);
        Optional<MessagePost.Head> head = post.send(posted, hosts, hearing::begin, patience, ended.asMono());
        if (ending.cause().isPresent()) {
            throw new IOException("it was ended");
        }
        return head;
    }

    private Map<String, String> headers(@Nullable ObjectNode message) {
        Map<String, String> headers = new HashMap<>(
                Map.of("Content-Type", "application/json", "Accept", "application/json, text/event-stream"));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (session != null) {
            headers.put(SESSION, session);
        }
        boolean greeting =
                message != null && message.path("method").asString("").equals("initialize");
        if (!greeting) {
            headers.put("MCP-Protocol-Version", revision.date());
        }
        if (message != null && !revision.greets()) {
            headers.put("Mcp-Method", message.path("method").asString(""));
            String name = message.path("params").path("name").asString("");
            if (!name.isEmpty()) {
                headers.put("Mcp-Name", headerValue(name));
            }
        }
        return headers;
    }

    private static String headerValue(String text) {
        return text.matches(PLAIN) && !text.startsWith("=?base64?")
                ? text
                : "=?base64?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    @Override
    public void speak(Revision spoken) {
        revision = spoken;
    }

    @Override
    public String complaints() {
        return "";
    }

    /** A session is given back, unless the call was told to end: then nothing more is said. */
    @Override
    public void close() {
        if (session == null || ending.cause().isPresent()) {
            return;
        }
        try {
            send("DELETE", null, new Hearing(Messages.object()), PARTING);
        } catch (IOException _) {
            // The server forgets it by itself, some time.
        }
    }
}
