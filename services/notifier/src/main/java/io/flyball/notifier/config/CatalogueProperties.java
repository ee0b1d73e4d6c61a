package io.flyball.notifier.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the catalogue is.
 *
 * @param directory the folder with notifications/
 */
@ConfigurationProperties("flyball.catalogue")
public record CatalogueProperties(@DefaultValue("catalogue") Path directory) {}
