package io.flyball.planner.queue;

import io.flyball.contract.PlanRequest;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.planner.model.ModelCall;

/** Model calls as usage. The id holds the provider's, because a request that is delivered again is paid again. */
final class UsageMapper {
    private UsageMapper() {}

    static Usage usage(PlanRequest request, ModelCall call) {
        return Usage.newBuilder()
                .setId(request.getId() + ":u:" + call.id())
                .setKind(UsageKind.MODEL_CALL)
                .setRunId(request.getRunId())
                .setTenant(request.getTenant())
                .setPrincipal(request.getPrincipal())
                .setAgent(request.getAgent())
                .setEnvironment(request.getEnvironment())
                .setStep(request.getStep())
                .setProvider(call.provider().label())
                .setModel(call.model())
                .setTokens(DecisionMapper.tokens(call.tokens()))
                .setEstimated(call.estimated())
                .setDurationMillis(call.duration().toMillis())
                .setUsedAt(call.at())
                .build();
    }
}
