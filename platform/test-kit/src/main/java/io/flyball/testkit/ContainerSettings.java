package io.flyball.testkit;

import io.flyball.localstack.Neighbours;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a broker in a container takes from the local stack's broker: its version and its time-outs. */
final class ContainerSettings {

    /** Who it is and where it listens is the container's own affair. */
    private static final Set<String> OF_THE_CONTAINER = Set.of(
            "process",
            "node",
            "controller",
            "listener",
            "listeners",
            "advertised",
            "inter",
            "log",
            "broker",
            "num",
            "background");

    private ContainerSettings() {}

    static String brokerVersion() {
        return read(ContainerSettings.class.getResourceAsStream("versions.properties"))
                .getProperty("broker");
    }

    /** As environment variables, the way the image wants them. */
    static Map<String, String> ofBroker() {
        var settings = read(Neighbours.class.getResourceAsStream("broker.properties"));
        return settings.stringPropertyNames().stream()
                .filter(name -> !OF_THE_CONTAINER.contains(name.split("\\.", 2)[0]))
                .collect(Collectors.toMap(ContainerSettings::variable, settings::getProperty));
    }

    private static String variable(String name) {
        return "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Properties read(@Nullable InputStream file) {
        try (file) {
            var properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
