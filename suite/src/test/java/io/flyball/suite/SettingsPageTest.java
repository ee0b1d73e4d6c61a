package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.platform.settings.KnownSettings;
import io.flyball.platform.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/reference/configuration.md");
    private static final String BEGIN = "<!-- drawn from the configuration records: begin -->\n";
    private static final String END = "<!-- drawn from the configuration records: end -->";
    private static final Pattern VARIABLE = Pattern.compile("\"(?:\\$\\{env:)?(FLYBALL_[A-Z_]+)");

    @Test
    @DisplayName("OPS-3 the page of all settings has what the records have (redrawn with -Dflyball.redraw=true)")
    void drawn() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String wanted = before + SettingsPage.table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @Test
    @DisplayName("OPS-3 every setting of every service says what it means")
    void meanings() throws IOException {
        assertThat(SettingsPage.lists().stream().map(SettingsPage::serviceOf))
                .contains(
                        "all",
                        "console",
                        "orchestrator",
                        "planner",
                        "governor",
                        "tool-executor",
                        "cost-ledger",
                        "notifier");
        assertThat(settings())
                .hasSizeGreaterThan(100)
                .allSatisfy(it -> assertThat(it.meaning()).as(it.name()).isNotBlank());
    }

    @Test
    @DisplayName("OPS-3 the page names every environment variable that the command line and the start of services read")
    void variables() throws IOException {
        String page = Files.readString(PAGE);
        List<String> read;
        try (Stream<Path> files = Stream.of("cli", "local-stack", "platform", "suite")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(SettingsPageTest::sources)) {
            read = files.flatMap(SettingsPageTest::variablesIn).distinct().toList();
        }
        assertThat(read).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static List<Setting> settings() throws IOException {
        return SettingsPage.lists().stream().flatMap(KnownSettings::read).toList();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> variablesIn(Path source) {
        try {
            return VARIABLE.matcher(Files.readString(source)).results().map(it -> it.group(1)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
