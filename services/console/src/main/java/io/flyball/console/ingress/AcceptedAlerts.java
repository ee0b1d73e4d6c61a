package io.flyball.console.ingress;

import io.flyball.contract.Alert;
import java.util.List;

/**
 * What the source is told.
 *
 * @param ids the alerts' ids, in the order of the body
 * @param alerts the same with what identifies each
 */
record AcceptedAlerts(List<String> ids, List<AcceptedAlert> alerts) {

    static AcceptedAlerts of(List<Alert> alerts) {
        return new AcceptedAlerts(
                alerts.stream().map(Alert::getId).toList(),
                alerts.stream()
                        .map(alert -> new AcceptedAlert(alert.getId(), alert.getFingerprint(), alert.getName()))
                        .toList());
    }

    /** One alert that Kafka has. */
    record AcceptedAlert(String id, String fingerprint, String name) {}
}
