package io.flyball.cli.stack;

import io.flyball.cli.access.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project that looks built, and a data folder. */
final class Fixtures {
    private Fixtures() {}

    static StackFolder folder(Path path) {
        return new StackFolder(new DataFolder(path));
    }

    /** Only files that are looked for; nothing in it runs. */
    static Installation installation(Path home) throws IOException {
        Files.createDirectories(home.resolve("catalogue"));
        var otel = Files.createDirectories(home.resolve("infra/neighbours/target/neighbours/otel"));
        Files.writeString(otel.resolve("opentelemetry-javaagent.jar"), "");
        module(home.resolve("suite"), "suite");
        for (var service : SuiteService.values()) {
            module(home.resolve("services").resolve(service.label()), service.label());
        }
        return new Installation(home);
    }

    private static void module(Path folder, String name) throws IOException {
        var target = Files.createDirectories(folder.resolve("target"));
        Files.writeString(target.resolve("flyball-" + name + "-1.0.jar"), "");
        Files.writeString(target.resolve("flyball-" + name + "-1.0-sources.jar"), "");
        Files.writeString(target.resolve("classpath.txt"), "/libraries/" + name + ".jar\n");
    }
}
