package io.flyball.platform.halt;

import io.flyball.contract.ControlKind;
import io.flyball.contract.HaltReceipt;
import io.flyball.contract.WorkerSign;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Signs and answers as records. */
final class HaltMapper {
    private static final int NAMED = 20;

    private HaltMapper() {}

    static WorkerSign sign(Worker worker, Instant at, boolean left) {
        return WorkerSign.newBuilder()
                .setId(worker.id())
                .setPlace(worker.place())
                .setService(worker.service())
                .setStartedAt(millis(worker.startedAt()))
                .setAt(millis(at))
                .setLeft(left)
                .build();
    }

    static HaltReceipt receipt(Worker worker, HaltAnswer answer) {
        HaltOrder order = answer.order();
        return HaltReceipt.newBuilder()
                .setId(worker.id() + "/" + order.target() + "/" + order.epoch())
                .setWorker(worker.id())
                .setPlace(worker.place())
                .setService(worker.service())
                .setTarget(order.target())
                .setOrderId(order.id())
                .setKind(kind(order))
                .setEpoch(order.epoch())
                .setRunning(answer.had().size())
                .setEnded(answer.ended().size())
                .setLeft(answer.left().size())
                .setFinishing(answer.finishing())
                .setNames(answer.ended().stream().sorted().limit(NAMED).toList())
                .setHeardAt(millis(answer.heardAt()))
                .setAnsweredAt(millis(answer.at()))
                .build();
    }

    private static ControlKind kind(HaltOrder order) {
        if (order.isAboutAll()) {
            return order.stops() ? ControlKind.EMERGENCY_STOP : ControlKind.EMERGENCY_RELEASE;
        }
        return order.stops() ? ControlKind.KILL : ControlKind.REVIVE;
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
