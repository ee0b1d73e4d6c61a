package io.flyball.manifests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What {@code kubectl kustomize} makes of a folder. */
final class Overlay {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Map<String, List<Manifest>> BUILT = new HashMap<>();

    private Overlay() {}

    static boolean canBeBuilt() {
        try {
            return new ProcessBuilder("kubectl", "version", "--client").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Built once for all tests: it takes seconds. */
    static synchronized List<Manifest> build(String name) throws IOException, InterruptedException {
        List<Manifest> built = BUILT.get(name);
        if (built == null) {
            built = kustomize(name);
            BUILT.put(name, built);
        }
        return built;
    }

    @SuppressWarnings("unchecked")
    private static List<Manifest> kustomize(String name) throws IOException, InterruptedException {
        Process kustomize = new ProcessBuilder("kubectl", "kustomize", "k8s/overlays/" + name)
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String yaml = new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kustomize.waitFor() != 0) {
            throw new IllegalStateException("kubectl kustomize k8s/overlays/" + name + " failed");
        }
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(document -> new Manifest((Map<String, Object>) document))
                .toList();
    }
}
