package io.flyball.files.trash;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes away for good what has a copy, or what nobody wants back; links are taken away, not followed. */
final class Removal {
    private Removal() {}

    static void all(Folder folder, String name) throws IOException {
        Optional<PosixFileAttributes> seen = folder.look(name);
        if (seen.isEmpty()) {
            return;
        }
        if (!seen.get().isDirectory()) {
            folder.delete(name);
            return;
        }
        try (Folder below = folder.folder(name)) {
            for (String each : below.names()) {
                all(below, each);
            }
        }
        folder.deleteFolder(name);
    }

    /** Takes away what was copied, and nothing that came or changed since. */
    static void copied(Folder folder, String name, List<KeptFile> files) throws IOException {
        Map<String, KeptFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        copied(folder, name, byPath, "");
    }

    private static void copied(Folder folder, String name, Map<String, KeptFile> files, String path)
            throws IOException {
        Optional<PosixFileAttributes> seen = folder.look(name);
        boolean known = seen.isPresent() && isKnown(seen.get(), files, path);
        if (!known) {
            throw new IOException(folder.path().resolve(name) + " changed meanwhile, so it was left where it is");
        }
        if (!seen.get().isDirectory()) {
            folder.delete(name);
            return;
        }
        try (Folder below = folder.folder(name)) {
            for (String each : below.names()) {
                copied(below, each, files, path.isEmpty() ? each : path + "/" + each);
            }
        }
        folder.deleteFolder(name);
    }

    /** A folder's time changes while it is emptied. */
    private static boolean isKnown(PosixFileAttributes seen, Map<String, KeptFile> files, String path) {
        KeptFile now = KeptFile.of(path, seen, null);
        KeptFile then = files.get(path);
        return then != null && (seen.isDirectory() ? then.place().equals(now.place()) : then.isStill(now));
    }
}
