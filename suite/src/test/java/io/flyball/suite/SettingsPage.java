package io.flyball.suite;

import io.flyball.platform.settings.KnownSettings;
import io.flyball.platform.settings.Setting;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of all settings, drawn from what the build wrote down of the configuration records. */
final class SettingsPage {
    private static final Pattern SERVICE =
            Pattern.compile(".*(?:/services/|/flyball-)([a-z]+(?:-[a-z]+)*?)(?:/|-\\d).*");
    private static final String HEAD = """
            | setting | environment variable | type | default | meaning | service |
            |---|---|---|---|---|---|
            """;

    private record Row(Setting setting, Set<String> meanings, Set<String> services) {}

    private SettingsPage() {}

    /** The lines of the table. */
    static String table() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (URL list : lists()) {
            String service = serviceOf(list);
            KnownSettings.read(list).forEach(setting -> {
                Row row = rows.computeIfAbsent(setting.name(), _ -> new Row(setting, new TreeSet<>(), new TreeSet<>()));
                row.meanings().add(setting.meaning());
                row.services().add(service);
            });
        }
        return HEAD + rows.values().stream().map(SettingsPage::line).collect(Collectors.joining());
    }

    static Collection<URL> lists() throws IOException {
        return Collections.list(
                SettingsPage.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
    }

    /** The platform's settings are every service's. */
    static String serviceOf(URL list) {
        var found = SERVICE.matcher(list.getPath());
        String name = found.matches() ? found.group(1) : "platform";
        return name.equals("platform") ? "all" : name;
    }

    private static String line(Row row) {
        Setting setting = row.setting();
        return "| `%s` | `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        type(setting.type()),
                        setting.usual() == null ? "" : code(setting.usual()),
                        row.meanings().stream().map(SettingsPage::prose).collect(Collectors.joining("; ")),
                        String.join(", ", row.services()));
    }

    private static String code(String value) {
        return value.isEmpty() ? "empty" : "`" + value.replace("|", "\\|") + "`";
    }

    private static String prose(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|");
    }

    /** What may be written: the words of an enumeration, else the short name of the type. */
    private static String type(String type) {
        try {
            Object[] words = Class.forName(type, false, SettingsPage.class.getClassLoader())
                    .getEnumConstants();
            if (words != null) {
                return Arrays.stream(words)
                        .map(word ->
                                "`" + String.valueOf(((Enum<?>) word).name()).toLowerCase(Locale.ROOT) + "`")
                        .collect(Collectors.joining(", "));
            }
        } catch (ClassNotFoundException _) {
            // A type with arguments, or no class at all: by its name.
        }
        return Arrays.stream(type.split("(?<=[<,>])"))
                .map(SettingsPage::shortName)
                .collect(Collectors.joining());
    }

    private static String shortName(String part) {
        return part.replaceAll(".*[.$](?=[A-Za-z]+[<,>]?$)", "")
                .replace(",", ", ")
                .toLowerCase(Locale.ROOT);
    }
}
