package io.flyball.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A project with the real launcher in it, in a world where there is no Java and no Maven but what a test puts there. */
final class LauncherProject {
    private static final Path LAUNCHER = Path.of("../flyball").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "awk",
            "bash",
            "cat",
            "date",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "tail",
            "tee",
            "touch",
            "tput");

    final Path home;
    private final Path bin;
    private final Path folder;

    LauncherProject(Path folder) throws IOException {
        this.folder = folder;
        home = Files.createDirectories(folder.resolve("a project"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(LAUNCHER, home.resolve("flyball"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
            Files.createSymbolicLink(bin.resolve(tool), real);
        }
        Files.createDirectories(home.resolve("cli/src"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("cli/src/Main.java"), "class Main {}");
    }

    /** What the launcher wrote and how it ended. */
    record Result(int exitCode, String out, String err) {}

    Path folder() {
        return folder;
    }

    Path bin() {
        return bin;
    }

    /** A folder that looks like a Java of that version; started, it says with what. */
    Path java(Path java, String version) throws IOException {
        script(java.resolve("bin/java"), "printf '%s|' \"$@\"; echo \"home=$FLYBALL_HOME\"");
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java;
    }

    /** A Maven that writes down how it was called, builds nothing but what the launcher looks for, and then does more. */
    void maven(String version, String more) throws IOException {
        script(bin.resolve("mvn"), """
                case "$*" in *--version*) echo 'Apache Maven %s (abc)'; exit 0 ;; esac
                echo "$JAVA_HOME $*" >>calls
                case "$*" in *package*) mkdir -p cli/target; echo /libs/a.jar >cli/target/classpath.txt; touch cli/target/flyball-cli-1.jar ;; esac
                %s
                """.formatted(version, more));
    }

    List<String> callsOfMaven() throws IOException {
        Path calls = home.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(home.resolve("flyball"), environment, arguments);
    }

    Result run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(bin.resolve("bash").toString(), launcher.toString()));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("FLYBALL_JVM_FOLDERS", folder.resolve("jvms").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher hangs");
        }
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
