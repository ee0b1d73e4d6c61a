package io.flyball.cli.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-2 what the web service answers")
class PageTest {
    private static final SiteConfiguration SHOP = new SiteConfiguration("shop", 0, Optional.empty());

    @Test
    void wellWhileItsUpstreamIs() {
        assertThat(Page.of(SHOP, "/health", new Upstream.Well()).status()).isEqualTo(200);
        assertThat(Page.of(SHOP, "/", new Upstream.Well()).body()).contains("Welcome to the shop");
        assertThat(Page.of(SHOP, "/other", new Upstream.Well()).status()).isEqualTo(404);
    }

    @Test
    void unwellWithTheReasonAsJson() {
        var unwell = new Upstream.Unwell(URI.create("http://127.0.0.1:9"), "Connection refused");

        Page page = Page.of(SHOP, "/health", unwell);

        assertThat(page.status()).isEqualTo(503);
        assertThat(Json.parse(page.body()).path("error").asString()).isEqualTo("Connection refused");
        assertThat(page.why()).contains("http://127.0.0.1:9");
    }

    @Test
    void asksItsUpstreamEachTime() throws IOException {
        try (WebService inventory = new WebService(SHOP, Clock.systemUTC())) {
            inventory.start();
            Upstream upstream = Upstream.of(Optional.of(URI.create("http://127.0.0.1:" + inventory.port())));
            assertThat(upstream.ask()).isEqualTo(new Upstream.Well());
            inventory.close();
            assertThat(upstream.ask()).isInstanceOf(Upstream.Unwell.class);
        }
    }

    @Test
    void configurationIsReadFromProperties(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("c.properties"), "name=shop\nport= 7\nupstream=http://127.0.0.1:8\n");
        assertThat(SiteConfiguration.read(file))
                .isEqualTo(new SiteConfiguration("shop", 7, Optional.of(URI.create("http://127.0.0.1:8"))));
    }
}
