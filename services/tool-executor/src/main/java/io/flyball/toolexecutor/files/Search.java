package io.flyball.toolexecutor.files;

import io.flyball.catalogue.files.ProtectedFiles;
import io.flyball.files.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One search: walks by open folders, so that no link leads it out, and tells what it left out. */
final class Search {
    private static final int DEEPEST = 50;

    private final Path top;
    private final SearchFiles.Wanted wanted;
    private final List<String> readable;
    private final SearchBounds bounds;
    private final long deadline;
    private final List<String> found = new ArrayList<>();
    private final Set<String> guarding = new LinkedHashSet<>();
    private Optional<String> end = Optional.empty();
    private int things;
    private long bytes;
    private int links;
    private int guarded;
    private int refused;
    private int unreadable;

    Search(Path top, SearchFiles.Wanted wanted, List<String> readable, SearchBounds bounds) {
        this.top = top;
        this.wanted = wanted;
        this.readable = readable;
        this.bounds = bounds;
        this.deadline = System.nanoTime() + bounds.time().toNanos();
    }

    String run() {
        try (Folder around = Folder.around(top)) {
            look(around, Objects.toString(top.getFileName()), 0);
        } catch (IOException e) {
            unreadable++;
        }
        return String.join("\n", found) + (found.isEmpty() ? "" : "\n") + "[" + leftOut() + "]";
    }

    private void look(Folder folder, String name, int depth) throws IOException {
        if (isOver()) {
            return;
        }
        things++;
        Optional<PosixFileAttributes> seen = folder.look(name);
        if (seen.isEmpty()) {
            return;
        }
        if (seen.get().isSymbolicLink()) {
            links++;
        } else if (seen.get().isDirectory() && depth < DEEPEST) {
            below(folder, name, depth);
        } else if (seen.get().isRegularFile()) {
            file(folder, name);
        }
    }

    private void below(Folder above, String name, int depth) {
        try (Folder folder = above.folder(name)) {
            for (String each : folder.names()) {
                look(folder, each, depth + 1);
            }
        } catch (IOException e) {
            unreadable++;
        }
    }

    private void file(Folder folder, String name) {
        Path file = folder.path().resolve(name);
        Path inside = file.equals(top) ? Path.of(name) : top.relativize(file);
        if (!wanted.files().matches(inside) || !isReadable(file)) {
            return;
        }
        if (wanted.lines() == null) {
            found.add(file.toString());
            return;
        }
        LineSearch lines = new LineSearch(file, Objects.requireNonNull(wanted.lines()), found, wanted.most());
        try (InputStream in = Channels.newInputStream(folder.read(name))) {
            bytes += lines.search(in, this::isOver, bounds.bytes() - bytes);
        } catch (IOException e) {
            unreadable++;
        }
    }

    private boolean isReadable(Path file) {
        boolean named = readable.contains(file.toString());
        Optional<ProtectedFiles> rule = ProtectedFiles.forReading(file.toString(), named);
        if (rule.isPresent()) {
            guarded++;
            guarding.add(rule.get().toString());
            return false;
        }
        if (FilePermissions.mayRead(file, readable).isPresent()) {
            refused++;
            return false;
        }
        return true;
    }

    private boolean isOver() {
        if (end.isEmpty()) {
            end = reason();
        }
        return end.isPresent();
    }

    private Optional<String> reason() {
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of("ended from outside");
        }
        if (found.size() >= wanted.most()) {
            return Optional.of(
                    "ended after " + found.size() + " answers; narrow path, glob or pattern, or raise limit");
        }
        if (things >= bounds.things()) {
            return Optional.of("ended after " + things + " files and folders; search a folder further down");
        }
        if (bytes >= bounds.bytes()) {
            return Optional.of("ended after " + bytes + " bytes; narrow path or glob");
        }
        return System.nanoTime() - deadline > 0
                ? Optional.of("ended after " + bounds.time().toSeconds() + " s; narrow path or glob")
                : Optional.empty();
    }

    private String leftOut() {
        List<String> told = new ArrayList<>();
        told.add(found.size() + " found in " + things + " files and folders");
        end.ifPresent(told::add);
        tell(told, links, "links were not followed");
        tell(told, guarded, "protected files were left out: " + String.join(", ", guarding));
        tell(told, refused, "files were left out that the agent may not read");
        tell(told, unreadable, "could not be read");
        return String.join("; ", told);
    }

    private static void tell(List<String> told, int count, String what) {
        if (count > 0) {
            told.add(count + " " + what);
        }
    }
}
