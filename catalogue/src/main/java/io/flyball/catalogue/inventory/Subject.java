package io.flyball.catalogue.inventory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What something from outside says that it is about.
 *
 * @param tenant whose word it is
 * @param service the service that it names; absent when it names none
 * @param alert the alert's name; empty when it is no alert
 * @param labels the alert's labels
 */
public record Subject(String tenant, @Nullable String service, String alert, Map<String, String> labels) {

    public Subject {
        labels = Map.copyOf(labels);
    }
}
