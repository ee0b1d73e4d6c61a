package io.flyball.toolexecutor.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files lay in some folders, as far as size and time tell them apart; links are not followed.
 *
 * @param files those that were seen
 * @param whole false if there were too many to look at, so that nothing can be said
 */
public record FolderState(Map<Path, Seen> files, boolean whole) {
    private static final int MOST = 10_000;
    private static final Path OLD_VERSIONS = Path.of(".versions");

    /** One file, as it was seen. */
    public record Seen(long size, FileTime changed) {}

    /** What lies below the fixed beginnings of these globs now. */
    public static FolderState of(List<String> globs) {
        Map<Path, Seen> files = new TreeMap<>();
        boolean whole = true;
        for (Path folder : globs.stream().map(FolderState::fixed).distinct().toList()) {
            whole &= collect(folder, files);
        }
        return new FolderState(files, whole);
    }

    /** Up to the first part with a wildcard; what names a file names its folder. */
    private static Path fixed(String glob) {
        int wildcard = glob.replaceAll("[*?\\[{].*", "").length();
        String beginning = glob.substring(0, wildcard);
        return Path.of(beginning.substring(0, beginning.lastIndexOf('/') + 1));
    }

    private static boolean collect(Path folder, Map<Path, Seen> files) {
        // A glob that begins with a wildcard would mean the whole machine.
        if (folder.getNameCount() == 0 || !Files.isDirectory(folder)) {
            return folder.getNameCount() > 0;
        }
        try {
            Files.walkFileTree(folder, new Collector(files));
            return files.size() < MOST;
        } catch (IOException _) {
            return false;
        }
    }

    /** What is different in the later state: {@code file:/path (new)}, changed or deleted. */
    public List<String> changesIn(FolderState later) {
        if (!whole || !later.whole) {
            return List.of();
        }
        List<String> changes = new ArrayList<>();
        later.files.forEach((file, seen) -> {
            Seen before = files.get(file);
            if (!seen.equals(before)) {
                changes.add("file:" + file + (before == null ? " (new)" : " (changed)"));
            }
        });
        files.keySet().stream()
                .filter(file -> !later.files.containsKey(file))
                .forEach(file -> changes.add("file:" + file + " (deleted)"));
        return changes;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Map<Path, Seen> files;

        Collector(Map<Path, Seen> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return OLD_VERSIONS.equals(folder.getFileName()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, new Seen(attributes.size(), attributes.lastModifiedTime()));
            return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
