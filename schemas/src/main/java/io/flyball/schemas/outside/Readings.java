package io.flyball.schemas.outside;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which a model may read a text: without what nobody sees, and with what is written in another form. */
final class Readings {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");

    /** More of them are no text that somebody reads. */
    private static final int MOST_DECODED = 20;

    /** The tags block repeats ASCII as characters that nobody sees and models read. */
    private static final int TAGS = 0xE0000;

    private Readings() {}

    static List<String> of(String text) {
        List<String> all = new ArrayList<>();
        String plain = plain(text);
        all.add(plain);
        BASE64.matcher(plain)
                .results()
                .limit(MOST_DECODED)
                .forEach(it -> decoded(it.group()).ifPresent(all::add));
        return all;
    }

    private static String plain(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .codePoints()
                .map(c -> c > TAGS && c < TAGS + 0x7F ? c - TAGS : c)
                .filter(c -> c == '\n' || c == '\t' || isSeen(c))
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
