package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ProcessView;
import io.flyball.catalogue.SandboxNeeds;
import io.flyball.toolexecutor.process.Enclosure;
import io.flyball.toolexecutor.tools.Permissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command finds of the machine: the folders in which its agent's files lie, the files that its permission spells out,
 * its program, and what its permission and this executor's configuration name besides.
 */
record Surroundings(Permissions agent, CommandPermission permission, Path program, List<Path> always) {

    Surroundings {
        always = List.copyOf(always);
    }

    Enclosure in(Path scratch) {
        SandboxNeeds needs = permission.needs();
        return new Enclosure(
                real(Stream.of(
                        folders(agent.readable()),
                        spelledOut(),
                        paths(needs.readable()),
                        always.stream(),
                        Stream.of(program))),
                real(Stream.of(folders(agent.writable()), paths(needs.writable()))),
                scratch,
                !needs.network().isEmpty(),
                needs.processes() == ProcessView.HOST || readsProcesses());
    }

    /** Its agent may read what the kernel tells of processes. */
    private boolean readsProcesses() {
        return agent.readable().stream().anyMatch(glob -> glob.startsWith("/proc/"));
    }

    private Stream<Path> spelledOut() {
        return paths(permission.argv().stream()
                .skip(1)
                .filter(word -> word.startsWith("/") && !word.contains("*"))
                .toList());
    }

    /** A mount is a folder or a file: the folder is mounted in which whatever fits the glob must lie. */
    private static Stream<Path> folders(List<String> globs) {
        return globs.stream().filter(glob -> glob.startsWith("/")).map(Surroundings::fixedPart);
    }

    private static Path fixedPart(String glob) {
        int wild = firstWild(glob);
        return Path.of(wild < 0 ? glob : glob.substring(0, Math.max(1, glob.lastIndexOf('/', wild))));
    }

    private static int firstWild(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            if ("*?[{\\".indexOf(glob.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Stream<Path> paths(Collection<String> words) {
        return words.stream().map(Path::of);
    }

    /** Each by its name and, where a link leads elsewhere, by that place as well. */
    private static List<Path> real(Stream<Stream<Path>> all) {
        return all.flatMap(paths -> paths)
                .map(Path::normalize)
                .flatMap(Surroundings::andItsTarget)
                .distinct()
                .toList();
    }

    private static Stream<Path> andItsTarget(Path path) {
        try {
            return Stream.of(path, path.toRealPath());
        } catch (IOException _) {
            return Stream.of();
        }
    }
}
