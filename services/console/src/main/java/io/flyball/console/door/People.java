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
        return byHash(HexFormat.of().formatHex(hash(token)));
    }

    /** The person whose token has that hash, 64 hex digits. */
    Optional<Person> byHash(String tokenHash) {
        return all().stream()
                .filter(person -> Sessions.same(person.tokenHash(), tokenHash))
                .findFirst();
    }

    private List<Person> all() {
        try {
            return people(Files.readAllLines(file));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            log.error("{} cannot be read, so nobody in it comes in: {}", file, e.getMessage());
            return List.of();
        }
    }

    private static List<Person> people(List<String> lines) {
        List<Person> people = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Person::of)
                .toList();
        if (people.stream().map(Person::tokenHash).distinct().count() < people.size()) {
            throw new IllegalArgumentException("two lines have the same token; whose roles hold?");
        }
        return people;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
