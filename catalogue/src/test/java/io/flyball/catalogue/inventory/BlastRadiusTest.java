package io.flyball.catalogue.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
    private static InventoryEntry entry(String name, String tenant, String... dependsOn) {
        return new InventoryEntry(name, "service", "production", tenant, null, null, null, null, List.of(dependsOn));
    }

    private static BlastRadius of(List<InventoryEntry> entries, String... touched) {
        Inventory inventory = new Inventory(entries);
        return inventory.blastRadius(Stream.of(touched)
                .map(name -> inventory.entry(name).orElseThrow())
                .toList());
    }

    private static final List<InventoryEntry> SHOP = List.of(
            entry("db", "default"),
            entry("stock", "default", "db"),
            entry("shop", "default", "stock"),
            entry("web", "default", "shop", "stock"),
            entry("wiki", "default"));

    @Test
    @DisplayName("INV-5 a change reaches what it touches and what needs that, near and far, each once")
    void nearAndFar() {
        BlastRadius reach = of(SHOP, "db");
        assertThat(reach).isEqualTo(new BlastRadius(List.of("db"), List.of("stock", "shop", "web"), 0));
        assertThat(reach.size()).isEqualTo(4);
        assertThat(reach.words()).isEqualTo("db; needed by stock, shop, web");
        assertThat(of(SHOP, "wiki").words()).isEqualTo("wiki; nothing is known to depend on it");
        assertThat(of(SHOP, "stock", "shop").size()).isEqualTo(3);
    }

    @Test
    @DisplayName("INV-5 entries that need each other come to an end")
    void circles() {
        List<InventoryEntry> circle =
                List.of(entry("a", "default", "c"), entry("b", "default", "a"), entry("c", "default", "b"));
        assertThat(of(circle, "a").dependants()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    @DisplayName("INV-5 OPS-5 entries of other tenants count and are not named")
    void otherTenants() {
        BlastRadius reach = of(List.of(entry("db", "default"), entry("secret-shop", "acme", "db")), "db");
        assertThat(reach.size()).isEqualTo(2);
        assertThat(reach.words()).isEqualTo("db; needed by 1 of other tenants");
    }

    @Test
    @DisplayName("INV-5 of many only the nearest are named, and all are counted")
    void many() {
        List<InventoryEntry> entries = Stream.concat(
                        Stream.of(entry("db", "default")),
                        IntStream.range(0, 25).mapToObj(i -> entry("s" + i, "default", "db")))
                .toList();
        assertThat(of(entries, "db").words()).contains("s9 and 15 more").doesNotContain("s10");
        assertThat(of(entries, "db").size()).isEqualTo(26);
        assertThat(of(entries).words()).isEmpty();
    }
}
