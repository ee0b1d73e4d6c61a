package io.flyball.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.door.Refusal;
import io.flyball.console.outbox.Replay;
import io.flyball.console.readmodel.DeadLetterShelf;
import io.flyball.console.readmodel.DeadLetterView;
import io.flyball.console.readmodel.Lookup;
import io.flyball.contract.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody could read: to be looked at, and sent again once it can be. */
@RestController
@RequestMapping("/api/dead-letters")
final class DeadLettersController {
    private final DeadLetterShelf shelf;
    private final Lookup lookup;
    private final Replay replay;
    private final Clock clock;

    DeadLettersController(DeadLetterShelf shelf, Lookup lookup, Replay replay, Clock clock) {
        this.shelf = shelf;
        this.lookup = lookup;
        this.replay = replay;
        this.clock = clock;
    }

    @GetMapping
    List<DeadLetterView> list() {
        return shelf.list();
    }

    @GetMapping("/{id}")
    WithBytes one(@PathVariable String id) {
        return WithBytes.of(lookup.deadLetter(id), letter(id));
    }

    @PostMapping("/{id}/replay")
    Replay.Sent replay(@PathVariable String id) {
        lookup.deadLetter(id);
        DeadLetter letter = letter(id);
        if (!letter.getShortened().isEmpty()) {
            throw Refusal.conflict(
                    "It is not whole here and cannot be sent again: " + String.join("; ", letter.getShortened())
                            + ". The record itself is at " + letter.getId() + ", as long as its topic keeps it.",
                    Map.of("shortened", letter.getShortened()));
        }
        Replay.Sent sent = replay.send(letter);
        shelf.replayed(id, clock.instant());
        return sent;
    }

    private DeadLetter letter(String id) {
        return shelf.find(id).orElseThrow(() -> Refusal.notFound("Dead letter " + id + " is no longer kept here."));
    }

    /** One of them with all that came with it; {@code text} is its value read as UTF-8, for people. */
    record WithBytes(
            @JsonUnwrapped DeadLetterView letter,
            Map<String, String> headers,
            List<String> shortened,
            @Nullable String keyBase64,
            @Nullable String valueBase64,
            @Nullable String text) {

        static WithBytes of(DeadLetterView view, DeadLetter letter) {
            ByteBuffer value = letter.getValue();
            return new WithBytes(
                    view,
                    letter.getHeaders(),
                    letter.getShortened(),
                    base64(letter.getKey()),
                    base64(value),
                    value == null
                            ? null
                            : StandardCharsets.UTF_8.decode(value.duplicate()).toString());
        }

        private static @Nullable String base64(@Nullable ByteBuffer bytes) {
            return bytes == null
                    ? null
                    : StandardCharsets.ISO_8859_1
                            .decode(Base64.getEncoder().encode(bytes.duplicate()))
                            .toString();
        }
    }
}
