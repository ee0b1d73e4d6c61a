package io.flyball.console.readmodel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flyball.contract.NotificationReceipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of telling somebody, on one channel. */
public record ReceiptView(
        @JsonIgnore String id,
        String channel,
        String status,
        int attempts,
        @Nullable String detail,
        Instant at) {

    static ReceiptView of(NotificationReceipt receipt) {
        return new ReceiptView(
                receipt.getId(),
                receipt.getChannel(),
                receipt.getStatus().name(),
                receipt.getAttempts(),
                receipt.getDetail(),
                receipt.getAt());
    }
}
