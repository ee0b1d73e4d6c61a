package io.flyball.manifests;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks an object against the API's own types; those of operators against the fields that their documentation names. */
final class StrictSchema {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", "V1ConfigMap"),
            Map.entry("v1/Namespace", "V1Namespace"),
            Map.entry("v1/Service", "V1Service"),
            Map.entry("v1/ServiceAccount", "V1ServiceAccount"),
            Map.entry("apps/v1/Deployment", "V1Deployment"),
            Map.entry("apps/v1/StatefulSet", "V1StatefulSet"),
            Map.entry("batch/v1/Job", "V1Job"),
            Map.entry("policy/v1/PodDisruptionBudget", "V1PodDisruptionBudget"),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", "V1NetworkPolicy"),
            Map.entry("rbac.authorization.k8s.io/v1/Role", "V1Role"),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", "V1RoleBinding"));

    /** Fields of spec; checked one level deep only. */
    private static final Map<String, Set<String>> OPERATORS = Map.of(
            "keda.sh/v1alpha1/ScaledObject",
            Set.of(
                    "scaleTargetRef",
                    "pollingInterval",
                    "cooldownPeriod",
                    "initialCooldownPeriod",
                    "idleReplicaCount",
                    "minReplicaCount",
                    "maxReplicaCount",
                    "fallback",
                    "advanced",
                    "triggers"),
            "kafka.strimzi.io/v1beta2/KafkaNodePool",
            Set.of("replicas", "roles", "storage", "resources", "jvmOptions", "template"),
            "kafka.strimzi.io/v1beta2/Kafka",
            Set.of(
                    "kafka",
                    "entityOperator",
                    "cruiseControl",
                    "kafkaExporter",
                    "clusterCa",
                    "clientsCa",
                    "maintenanceTimeWindows"));

    private StrictSchema() {}

    /** @throws IllegalArgumentException that names what is wrong */
    static void check(Manifest manifest) {
        String type = manifest.apiVersion() + "/" + manifest.kind();
        if (OPERATORS.containsKey(type)) {
            checkNames(manifest, OPERATORS.get(type));
            return;
        }
        if (!TYPES.containsKey(type)) {
            throw new IllegalArgumentException(manifest + ": nobody here knows the type " + type);
        }
        validate(manifest, TYPES.get(type));
    }

    private static void checkNames(Manifest manifest, Set<String> known) {
        Set<String> unknown = ((Map<?, ?>) manifest.fields().get("spec"))
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> !known.contains(name))
                        .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(manifest + ": unknown in spec: " + unknown);
        }
    }

    private static void validate(Manifest manifest, String type) {
        try {
            Method validate = Class.forName(MODELS + type).getMethod("validateJsonElement", JsonElement.class);
            validate.invoke(null, new Gson().toJsonTree(manifest.fields()));
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(manifest + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
