package io.flyball.toolexecutor;

import io.flyball.catalogue.Catalogue;
import io.flyball.contract.ToolCall;
import io.flyball.schemas.grant.Grant;
import io.flyball.schemas.grant.GrantedAction;
import io.flyball.schemas.grant.SigningKey;
import io.flyball.schemas.grant.StopEpoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Grants as the governor gives them, for calls of tests. */
final class Granting {
    /** No order is newer, whatever other tests have ordered. */
    static final StopEpoch NEWEST = new StopEpoch(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    private final SigningKey key = SigningKey.fresh();
    private final String catalogueVersion;
    private final Path list;

    Granting(Path catalogue, Path list) throws IOException {
        this.catalogueVersion = Catalogue.load(catalogue).version();
        this.list = list;
        Files.createDirectories(list.getParent());
        Files.writeString(list, key.verifying().text() + "\n");
    }

    Path list() {
        return list;
    }

    /** The call with the grant that it needs. */
    ToolCall granted(ToolCall call) {
        return with(call, sign(grant(call, NEWEST, Duration.ofMinutes(10))));
    }

    Grant grant(ToolCall call, StopEpoch epoch, Duration validFor) {
        var action = new GrantedAction(
                call.getRunId(),
                call.getActionId(),
                call.getActionHash(),
                call.getTenant(),
                call.getAgent(),
                call.getEffect().name(),
                call.getDryRun());
        return new Grant(
                action,
                epoch,
                call.getPolicyHash(),
                catalogueVersion,
                null,
                Instant.now().plus(validFor));
    }

    String sign(Grant grant) {
        return key.sign(grant);
    }

    static ToolCall with(ToolCall call, String grant) {
        return ToolCall.newBuilder(call).setGrant(grant).build();
    }
}
