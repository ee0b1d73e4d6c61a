package io.flyball.cli.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of an installation on this machine: token, what is running, data, logs. */
public record DataFolder(Path path) {

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The bearer token; empty if the stack was never up. */
    public Optional<String> token() {
        return read(tokenFile()).map(String::strip);
    }

    /** The file that holds the token. */
    public Path tokenFile() {
        return path.resolve("token");
    }

    /** The file that holds the key with which governors sign grants. */
    public Path grantKeyFile() {
        return path.resolve("grants/signing.key");
    }

    /** The list of the keys that executors believe. */
    public Path grantPublicKeysFile() {
        return path.resolve("grants/verifying.keys");
    }

    /** The file that holds the key which seals exports of the audit. */
    public Path auditKeyFile() {
        return path.resolve("audit-key");
    }

    /** The public half of that key, base64; empty if nothing was exported yet. */
    public Optional<String> auditPublicKey() {
        return read(auditKeyFile()).flatMap(text -> text.lines().findFirst());
    }

    /** People with tokens of their own, and their roles. */
    public Path peopleFile() {
        return path.resolve("people");
    }

    /** What the orchestrator signs of the audit, outside Kafka. */
    public Path checkpointFile() {
        return path.resolve("audit/checkpoints.jsonl");
    }

    /** The file that holds the key which signs these. */
    public Path checkpointKeyFile() {
        return path.resolve("audit/checkpoint-key");
    }

    /** The public half of that key, base64; empty if nothing was signed yet. */
    public Optional<String> checkpointPublicKey() {
        return read(checkpointKeyFile()).flatMap(text -> text.lines().findFirst());
    }

    /** What is running; empty if the stack is not up. */
    public Optional<StackFile> stack() {
        return read(stackFile()).map(text -> StackFile.parse(stackFile(), text));
    }

    /** The file that tells what is running. */
    public Path stackFile() {
        return path.resolve("stack.json");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
