package io.flyball.cli.demo.site;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a release's {@code config.properties} says.
 *
 * @param port where it listens, on loopback
 * @param upstream the service that it needs; empty if it needs none
 */
record SiteConfiguration(String name, int port, Optional<URI> upstream) {

    static SiteConfiguration read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new SiteConfiguration(
                required(properties, "name", file),
                Integer.parseInt(required(properties, "port", file)),
                Optional.ofNullable(properties.getProperty("upstream"))
                        .map(String::strip)
                        .map(URI::create));
    }

    private static String required(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(file + " has no " + key);
        }
        return value.strip();
    }
}
