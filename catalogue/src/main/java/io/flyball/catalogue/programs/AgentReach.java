package io.flyball.catalogue.programs;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.files.ProtectedFiles;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an agent may reach by its entry in the catalogue, judged by the words alone: links are followed where the file is
 * used.
 *
 * @param files globs of the files it may read or write
 * @param network {@code host:port} it may reach
 */
public record AgentReach(List<String> files, List<String> network) implements Reach {

    public AgentReach {
        files = List.copyOf(files);
        network = List.copyOf(network);
    }

    /** By that agent's entry. */
    public static AgentReach of(AgentDefinition agent) {
        List<String> files = Stream.of(agent.readableFiles(), agent.writableFiles())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        return new AgentReach(files, Objects.requireNonNullElse(agent.network(), List.of()));
    }

    @Override
    public boolean mayRead(String path) {
        boolean named = files.contains(path);
        if (ProtectedFiles.forReading(path, named).isPresent()) {
            return false;
        }
        return named || !SensitivePath.is(path) && (!path.startsWith("/") || covered(path));
    }

    @Override
    public boolean mayLook(String path) {
        return files.contains(path) || !SensitivePath.is(path);
    }

    @Override
    public boolean mayConnect(String host) {
        return network.stream().anyMatch(place -> {
            int colon = place.lastIndexOf(':');
            String listed = colon < 0 ? place : place.substring(0, colon);
            boolean anyPort = colon < 0 || place.endsWith(":*");
            return host.equals(listed) || host.equals(place) || anyPort && host.startsWith(listed + ":");
        });
    }

    private boolean covered(String path) {
        return files.stream()
                .anyMatch(glob -> glob.equals(path + "/**")
                        || FileSystems.getDefault()
                                .getPathMatcher("glob:" + glob)
                                .matches(Path.of(path)));
    }
}
