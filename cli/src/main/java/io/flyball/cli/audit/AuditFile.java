package io.flyball.cli.audit;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.AuditJson;
import io.flyball.schemas.audit.AuditSeal;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An export that is read line after line; lines that nobody can read count as damage. */
final class AuditFile {
    private final AuditCheck check = new AuditCheck();
    private final List<String> unreadable = new ArrayList<>();
    private @Nullable AuditSeal seal;
    private long lines;

    /**
     * That file.
     *
     * @throws CommandFailed if it cannot be opened
     */
    static AuditFile of(Path file) {
        AuditFile audit = new AuditFile();
        forEachLine(file, audit::add);
        return audit;
    }

    /**
     * Reads a file line after line.
     *
     * @throws CommandFailed if it cannot be opened
     */
    static void forEachLine(Path file, Consumer<String> reader) {
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(reader);
        } catch (NoSuchFileException _) {
            throw new CommandFailed(ExitCode.USAGE, "There is no file " + file + ".", "Name an export of the audit.");
        } catch (MalformedInputException | java.io.UncheckedIOException e) {
            throw new CommandFailed(ExitCode.USAGE, file + " is no text in UTF-8: " + e.getMessage(), "");
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be read: " + e.getMessage(), "");
        }
    }

    /** The next line. */
    void add(String line) {
        lines++;
        if (line.isBlank()) {
            return;
        }
        try {
            JsonNode json = Json.parse(line);
            if (AuditSeal.is(json)) {
                addSeal(json);
            } else {
                check.add(AuditJson.entry(json));
            }
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            unreadable.add("line " + lines + " cannot be read: " + e.getMessage());
        }
    }

    private void addSeal(JsonNode json) {
        if (seal != null) {
            throw new IllegalArgumentException("there is a seal already");
        }
        seal = AuditSeal.of(json);
    }

    AuditCheck check() {
        return check;
    }

    List<String> unreadable() {
        return unreadable;
    }

    Optional<AuditSeal> seal() {
        return Optional.ofNullable(seal);
    }
}
