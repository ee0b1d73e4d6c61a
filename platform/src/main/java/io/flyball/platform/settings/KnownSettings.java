package io.flyball.platform.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every setting of ours that some configuration record on the class path has. The build writes the list from the records. */
public final class KnownSettings {
    private static final String LIST = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "flyball.";
    // So far from a name it is a slip of the fingers.
    private static final int SLIP = 2;

    private final List<Setting> all;

    KnownSettings(Collection<Setting> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the lists that the class path has. */
    public static KnownSettings onClassPath() {
        try {
            return new KnownSettings(
                    Collections.list(KnownSettings.class.getClassLoader().getResources(LIST)).stream()
                            .flatMap(KnownSettings::read)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of one list. */
    public static Stream<Setting> read(URL list) {
        try (InputStream in = list.openStream()) {
            return new JsonMapper()
                            .readTree(in)
                            .path("properties")
                            .valueStream()
                            .filter(it -> it.path("name").asString("").startsWith(OURS))
                            .map(KnownSettings::setting)
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Setting setting(JsonNode it) {
        JsonNode usual = it.path("defaultValue");
        return new Setting(
                it.path("name").asString(),
                it.path("type").asString(""),
                it.path("description").asString(""),
                usual.isMissingNode() ? null : text(usual));
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }

    /** What a name of {@code flyball.} that nobody knows was meant to be; empty if it is known. */
    Optional<UnknownSetting> unknownName(String given) {
        boolean known = all.stream().anyMatch(it -> covers(given, it, it.name(), "[.\\[].*"));
        return known || all.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnknownSetting(given, nearest(given).name()));
    }

    /**
     * The same for an environment variable. Others have variables that begin with FLYBALL_, too: one is held for a setting if it begins
     * as a setting of this service does, or is a slip away from one.
     */
    Optional<UnknownSetting> unknownVariable(String given) {
        if (all.isEmpty() || all.stream().anyMatch(it -> covers(given, it, it.variable(), "_?.*"))) {
            return Optional.empty();
        }
        Setting nearest = nearest(given);
        return isMeant(given) || Distance.between(bare(given), bare(nearest.variable())) <= SLIP
                ? Optional.of(new UnknownSetting(given, nearest.variable()))
                : Optional.empty();
    }

    private static boolean covers(String given, Setting setting, String name, String entries) {
        String bare = bare(given);
        return bare.equals(bare(name))
                || setting.hasEntries()
                        && bare.startsWith(bare(name))
                        && bare.substring(bare(name).length()).matches(entries);
    }

    private boolean isMeant(String variable) {
        return all.stream()
                .map(it -> OURS.replace('.', '_') + it.group().replace("-", "") + "_")
                .anyMatch(variable.toLowerCase(Locale.ROOT)::startsWith);
    }

    private Setting nearest(String given) {
        return Collections.min(
                all,
                Comparator.comparingInt(
                        it -> Distance.between(bare(given), bare(given.contains("_") ? it.variable() : it.name()))));
    }

    /** Boot reads people-file, peopleFile, people_file and PEOPLEFILE as one. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
