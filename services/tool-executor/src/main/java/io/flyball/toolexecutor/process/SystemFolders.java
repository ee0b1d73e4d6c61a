package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What every program needs to run at all: the system's programs and the settings that they share, none of them secret. */
final class SystemFolders {
    private static final Path USR = Path.of("/usr");
    /** Folders of their own on some systems, links into {@code /usr} on others. */
    private static final List<String> BESIDE = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");

    private static final List<String> SETTINGS = List.of(
            "alternatives",
            "ca-certificates",
            "crypto-policies",
            "group",
            "gai.conf",
            "host.conf",
            "hostname",
            "hosts",
            "ld.so.cache",
            "ld.so.conf",
            "ld.so.conf.d",
            "locale.alias",
            "localtime",
            "magic",
            "mime.types",
            "networks",
            "nsswitch.conf",
            "os-release",
            "passwd",
            "pki/ca-trust",
            "pki/tls/certs",
            "protocols",
            "resolv.conf",
            "rpc",
            "services",
            "ssl/certs",
            "ssl/openssl.cnf",
            "terminfo",
            "timezone");

    private SystemFolders() {}

    /** Mounts them, for reading. */
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        BESIDE.forEach(folder -> words.addAll(beside(Path.of(folder))));
        settings().forEach(file -> words.addAll(List.of("--ro-bind-try", file, file)));
        return words;
    }

    /** Whether that is there without being asked for. */
    static boolean hold(Path path) {
        return path.startsWith(USR) || BESIDE.stream().anyMatch(path::startsWith);
    }

    private static Stream<String> settings() {
        return Stream.concat(SETTINGS.stream(), javaSettings())
                .map(name -> "/etc/" + name)
                .filter(file -> Files.exists(Path.of(file)));
    }

    /** Some distributions keep parts of a Java home there. */
    private static Stream<String> javaSettings() {
        try (Stream<Path> all = Files.list(Path.of("/etc"))) {
            return all
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("java-"))
                    .toList()
                    .stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static List<String> beside(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            return List.of("--symlink", target(folder), folder.toString());
        }
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                ? List.of("--ro-bind", folder.toString(), folder.toString())
                : List.of();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
