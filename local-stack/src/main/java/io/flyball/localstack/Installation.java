package io.flyball.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the neighbours module collected. */
record Installation(Path folder) {

    /** Relative to the folder, as everything started from it runs in it. */
    String brokerClasspath() throws IOException {
        return Files.readString(present("kafka/classpath")).strip().replace(":", File.pathSeparator);
    }

    Path registryJar() {
        return present("registry/quarkus-run.jar");
    }

    /** The unpacked jar: reading libraries inside a jar costs almost two seconds of four. */
    String zipkinClasspath() {
        return present("zipkin/BOOT-INF/classes") + File.pathSeparator + present("zipkin/BOOT-INF/lib") + "/*";
    }

    private Path present(String name) {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new NeighbourFailed("%s is not there. Run './flyball build' first.".formatted(file));
        }
        return file;
    }
}
