package io.flyball.orchestrator.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What released versions have recorded: {@code kept.txt} has the SHA-256 of each file, as {@code sha256sum} writes it, and
 * {@code changed.txt} lines like {@code 3/approved.jsonl 12 why}.
 */
final class Kept {
    private Kept() {}

    /** One sentence for each file that is not as it was. */
    static List<String> broken(Path folder) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("kept.txt"))) {
            String[] parts = line.split("  ", 2);
            Path file = folder.resolve(parts[1]);
            if (!Files.exists(file)) {
                sentences.add(parts[1] + " is gone");
            } else if (!digest(file).equals(parts[0])) {
                sentences.add(parts[1] + " is another");
            }
        }
        return sentences;
    }

    /** From which line on the machine means to decide otherwise than was recorded. */
    static int changedFrom(Path folder, Path file) throws IOException {
        String name = folder.relativize(file).toString().replace('\\', '/');
        for (String line : Files.readAllLines(folder.resolve("changed.txt"))) {
            String[] parts = line.split(" ", 3);
            if (parts[0].equals(name)) {
                return Integer.parseInt(parts[1]);
            }
        }
        return Integer.MAX_VALUE;
    }

    static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
