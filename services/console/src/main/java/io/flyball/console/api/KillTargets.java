package io.flyball.console.api;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.console.door.Refusal;
import io.flyball.console.ingress.CatalogueProperties;
import io.flyball.platform.stop.KillSwitch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which switches may be thrown: a misspelt name would stop nothing, and nobody would notice. */
@Component
final class KillTargets {
    private static final Logger log = LoggerFactory.getLogger(KillTargets.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path directory;

    KillTargets(CatalogueProperties catalogue) {
        this.directory = catalogue.directory();
    }

    /**
     * The switch of that kind and name.
     *
     * @throws Refusal if there is no such kind, or no name can be so
     */
    KillSwitch named(String kind, String name) {
        KillSwitch.Kind known = KillSwitch.Kind.of(kind)
                .orElseThrow(() -> Refusal.notFound("There are kill switches for "
                        + Arrays.stream(KillSwitch.Kind.values())
                                .map(KillSwitch.Kind::word)
                                .collect(Collectors.joining(", "))
                        + ", not for " + kind + "."));
        if (!NAME.matcher(name).matches()) {
            throw Refusal.badRequest(
                    "A name is up to 100 letters, digits, dots, dashes and underscores; found " + name + ".");
        }
        return new KillSwitch(known, name);
    }

    /**
     * Looks whether there is something of that name. Nobody lists the tenants, so any may be killed; likewise every name while the
     * catalogue cannot be read, as a kill must not wait for that.
     *
     * @throws Refusal if the catalogue has no such agent or tool
     */
    void require(KillSwitch target) {
        Set<String> names = names(target.kind()).orElse(Set.of(target.name()));
        if (!names.contains(target.name())) {
            throw Refusal.notFound(
                    "There is no %s in the catalogue. It has: %s.".formatted(target, String.join(", ", names)));
        }
    }

    private Optional<Set<String>> names(KillSwitch.Kind kind) {
        try {
            Catalogue catalogue = Catalogue.load(directory);
            return switch (kind) {
                case AGENT ->
                    Optional.of(catalogue.agents().stream()
                            .map(AgentDefinition::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
                case TOOL ->
                    Optional.of(catalogue.tools().stream()
                            .map(ToolDefinition::name)
                            .collect(Collectors.toCollection(TreeSet::new)));
                case TENANT -> Optional.empty();
            };
        } catch (InvalidCatalogue e) {
            log.warn("a name to kill is not checked: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
