package io.flyball.console.ingress;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where agents are.
 *
 * @param directory folder with {@code agents/} and {@code tools/}
 */
@ConfigurationProperties("flyball.catalogue")
public record CatalogueProperties(@DefaultValue("catalogue") Path directory) {}
