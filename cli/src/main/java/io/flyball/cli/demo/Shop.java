package io.flyball.cli.demo;

import io.flyball.cli.demo.site.SiteMain;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A small web shop on this machine: two real processes, of which one needs the other. */
final class Shop implements AutoCloseable {
    static final String NAME = "shop";
    private static final String INVENTORY = "inventory";

    /** Its inventory starts beside it and may be the slower one. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Path deployments;
    private final DeployCtl deployctl;
    private final boolean keep;
    private final List<Integer> ports = LoopbackPorts.free(3);

    /** @param keep whether the shop shall go on after this process */
    Shop(Path deployments, DeployCtl deployctl, boolean keep) {
        this.deployments = deployments;
        this.deployctl = deployctl;
        this.keep = keep;
    }

    /** The page that tells whether it serves. */
    URI healthUrl() {
        return URI.create("http://127.0.0.1:" + ports.get(0) + "/health");
    }

    /** Deploys both services, each as its first release, in place of what an earlier demo left. */
    void deploy() throws IOException {
        for (String service : List.of(INVENTORY, NAME)) {
            remove(service);
            Path folder = Files.createDirectories(deployments.resolve(service));
            Files.writeString(folder.resolve("command"), String.join("\n", command()) + "\n");
        }
        release(INVENTORY, configuration(INVENTORY, ports.get(1), ""), "first release");
        release(NAME, configuration(NAME, ports.get(0), upstream(ports.get(1))), "first release");
    }

    /** Deploys a second release of the shop that asks for its inventory where there is none. */
    void deployBadRelease() throws IOException {
        release(NAME, configuration(NAME, ports.get(0), upstream(ports.get(2))), "change upstream");
    }

    private static String upstream(int port) {
        return "upstream=http://127.0.0.1:" + port + "\n";
    }

    private static String configuration(String name, int port, String upstream) {
        return """
                # Configuration of the %1$s; a release consists of this file.
                name=%1$s
                port=%2$d
                %3$s""".formatted(name, port, upstream);
    }

    private void release(String service, String configuration, String description) throws IOException {
        Path file = Files.createTempFile(deployments, service, ".properties");
        try {
            Files.writeString(file, configuration);
            deployctl.run("deploy", service, file.toString(), description);
        } finally {
            Files.delete(file);
        }
    }

    /** One argument a line, as deployctl reads it; with this process's id the service ends when this process does. */
    private List<String> command() {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx24m",
                "-cp",
                ownClasses(),
                SiteMain.class.getName(),
                "{config}");
        return keep
                ? java
                : Stream.concat(
                                java.stream(),
                                Stream.of(String.valueOf(ProcessHandle.current().pid())))
                        .toList();
    }

    private static String ownClasses() {
        return Path.of(URI.create(SiteMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    /** The status that the health page answers with now; 0 if nothing answers. */
    int health() {
        try {
            var connection = (HttpURLConnection) healthUrl().toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return 0;
        }
    }

    /** @throws CommandFailed if the health page says otherwise, even after a while */
    void await(int wanted) throws InterruptedException {
        Deadline end = Deadline.in(TO_ANSWER);
        int status = health();
        while (status != wanted && !end.passed()) {
            Thread.sleep(LOOK);
            status = health();
        }
        if (status != wanted) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "The shop should answer %d at %s, but answers %d.".formatted(wanted, healthUrl(), status),
                    "Its log: " + deployments.resolve(NAME).resolve("output.log"));
        }
    }

    private void remove(String service) throws IOException {
        Path folder = deployments.resolve(service);
        if (Files.exists(folder.resolve("current"))) {
            deployctl.run("stop", service);
        }
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Ends both processes, unless they shall go on. */
    @Override
    public void close() throws IOException {
        if (!keep) {
            remove(NAME);
            remove(INVENTORY);
        }
    }
}
