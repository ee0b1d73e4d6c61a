package io.flyball.planner;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where agents, tools, runbooks, prompts and prices are.
 *
 * @param directory folder with {@code agents/}, {@code tools/}, {@code runbooks/}, {@code prompts/} and {@code prices.yaml}
 */
@ConfigurationProperties("flyball.catalogue")
record CatalogueProperties(@DefaultValue("catalogue") Path directory) {}
