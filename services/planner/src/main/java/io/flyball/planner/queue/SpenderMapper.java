package io.flyball.planner.queue;

import io.flyball.contract.AlertContext;
import io.flyball.contract.PlanRequest;
import io.flyball.spending.Spender;
import java.util.ArrayList;
import java.util.List;

/** Requests as spenders. */
final class SpenderMapper {
    private SpenderMapper() {}

    static Spender spender(PlanRequest request) {
        List<String> runs = new ArrayList<>(List.of(request.getRunId()));
        runs.addAll(request.getParentRuns());
        AlertContext alert = request.getAlert();
        return new Spender(
                request.getTenant(),
                request.getPrincipal(),
                request.getAgent(),
                request.getId(),
                runs,
                alert == null ? request.getInputs().get("service") : alert.getService());
    }
}
