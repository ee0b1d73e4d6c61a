package io.flyball.files.trash;

import java.time.Instant;
import java.util.List;

/**
 * What an entry of the trash is.
 *
 * @param version of this form, 1
 * @param id names the entry
 * @param why whether the thing was taken away or only its old content kept
 * @param by who did it
 * @param path where it was
 * @param at when
 * @param keptUntil when it may be thrown away
 * @param files the thing itself first, then what was in it
 */
public record Manifest(
        int version, String id, Why why, By by, String path, Instant at, Instant keptUntil, List<KeptFile> files) {
    static final int VERSION = 1;

    public Manifest {
        files = List.copyOf(files);
        if (version != VERSION) {
            throw new IllegalArgumentException("manifest version " + version + " is not known, only " + VERSION);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a manifest without files");
        }
    }

    /** Why it is here. */
    public enum Why {
        DELETED,
        REPLACED
    }

    /**
     * Who did it.
     *
     * @param run the run; empty when a person did it
     * @param action the action; empty when a person did it
     * @param agent the agent, or the person's command
     * @param tool the tool
     */
    public record By(String run, String action, String agent, String tool) {}

    /** Bytes of all its files. */
    public long bytes() {
        return files.stream().mapToLong(KeptFile::size).sum();
    }

    /** How many files, folders and links it holds, itself included. */
    public int count() {
        return files.size();
    }
}
