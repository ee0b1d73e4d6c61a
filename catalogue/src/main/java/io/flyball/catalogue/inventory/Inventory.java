package io.flyball.catalogue.inventory;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All entries; see docs/how-to/inventory.md. */
public record Inventory(List<InventoryEntry> entries) {
    /** Nobody has said what runs here. */
    public static final Inventory NONE = new Inventory(List.of());

    public Inventory {
        entries = List.copyOf(entries);
    }

    /**
     * Reads {@code *.yaml} in that folder; a folder that is not there holds nothing.
     *
     * @throws InvalidCatalogue if a file cannot be understood, naming file, line and reason, or an entry depends on one that is
     *     not there
     */
    public static Inventory load(Path folder) {
        return Files.isDirectory(folder)
                ? new Inventory(YamlFolder.read(folder, InventoryEntry.class, InventoryEntry::name)).checked(folder)
                : NONE;
    }

    private Inventory checked(Path folder) {
        for (InventoryEntry entry : entries) {
            for (String needed : Objects.requireNonNull(entry.dependsOn())) {
                if (needed.equals(entry.name()) || entry(needed).isEmpty()) {
                    throw new InvalidCatalogue(folder + ": the entry " + entry.name() + " depends on " + needed
                            + ", which is no other entry; known are "
                            + entries.stream().map(InventoryEntry::name).toList());
                }
            }
        }
        return this;
    }

    /** The entry of that name. */
    public Optional<InventoryEntry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entries to which what is touched belongs. */
    public List<InventoryEntry> covering(Touched touched) {
        return entries.stream().filter(entry -> entry.covers(touched)).toList();
    }

    /** How far a change of those entries reaches. */
    public BlastRadius blastRadius(List<InventoryEntry> touched) {
        return BlastRadius.of(this, touched);
    }

    /** The tenant's entries that the subject is about. */
    public List<InventoryEntry> about(Subject subject) {
        return entries.stream()
                .filter(entry -> subject.tenant().equals(entry.tenant()))
                .filter(entry -> entry.concerns(subject))
                .toList();
    }

    /** The environment that governs what touches those entries; the strictest where there is none. */
    public static String environment(List<InventoryEntry> entries) {
        return Environments.strictest(
                entries.stream().map(InventoryEntry::environment).toList());
    }
}
