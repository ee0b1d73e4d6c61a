package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.PortCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One installation in a folder of its own, on ports of its own, used as people use it: by the command line. */
final class Installation implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int PORTS = 20;

    private final Path data;
    private final int base = freeBase();

    Installation(Path data) {
        this.data = data;
    }

    /** What a command printed and how it ended. */
    record Answer(int code, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    Answer up(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("up", "-d", "--port-base", Integer.toString(base)));
        words.addAll(List.of(more));
        Answer answer = flyball(words.toArray(String[]::new));
        assertThat(answer.code()).as("%s%n%s", answer.out(), answer.err()).isZero();
        return answer;
    }

    Answer flyball(String... words) throws Exception {
        Path out = Files.createTempFile(data, "out", ".txt");
        Path err = Files.createTempFile(data, "err", ".txt");
        Process process = builder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end: flyball " + String.join(" ", words) + "\n" + Files.readString(out));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A command that goes on while the test does something; it is answered through its standard input. */
    Process begin(Path out, String... words) throws IOException {
        return builder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private ProcessBuilder builder(String... words) throws IOException {
        Path cli = ROOT.resolve("cli/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                cli.resolve("classes") + ":"
                        + Files.readString(cli.resolve("classpath.txt")).strip(),
                "io.flyball.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().put("FLYBALL_HOME", ROOT.toString());
        builder.environment().put("FLYBALL_DATA_DIR", data.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("NO_COLOR", "1");
        return builder;
    }

    JsonNode status() throws Exception {
        return flyball("status", "-o", "json").json();
    }

    JsonNode runs() throws Exception {
        JsonNode answer = flyball("runs", "list", "-o", "json").json();
        return answer.isArray() ? answer : answer.path("runs");
    }

    JsonNode run(String id) throws Exception {
        return flyball("runs", "show", id, "-o", "json").json();
    }

    JsonNode stackFile() throws IOException {
        return JSON.readTree(Files.readString(data.resolve("stack.json")));
    }

    String urlOf(String group, String name) throws IOException {
        return stackFile()
                .path(group)
                .valueStream()
                .filter(part -> part.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("url")
                .asString();
    }

    /** The addresses of all services. */
    List<URI> services() throws IOException {
        return stackFile()
                .path("services")
                .valueStream()
                .map(part -> URI.create(part.path("url").asString()))
                .toList();
    }

    long pidOf(String service) throws IOException {
        return stackFile()
                .path("services")
                .valueStream()
                .filter(part -> part.path("name").asString().equals(service))
                .findFirst()
                .orElseThrow()
                .path("pid")
                .asLong();
    }

    @Override
    public void close() throws Exception {
        flyball("down");
    }

    private static int freeBase() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            if (new PortCheck()
                    .taken(IntStream.range(base, base + PORTS).boxed().toList())
                    .isEmpty()) {
                return base;
            }
        }
        throw new AssertionError("no " + PORTS + " free ports in a row");
    }
}
