package io.flyball.orchestrator.intake;

import io.flyball.contract.AdmissionKind;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertContext;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunRequest;
import java.time.Instant;

/** Admission's words to runs. */
final class AdmissionMapper {
    private AdmissionMapper() {}

    static RunAdmission of(Alert alert, AdmissionKind kind, String runId, String agent, Instant at) {
        return RunAdmission.newBuilder()
                .setId(runId + ":" + alert.getId())
                .setRunId(runId)
                .setTenant(alert.getTenant())
                .setKind(kind)
                .setAgent(agent)
                .setPrincipal("alert:" + alert.getSource())
                .setEnvironment(alert.getEnvironment())
                .setGoal(goal(alert))
                .setAlert(context(alert))
                .setAlertId(alert.getId())
                .setAdmittedAt(at)
                .build();
    }

    static RunAdmission of(RunRequest request, Instant at) {
        return RunAdmission.newBuilder()
                .setId(request.getRunId() + ":request")
                .setRunId(request.getRunId())
                .setTenant(request.getTenant())
                .setKind(AdmissionKind.OPEN)
                .setAgent(request.getAgent())
                .setPrincipal(request.getPrincipal())
                .setEnvironment(request.getEnvironment())
                .setGoal(request.getGoal())
                .setInputs(request.getInputs())
                .setDryRun(request.getDryRun())
                .setAdmittedAt(at)
                .build();
    }

    private static String goal(Alert alert) {
        return alert.getService() == null
                ? "Find the cause of the alert " + alert.getName() + " and resolve it"
                : "Find the cause of the alert " + alert.getName() + " on " + alert.getService() + " and resolve it";
    }

    private static AlertContext context(Alert alert) {
        return AlertContext.newBuilder()
                .setFingerprint(alert.getFingerprint())
                .setName(alert.getName())
                .setService(alert.getService())
                .setSeverity(alert.getSeverity())
                .setStatus(alert.getStatus())
                .setSource(alert.getSource())
                .setLabels(alert.getLabels())
                .setAnnotations(alert.getAnnotations())
                .setStartsAt(alert.getStartsAt())
                .setGeneratorUrl(alert.getGeneratorUrl())
                .build();
    }
}
