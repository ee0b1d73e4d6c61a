package io.flyball.catalogue.sources;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every sender that the console knows: those that come with Flyball, and those of the catalogue's folder. */
public final class AlertSources {
    /** The folder in the catalogue. */
    public static final String FOLDER = "alert-sources";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, AlertSource> byName;

    private AlertSources(Map<String, AlertSource> byName) {
        this.byName = byName;
    }

    /** Those that come with Flyball. */
    public static AlertSources shipped() {
        Map<String, AlertSource> sources = new TreeMap<>();
        text("index.txt").lines().filter(line -> !line.isBlank()).forEach(name -> {
            AlertSource source = parse(name);
            sources.put(source.name(), source);
        });
        return new AlertSources(sources);
    }

    /**
     * Those, and the ones that the catalogue's folder {@code alert-sources} has; a file there may replace a mapping that came with Flyball.
     *
     * @param catalogue the catalogue; neither it nor the folder need exist
     * @throws InvalidCatalogue if a file cannot be understood, has no mapping, or takes the name of a sender that is read by code
     */
    public static AlertSources with(Path catalogue) {
        Map<String, AlertSource> sources = new TreeMap<>(shipped().byName);
        Path folder = catalogue.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            YamlFolder.read(folder, AlertSource.class, AlertSource::name).forEach(own -> {
                check(own, sources.get(own.name()), folder);
                sources.put(own.name(), own);
            });
        }
        return new AlertSources(sources);
    }

    private static void check(AlertSource own, @Nullable AlertSource shipped, Path folder) {
        if (own.mapping() == null) {
            throw new InvalidCatalogue(folder + ": the source " + own.name() + " needs a mapping");
        }
        if (own.name().equals("deployments") || shipped != null && shipped.mapping() == null) {
            throw new InvalidCatalogue(folder + ": the name " + own.name() + " is taken by a source that has code");
        }
        if (own.shows() != Credential.SECRET && own.shows() != Credential.HMAC) {
            throw new InvalidCatalogue(folder + ": the source " + own.name() + " can only show a SECRET or HMAC");
        }
    }

    /** All of them, by name. */
    public List<AlertSource> all() {
        return List.copyOf(byName.values());
    }

    /** The one of that name. */
    public Optional<AlertSource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static AlertSource parse(String name) {
        try {
            return YAML.readValue(text(name + ".yaml"), AlertSource.class);
        } catch (JacksonException e) {
            throw new InvalidCatalogue(FOLDER + "/" + name + ".yaml: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(String file) {
        try (InputStream in = AlertSources.class.getResourceAsStream("/" + FOLDER + "/" + file)) {
            return new String(
                    Objects.requireNonNull(in, () -> FOLDER + "/" + file + " is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
