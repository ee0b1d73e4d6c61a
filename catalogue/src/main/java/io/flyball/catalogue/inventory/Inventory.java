package io.flyball.catalogue.inventory;

import io.flyball.catalogue.YamlFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
     * @throws io.flyball.catalogue.InvalidCatalogue if a file cannot be understood, naming file, line and reason
     */
    public static Inventory load(Path folder) {
        return Files.isDirectory(folder)
                ? new Inventory(YamlFolder.read(folder, InventoryEntry.class, InventoryEntry::name))
                : NONE;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entries to which what is touched belongs. */
    public List<InventoryEntry> covering(Touched touched) {
        return entries.stream().filter(entry -> entry.covers(touched)).toList();
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
