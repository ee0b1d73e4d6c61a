package io.flyball.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Texts written in base64: a run whose text holds a secret is one. */
final class Base64Texts {
    private static final int SHORTEST = 24;
    private static final int FIRST = 16;

    /** Looks for secrets in a decoded text. */
    @FunctionalInterface
    interface Look {
        boolean finds(String decoded);
    }

    private Base64Texts() {}

    static void find(Text text, Look look, Findings findings) {
        int i = 0;
        while (i < text.length) {
            if (!Alphabet.BASE64.has(text.chars[i])) {
                i++;
                continue;
            }
            int end = text.endOf(Alphabet.BASE64, i);
            if (end - i >= SHORTEST
                    && decoded(text.part(i, end)).filter(look::finds).isPresent()) {
                findings.add(i, end, "base64-secret");
            }
            i = end;
        }
    }

    /** What it says; empty if it is no base64 of a text. The beginning is tried first, since most runs are none. */
    static Optional<String> decoded(String run) {
        String body = run.replace("=", "");
        boolean trial = looksLikeText(body.substring(0, Math.min(FIRST, body.length() / 4 * 4)));
        return trial ? decode(body).filter(Base64Texts::isText) : Optional.empty();
    }

    private static boolean looksLikeText(String first) {
        return !first.isEmpty() && decode(first).filter(Base64Texts::isText).isPresent();
    }

    private static Optional<String> decode(String body) {
        try {
            String whole = body.length() % 4 == 1 ? body.substring(0, body.length() - 1) : body;
            return Optional.of(new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isText(String decoded) {
        return decoded.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t');
    }
}
