package io.flyball.toolexecutor.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is known about programs: {@code programs.yaml}.
 *
 * @param openEnded programs that run whatever their arguments say, with the reason
 * @param plain programs that only read, whatever their options
 * @param aliases programs that take the same options and subcommands as another
 * @param programs programs with options or subcommands that must not fill a wildcard
 */
record ProgramRules(
        Map<String, Set<String>> openEnded,
        Set<String> plain,
        Map<String, String> aliases,
        Map<String, ProgramRule> programs) {
    private static final String FILE = "/commands/programs.yaml";

    static ProgramRules load() {
        try (InputStream yaml = ProgramRules.class.getResourceAsStream(FILE)) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(yaml, FILE + " is not packaged"), ProgramRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rule of(String program) {
        for (Map.Entry<String, Set<String>> group : openEnded.entrySet()) {
            if (group.getValue().contains(program)) {
                return new Rule.OpenEnded(group.getKey());
            }
        }
        ProgramRule known = programs.get(aliases.getOrDefault(program, program));
        if (known != null) {
            return known;
        }
        return plain.contains(program) ? ProgramRule.PLAIN : new Rule.Unknown(List.of("-", "+", "@"));
    }
}
