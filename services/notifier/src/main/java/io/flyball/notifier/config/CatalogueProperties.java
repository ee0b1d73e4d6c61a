package io.flyball.notifier.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where routing is.
 *
 * @param directory folder with {@code notifications/routing.yaml}
 */
@ConfigurationProperties("flyball.catalogue")
public record CatalogueProperties(@DefaultValue("catalogue") Path directory) {}
