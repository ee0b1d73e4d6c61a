package io.flyball.files.trash;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the manifests of a trash. */
public final class Entries {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MANIFEST = "manifest.json";
    private static final int LONGEST_ID = 80;

    private Entries() {}

    /**
     * What lies in a trash.
     *
     * @param entries newest first
     * @param unreadable ids of entries without a manifest that can be read or without content, and why
     */
    public record Listing(List<Manifest> entries, List<String> unreadable) {}

    /** The action's own id as far as it can be a name; another one if that is taken. */
    static String freeId(Trash trash, Manifest.By by, Instant at) {
        String wanted = by.action().isEmpty() ? "by-hand-" + at.toEpochMilli() : by.action();
        String safe = wanted.replaceAll("[^A-Za-z0-9_-]", "_");
        String id = safe.substring(0, Math.min(LONGEST_ID, safe.length()));
        int next = 2;
        String free = id;
        while (Files.exists(trash.home().resolve(free))) {
            free = id + "-" + next++;
        }
        return free;
    }

    static void write(Folder entry, Manifest manifest) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        try (SeekableByteChannel out = entry.create(MANIFEST, PosixFilePermissions.fromString("rw-------"))) {
            while (text.hasRemaining()) {
                out.write(text);
            }
            if (out instanceof FileChannel disk) {
                disk.force(true);
            }
        }
    }

    /** @throws IOException if there is no such entry or its manifest cannot be read */
    static Manifest read(Folder entry) throws IOException {
        try (SeekableByteChannel in = entry.read(MANIFEST)) {
            return JSON.readValue(Channels.newInputStream(in), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("its manifest cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static Listing list(Trash trash) throws IOException {
        List<Manifest> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        if (!Files.isDirectory(trash.home())) {
            return new Listing(entries, unreadable);
        }
        try (Folder home = Folder.open(trash.home().toRealPath())) {
            for (String id : home.names()) {
                add(home, id, entries, unreadable);
            }
        }
        entries.sort(Comparator.comparing(Manifest::at).reversed());
        return new Listing(entries, unreadable);
    }

    private static void add(Folder home, String id, List<Manifest> entries, List<String> unreadable) {
        try (Folder entry = home.folder(id)) {
            Manifest manifest = read(entry);
            if (entry.look(Trash.CONTENT).isPresent()) {
                entries.add(manifest);
            } else {
                unreadable.add(id + ": it has no content, so " + manifest.path() + " was not put away");
            }
        } catch (IOException e) {
            unreadable.add(id + ": " + e.getMessage());
        }
    }
}
