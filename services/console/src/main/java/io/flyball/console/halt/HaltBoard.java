package io.flyball.console.halt;

import io.flyball.console.halt.HaltView.Answer;
import io.flyball.contract.HaltReceipt;
import io.flyball.contract.WorkerSign;
import io.flyball.platform.halt.HaltProperties;
import io.flyball.platform.stop.StopOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Who has answered the newest order to each target. */
@Component
@EnableConfigurationProperties(HaltProperties.class)
public final class HaltBoard {
    private static final int SIGNS_MISSED = 3;

    private final StopOrders orders;
    private final Clock clock;
    private final Roll roll;

    HaltBoard(StopOrders orders, HaltProperties properties, Clock clock) {
        this.orders = orders;
        this.clock = clock;
        this.roll = new Roll(properties.signEvery().multipliedBy(SIGNS_MISSED), properties.goneAfter());
    }

    /**
     * Takes in a sign of life.
     *
     * @param live whether it is news; what was read at the start counts from when it was written, as far as its clock can be trusted
     */
    public synchronized void take(WorkerSign sign, boolean live) {
        if (sign.getLeft()) {
            roll.left(sign.getPlace(), sign.getId());
        } else {
            Instant now = clock.instant();
            roll.signed(
                    sign.getPlace(),
                    sign.getId(),
                    sign.getService(),
                    live || sign.getAt().isAfter(now) ? now : sign.getAt());
        }
    }

    /** Takes in a receipt. */
    public synchronized void take(HaltReceipt receipt) {
        roll.answered(new Roll.Receipt(receipt.getWorker(), receipt.getTarget(), receipt.getEpoch(), answer(receipt)));
    }

    private static Answer answer(HaltReceipt receipt) {
        return new Answer(
                receipt.getPlace(),
                receipt.getService(),
                receipt.getRunning(),
                receipt.getEnded(),
                receipt.getLeft(),
                receipt.getFinishing(),
                Duration.between(receipt.getHeardAt(), receipt.getAnsweredAt()).toMillis(),
                receipt.getAnsweredAt());
    }

    /** Who has answered the newest order to that target; empty if there was never one. */
    public Optional<HaltView> of(String target) {
        long epoch = orders.epoch(target);
        if (epoch == 0) {
            return Optional.empty();
        }
        synchronized (this) {
            return Optional.of(roll.of(target, epoch, clock.instant()));
        }
    }
}
