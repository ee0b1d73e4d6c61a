package io.flyball.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What objects name that is not there.
 *
 * @param givenSecrets those that whoever installs makes by hand
 */
record References(List<Manifest> all, Set<String> givenSecrets) {
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Manifest manifest : all) {
            Stream.of(named(manifest), volumes(manifest), ports(manifest), selectors(manifest))
                    .flatMap(each -> each)
                    .forEach(what -> missing.add(manifest + " names " + what));
        }
        return missing;
    }

    private Stream<String> named(Manifest manifest) {
        return Manifest.everyMap(manifest.fields())
                .flatMap(map -> Stream.of(
                                lacking(map, "configMapRef", "name", "ConfigMap"),
                                lacking(map, "configMapKeyRef", "name", "ConfigMap"),
                                lacking(map, "secretKeyRef", "name", "Secret"),
                                lacking(map, "secret", "secretName", "Secret"),
                                lackingKey(map),
                                lackingText(map, "serviceAccountName", "ServiceAccount"),
                                lackingText(map, "serviceName", "Service"))
                        .flatMap(each -> each));
    }

    private Stream<String> lacking(Map<?, ?> map, String field, String key, String kind) {
        return map.get(field) instanceof Map<?, ?> reference && reference.get(key) != null
                ? lackingObject(kind, String.valueOf(reference.get(key)))
                : Stream.of();
    }

    private Stream<String> lackingText(Map<?, ?> map, String field, String kind) {
        return map.get(field) == null ? Stream.of() : lackingObject(kind, String.valueOf(map.get(field)));
    }

    private Stream<String> lackingObject(String kind, String name) {
        boolean there = kind.equals("Secret") && givenSecrets.contains(name)
                || all.stream()
                        .anyMatch(it -> it.kind().equals(kind) && it.name().equals(name));
        return there ? Stream.of() : Stream.of("the " + kind + " " + name);
    }

    private Stream<String> lackingKey(Map<?, ?> map) {
        return map.get("configMapKeyRef") instanceof Map<?, ?> reference
                        && all.stream()
                                .filter(it -> it.kind().equals("ConfigMap")
                                        && it.name().equals(reference.get("name")))
                                .noneMatch(it -> it.fields().get("data") instanceof Map<?, ?> data
                                        && data.containsKey(reference.get("key")))
                ? Stream.of("the key " + reference.get("key"))
                : Stream.of();
    }

    private static Stream<String> volumes(Manifest manifest) {
        List<Object> there = Stream.concat(
                        Manifest.maps(manifest.pod().get("volumes")).map(volume -> (Object) volume.get("name")),
                        Manifest.maps(manifest.at("spec", "volumeClaimTemplates"))
                                .map(claim -> (Object) ((Map<?, ?>) claim.get("metadata")).get("name")))
                .toList();
        return manifest.containers().stream()
                .flatMap(container -> Manifest.maps(container.get("volumeMounts")))
                .map(mount -> mount.get("name"))
                .filter(name -> !there.contains(name))
                .map(name -> "the volume " + name);
    }

    /** Probes name a port of their container. */
    private static Stream<String> ports(Manifest manifest) {
        return manifest.containers().stream().flatMap(container -> {
            List<Object> there = Manifest.maps(container.get("ports"))
                    .map(port -> (Object) port.get("name"))
                    .toList();
            return Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                    .map(container::get)
                    .flatMap(Manifest::everyMap)
                    .filter(map -> map.get("port") instanceof String)
                    .map(map -> map.get("port"))
                    .filter(port -> !there.contains(port))
                    .map(port -> "the port " + port);
        });
    }

    /** A service and a disruption budget are about some pods. */
    private Stream<String> selectors(Manifest manifest) {
        Object labels = switch (manifest.kind()) {
            case "Service" -> manifest.at("spec", "selector");
            case "PodDisruptionBudget" -> manifest.at("spec", "selector", "matchLabels");
            case "NetworkPolicy" -> manifest.at("spec", "podSelector", "matchLabels");
            default -> null;
        };
        return labels instanceof Map<?, ?> wanted && all.stream().noneMatch(it -> carries(it, wanted))
                ? Stream.of("pods labelled " + wanted)
                : Stream.of();
    }

    private static boolean carries(Manifest manifest, Map<?, ?> wanted) {
        return manifest.at("spec", "template", "metadata", "labels") instanceof Map<?, ?> labels
                && labels.entrySet().containsAll(wanted.entrySet());
    }
}
