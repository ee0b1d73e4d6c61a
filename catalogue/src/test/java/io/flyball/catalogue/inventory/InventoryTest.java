package io.flyball.catalogue.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The inventory")
class InventoryTest {
    private static final String TILL = """
            name: till
            kind: service
            environment: staging
            tenant: acme
            services: [till, till-api]
            alerts:
              - labels: {deployment: "till-.*"}
            health: ["https://till.example/api/health", "tcp://127.0.0.1:9001"]
            resources:
              commands:
                - [deployctl, "*", till]
                - [git, pull]
              files: ["/srv/till/**"]
              urls: ["https://till.example/api/**", "http://127.0.0.1:*/till"]
              names: ["service:till"]
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("INV-1 the demo's shop is in the shipped one")
    void shipped() {
        Inventory inventory = Inventory.load(Path.of("inventory"));
        var shop = inventory.about(new Subject("default", "shop", "ServiceUnavailable", Map.of()));
        assertThat(Inventory.environment(shop)).isEqualTo("production");
        assertThat(inventory.covering(command("deployctl", "rollback", "shop")))
                .extracting(InventoryEntry::name)
                .containsExactly("shop");
        assertThat(inventory.covering(command("deployctl", "rollback", "other")))
                .isEmpty();
    }

    @Test
    @DisplayName("INV-2 a folder that is not there is an empty inventory")
    void noFolder() {
        assertThat(Inventory.load(folder.resolve("nowhere")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "till-api | Anything | x | true",
                "shop | Anything | x | false",
                " | Anything | till-7f | true",
                " | Anything | shop-7f | false",
            })
    @DisplayName("INV-3 an alert is about an entry by its service or by its labels, for its tenant alone")
    void about(String service, String alert, String deployment, boolean expected) throws IOException {
        Inventory inventory = till();
        Map<String, String> labels = Map.of("deployment", deployment);
        assertThat(inventory.about(new Subject("acme", service, alert, labels))).hasSize(expected ? 1 : 0);
        assertThat(inventory.about(new Subject("default", service, alert, labels)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "file:/srv/till/etc/till.conf, true",
        "file:/srv/till/../shop/shop.conf, false",
        "file:/srv/tillage, false",
        "file:till/etc, false",
        "url:https://till.example/api/orders, true",
        "url:HTTPS://TILL.example:443/api/orders, true",
        "url:https://till.example/apix, false",
        "url:https://till.example/api/../admin, false",
        "url:https://till.example/api/%2e%2e/admin, false",
        "url:https://till.example.evil/api/x, false",
        "url:https://till.example@evil/api/x, false",
        "url:http://till.example/api/x, false",
        "url:http://127.0.0.1:8123/till, true",
        "url:http://127.0.0.1:8123/till/x, false",
        "service:till, true",
        "service:tills, false",
    })
    @DisplayName("INV-5 what an entry covers")
    void covers(String resource, boolean expected) throws IOException {
        var touched = new Touched(Optional.of(resource), List.of(), Optional.empty());
        assertThat(till().covering(touched)).hasSize(expected ? 1 : 0);
    }

    @Test
    @DisplayName("INV-5 a command is the entry's only word by word, and only in the entry's folders")
    void commands() throws IOException {
        assertThat(till().covering(command("deployctl", "restart", "till"))).hasSize(1);
        assertThat(till().covering(command("deployctl", "restart till"))).isEmpty();
        assertThat(till().covering(command("deployctl", "restart", "shop", "till")))
                .isEmpty();
        assertThat(till().covering(new Touched(Optional.empty(), List.of("git", "pull"), Optional.of("/srv/till/web"))))
                .hasSize(1);
        assertThat(till().covering(new Touched(Optional.empty(), List.of("git", "pull"), Optional.of("/srv/shop"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "environment: staging;environment: incident;a person orders it",
                "environment: staging;environment: Staging!;lower case",
                "kind: service;kind: thing;kind is one of",
                "services: [till, till-api];colour: red;colour",
                "environment: staging;tier: x;environment",
                "/srv/till/**;srv/till/**;absolute path",
                "https://till.example/api/**;till.example;scheme://host",
                "tcp://127.0.0.1:9001;tcp://127.0.0.1;health address",
                "https://till.example/api/health;https://me:secret@till.example/;health address",
                "https://till.example/api/health;file:///etc/passwd;health address",
                "[git, pull];[\"*\", pull];name of a program",
            })
    @DisplayName("INV-2 what cannot be understood is refused with file and reason")
    void refused(String right, String wrong, String reason) throws IOException {
        Files.writeString(folder.resolve("till.yaml"), TILL.replace(right, wrong));
        assertThatThrownBy(() -> Inventory.load(folder))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("till.yaml:")
                .hasMessageContaining(reason);
    }

    @Test
    @DisplayName("INV-1 an entry depends on entries that there are, and not on itself")
    void dependsOn() throws IOException {
        Files.writeString(folder.resolve("till.yaml"), TILL + "dependsOn: [till-db]\n");
        assertThatThrownBy(() -> Inventory.load(folder))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("the entry till depends on till-db, which is no other entry");

        Files.writeString(folder.resolve("db.yaml"), "name: till-db\nkind: database\nenvironment: staging\n");
        assertThat(Inventory.load(folder).entry("till").orElseThrow().dependsOn())
                .containsExactly("till-db");
    }

    @Test
    @DisplayName("INV-4 the strictest environment wins, and no entry counts as production")
    void strictest() {
        assertThat(Environments.strictest(List.of("development", "staging"))).isEqualTo("staging");
        assertThat(Environments.strictest(List.of("staging", "moon", "development")))
                .isEqualTo("moon");
        assertThat(Environments.strictest(List.of("moon", "production"))).isEqualTo("production");
        assertThat(Environments.strictest(List.of())).isEqualTo("production");
    }

    private Inventory till() throws IOException {
        Files.writeString(folder.resolve("till.yaml"), TILL);
        return Inventory.load(folder);
    }

    private static Touched command(String... words) {
        return new Touched(Optional.of("command:" + String.join(" ", words)), List.of(words), Optional.empty());
    }
}
