package io.flyball.console.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An alert that is being read; bounds what senders bring. */
final class Draft {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 1_000;
    private static final int LONGEST_ANNOTATION = 10_000;
    private static final int MOST = 100;
    private static final int LONGEST_ID = 300;

    private final String source;
    private final String name;
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, String> annotations = new TreeMap<>();
    private String fingerprint = "";
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private @Nullable String url;

    Draft(String source, Optional<String> name) {
        this.source = source;
        this.name = cut(name.orElse("unnamed alert"), LONGEST_NAME);
    }

    Draft label(String label, Optional<String> value) {
        value.ifPresent(text -> put(labels, label, cut(text, LONGEST_LABEL)));
        return this;
    }

    Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }

    Draft labels(Map<String, String> more) {
        more.forEach((label, value) -> label(label, Optional.of(value)));
        return this;
    }

    Draft annotation(String annotation, Optional<String> value) {
        value.ifPresent(text -> put(annotations, annotation, cut(text, LONGEST_ANNOTATION)));
        return this;
    }

    Draft annotations(Map<String, String> more) {
        more.forEach((annotation, value) -> annotation(annotation, Optional.of(value)));
        return this;
    }

    /** The source's own fingerprint, as it is. */
    Draft fingerprint(Optional<String> given) {
        given.ifPresent(text -> fingerprint = text.length() <= LONGEST_ID ? text : hash(text));
        return this;
    }

    /** What the source calls the condition; its ids mean nothing beside those of another source. */
    Draft identity(String... parts) {
        boolean readable = parts.length == 1 && parts[0].length() <= LONGEST_ID;
        fingerprint = source + ":" + (readable ? parts[0] : hash(parts));
        return this;
    }

    Draft started(Optional<Instant> at) {
        startsAt = at.orElse(startsAt);
        return this;
    }

    Draft ended(Optional<Instant> at) {
        endsAt = at.orElse(endsAt);
        return this;
    }

    Draft url(Optional<String> at) {
        url = at.map(text -> cut(text, LONGEST_ANNOTATION)).orElse(url);
        return this;
    }

    /** An end is only told of what is over; what names nothing of its own is identified by name and labels. */
    SourceAlert toAlert(boolean firing) {
        if (fingerprint.isEmpty()) {
            fingerprint = hash(source, name, unchanging().toString());
        }
        return new SourceAlert(
                name,
                firing,
                fingerprint,
                new TreeMap<>(labels),
                new TreeMap<>(annotations),
                startsAt,
                firing ? null : endsAt,
                url);
    }

    /** A condition may grow worse without being another. */
    private Map<String, String> unchanging() {
        Map<String, String> unchanging = new TreeMap<>(labels);
        unchanging.remove("severity");
        return unchanging;
    }

    private static void put(Map<String, String> texts, String key, String text) {
        if (key.length() <= LONGEST_NAME && (texts.size() < MOST || texts.containsKey(key))) {
            texts.put(key, text);
        }
    }

    /** Not in the middle of a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 4)) ? longest - 4 : longest - 3;
        return text.substring(0, end) + "...";
    }

    /** With the length of each part, so that no other division of the same characters gives the same. */
    static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts)
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(bytes -> {
                        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
