package io.flyball.governor.policyfiles;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.FileHash;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.Policy;
import io.flyball.governor.policy.Profile;
import io.flyball.governor.policy.RiskRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that a judge is made of: profiles and risk rules under {@code policies/}, and the catalogue beside them. */
public final class PolicyFiles {
    private final Path directory;

    /** The files below the catalogue's directory. */
    public PolicyFiles(Path directory) {
        this.directory = directory;
    }

    /** Changes whenever a file does that a judge is made of. */
    String fingerprint() {
        return FileHash.of(policies()) + Catalogue.version(directory);
    }

    /**
     * The judge that these files make.
     *
     * @throws InvalidCatalogue if one cannot be understood, naming file, line and reason
     */
    public Judge judge() {
        return new Judge(policy(), Catalogue.load(directory));
    }

    Policy policy() {
        String before = FileHash.of(policies());
        Policy policy = new Policy(before, profiles(), riskRules());
        if (!FileHash.of(policies()).equals(before)) {
            throw new InvalidCatalogue(policies() + ": changed while it was read");
        }
        return policy;
    }

    private List<Profile> profiles() {
        return Files.isDirectory(policies())
                ? YamlFolder.read(policies(), ProfileFile.class, ProfileFile::name).stream()
                        .map(ProfileFile::toProfile)
                        .toList()
                : List.of();
    }

    private List<RiskRule> riskRules() {
        Path risk = policies().resolve("risk");
        return Files.isDirectory(risk)
                ? YamlFolder.read(risk, RiskFile.class, RiskFile::name).stream()
                        .flatMap(file -> file.rules().stream())
                        .map(RiskEntry::toRule)
                        .toList()
                : List.of();
    }

    private Path policies() {
        return directory.resolve("policies");
    }
}
