package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.SandboxNeeds;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Commands that are joined by pipes are held together, and so find what any of them may find. */
final class Piped {
    private Piped() {}

    /**
     * As one permission.
     *
     * @param permissions of the commands, in their order; all are reads
     * @param programs the commands' files, which need not lie in the system's folders
     */
    static CommandPermission permission(List<CommandPermission> permissions, List<Path> programs) {
        CommandPermission first = permissions.getFirst();
        List<String> files = Stream.concat(
                        programs.stream().map(Path::toString),
                        permissions.stream()
                                .flatMap(
                                        permission -> permission.argv().stream().skip(1)))
                .filter(word -> word.startsWith("/") && !word.contains("*"))
                .toList();
        SandboxNeeds needs = permissions.stream()
                .map(CommandPermission::needs)
                .reduce(SandboxNeeds.of(null, null, null, files, null, null), SandboxNeeds::and);
        return new CommandPermission(first.argv(), first.effect(), first.operation(), first.reversible(), null, needs);
    }
}
