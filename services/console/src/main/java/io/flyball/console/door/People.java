package io.flyball.console.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people of a file, read for every request: whoever is taken out of it is out at once. A file that cannot be read lets
 * nobody in but the local token.
 */
final class People {
    private static final Logger log = LoggerFactory.getLogger(People.class);

    private final Path file;

    People(Path file) {
        this.file = file;
    }

    Optional<Person> byToken(String token) {
        byte[] hash = hash(token);
        return all().stream()
                .filter(person -> MessageDigest.isEqual(hash, HexFormat.of().parseHex(person.tokenHash())))
                .findFirst();
    }

    Optional<Person> byName(String name) {
        return all().stream().filter(person -> person.name().equals(name)).findFirst();
    }

    private List<Person> all() {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Person::of)
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            log.error("{} cannot be read, so nobody in it comes in: {}", file, e.getMessage());
            return List.of();
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
