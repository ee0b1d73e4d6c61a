package io.flyball.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Apicurio Registry on H2: in memory, or in a file when the data shall stay. */
record RegistryRecipe(NeighbourSettings settings) implements Recipe {

    private static final int HEAP_MEGABYTES = 192;

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.REGISTRY;
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + settings.ports().registry());
    }

    @Override
    public void prepare(Path log) throws IOException {
        Files.createDirectories(home());
    }

    @Override
    public List<String> command() {
        return JavaCommand.of(
                settings.java(),
                kind(),
                HEAP_MEGABYTES,
                List.of(
                        JavaCommand.COMPILE_QUICKLY,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + settings.ports().registry(),
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + settings.ports().registryManagement(),
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dapicurio.datasource.url=" + database(),
                        // Twenty connections are opened at the start by default.
                        "-Dapicurio.datasource.jdbc.initial-size=2",
                        "-Dapicurio.datasource.jdbc.min-size=2",
                        "-Dapicurio.import.work-dir=" + home(),
                        "-Dapicurio.storage.snapshot.location=" + home(),
                        "-jar",
                        new Installation(settings.installation()).registryJar().toString()));
    }

    /**
     * Every commit is written at once. By default H2 waits half a second, and a crash in between loses a schema whose id
     * producers already write into records; the id would then be given to another schema.
     */
    private String database() {
        return settings.durable()
                ? "jdbc:h2:file:" + home().resolve("registry") + ";WRITE_DELAY=0"
                : "jdbc:h2:mem:registry";
    }

    /** A question that the storage must answer. */
    @Override
    public Answer ask() throws IOException, InterruptedException {
        return Loopback.get(url().resolve("/apis/ccompat/v7/subjects"));
    }

    private Path home() {
        return settings.data().resolve("registry");
    }
}
