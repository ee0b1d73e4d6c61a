package io.flyball.console.api;

import io.flyball.console.readmodel.RunView;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.ControlCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A person's order to a run, for its audit. */
final class OverrideFact {
    private static final JsonMapper JSON = new JsonMapper();

    private OverrideFact() {}

    static AuditFact of(RunView run, ControlCommand order) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("order", order.getKind().name());
        detail.put("reason", order.getReason());
        detail.put("channel", order.getChannel());
        if (order.getText() != null) {
            detail.put("text", order.getText());
        }
        return AuditFact.newBuilder()
                .setId(order.getId() + ":ordered")
                .setRunId(run.id())
                .setTenant(order.getTenant())
                .setService("console")
                .setKind(AuditKind.OVERRIDE)
                .setActor(order.getBy())
                .setAgent(run.asked().agent())
                .setDetailJson(JSON.writeValueAsString(detail))
                .setAt(order.getAt())
                .build();
    }
}
