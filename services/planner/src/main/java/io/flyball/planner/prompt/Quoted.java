package io.flyball.planner.prompt;

import io.flyball.planner.plan.OutsideText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Outside text between marks that it cannot forge: they carry a word that is made from the run's id and taken out of the
 * text.
 */
final class Quoted {
    private static final int WORD = 12;

    private final String word;

    private Quoted(String word) {
        this.word = word;
    }

    static Quoted in(String runId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("outside text in " + runId).getBytes(StandardCharsets.UTF_8));
            return new Quoted(HexFormat.of().formatHex(hash).substring(0, WORD));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The text as data from there, visible characters only, shortened to that length. */
    String quote(String source, String text, int most) {
        String data = OutsideText.excerpt(text, most).replace(word, "");
        return "<<<DATA " + word + " " + OutsideText.visible(source).replaceAll("\\s+", " ") + "\n" + data + "\nEND "
                + word + ">>>";
    }
}
