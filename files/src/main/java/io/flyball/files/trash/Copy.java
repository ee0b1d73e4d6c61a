package io.flyball.files.trash;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies a file or folder, with rights and times, and only returns when the disk has it. */
final class Copy {
    private static final int BLOCK = 65_536;

    /** Whose rights could not be given. */
    private final Set<String> notGiven = new java.util.TreeSet<>();

    /** @throws IOException if something stands there, or if it is or holds a link, a device or a pipe */
    void copy(Folder from, String name, Folder to, String as) throws IOException {
        PosixFileAttributes seen =
                from.look(name).orElseThrow(() -> new IOException(from.path().resolve(name) + " is gone"));
        switch (KeptFile.kind(seen)) {
            case FILE -> file(from, name, to, as);
            case FOLDER -> folder(from, name, to, as);
            case LINK, OTHER ->
                throw new IOException(from.path().resolve(name)
                        + " is no file and no folder, so it cannot be copied to another file system");
        }
        give(to.view(as), seen);
    }

    /** What could not be given, in words; empty if all was. */
    String notGiven() {
        return notGiven.stream().collect(Collectors.joining(", "));
    }

    private static void file(Folder from, String name, Folder to, String as) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try (SeekableByteChannel in = from.read(name);
                SeekableByteChannel out = to.create(as, PosixFilePermissions.fromString("rw-------"))) {
            while (in.read(block) >= 0) {
                block.flip();
                while (block.hasRemaining()) {
                    out.write(block);
                }
                block.clear();
            }
            if (out instanceof FileChannel disk) {
                disk.force(true);
            }
        }
    }

    /** Java makes no folder by handle; what it made is then opened without following a link. */
    private void folder(Folder from, String name, Folder to, String as) throws IOException {
        Path made = to.path().resolve(as);
        Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Folder source = from.folder(name);
                Folder target = to.folder(as)) {
            for (String each : source.names()) {
                copy(source, each, target, each);
            }
        }
    }

    private void give(PosixFileAttributeView view, PosixFileAttributes seen) throws IOException {
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(seen.owner()) || !now.group().equals(seen.group())) {
            try {
                view.setGroup(seen.group());
                view.setOwner(seen.owner());
            } catch (IOException _) {
                notGiven.add(
                        "owner " + seen.owner().getName() + ":" + seen.group().getName());
            }
        }
        view.setPermissions(seen.permissions());
        FileTime modified = seen.lastModifiedTime();
        view.setTimes(modified, null, null);
    }
}
