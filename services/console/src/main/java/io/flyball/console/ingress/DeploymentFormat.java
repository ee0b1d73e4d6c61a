package io.flyball.console.ingress;

import io.flyball.console.door.Fields;
import io.flyball.contract.Deployment;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A deployment as JSON. A field that is not known is refused, so that a misspelt one is noticed. */
final class DeploymentFormat {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final Set<String> FIELDS =
            Set.of("service", "environment", "version", "previousVersion", "by", "description", "url", "deployedAt");

    private final LabelMapping mapping;

    DeploymentFormat(LabelMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The deployment in a body.
     *
     * @param principal who deployed if the body does not say
     * @throws io.flyball.console.door.BadBody if it is not what was expected
     */
    Deployment read(JsonNode body, String principal, Reception reception) {
        Fields fields = Fields.root(body);
        fields.only(FIELDS);
        Deployment.Builder deployment = Deployment.newBuilder()
                .setTenant("default")
                .setService(fields.required("service", LONGEST_NAME))
                .setEnvironment(
                        fields.text("environment").map(mapping::environment).orElse("production"))
                .setVersion(optional(fields, "version", LONGEST_NAME))
                .setPreviousVersion(optional(fields, "previousVersion", LONGEST_NAME))
                .setBy(bounded(fields, "by", LONGEST_NAME, principal))
                .setDescription(bounded(fields, "description", LONGEST_TEXT, ""))
                .setUrl(url(fields))
                .setDeployedAt(fields.past("deployedAt", reception.at()).orElse(reception.at()));
        fields.done();
        return deployment.setId(id(fields, deployment, reception)).build();
    }

    /** A pipeline that tells its time and is repeated tells the same deployment. */
    private static String id(Fields fields, Deployment.Builder it, Reception reception) {
        if (fields.instant("deployedAt").isEmpty()) {
            return reception.ids().get();
        }
        Map<String, String> identity = new TreeMap<>(Map.of(
                "service", it.getService(),
                "environment", it.getEnvironment(),
                "version", String.valueOf(it.getVersion()),
                "at", it.getDeployedAt().toString()));
        return Fingerprint.of("deployment", identity);
    }

    private static String bounded(Fields fields, String name, int longest, String otherwise) {
        String text = fields.text(name).orElse(otherwise);
        if (text.length() > longest) {
            fields.expected(name, "at most " + longest + " characters");
        }
        return text;
    }

    private static @Nullable String optional(Fields fields, String name, int longest) {
        String text = bounded(fields, name, longest, "");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String url(Fields fields) {
        String url = optional(fields, "url", LONGEST_TEXT);
        if (url != null && !url.matches("https?://\\S+")) {
            fields.expected("url", "an address that begins with http:// or https://");
        }
        return url;
    }
}
