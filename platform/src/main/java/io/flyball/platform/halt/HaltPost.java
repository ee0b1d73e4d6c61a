package io.flyball.platform.halt;

import io.flyball.contract.HaltReceipt;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a worker's signs and receipts; a receipt that Kafka did not take is sent again with the next sign. */
final class HaltPost {
    private static final Logger log = LoggerFactory.getLogger(HaltPost.class);

    private final Publisher publisher;
    private final Queue<HaltReceipt> unsent = new ConcurrentLinkedQueue<>();

    HaltPost(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Completes when Kafka has the sign, or has not taken it. */
    CompletableFuture<?> sign(Worker worker, Instant at, boolean left) {
        for (HaltReceipt again = unsent.poll(); again != null; again = unsent.poll()) {
            send(again);
        }
        return publisher
                .send(Topics.WORKERS, worker.place(), HaltMapper.sign(worker, at, left))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        log.warn("{} could not sign: {}", worker.place(), failure.toString());
                    }
                });
    }

    void answer(Worker worker, HaltAnswer answer) {
        send(HaltMapper.receipt(worker, answer));
    }

    private void send(HaltReceipt receipt) {
        publisher.send(Topics.HALT_RECEIPTS, receipt.getWorker(), receipt).whenComplete((_, failure) -> {
            if (failure != null) {
                log.warn("the receipt {} is not sent yet: {}", receipt.getId(), failure.toString());
                unsent.add(receipt);
            }
        });
    }
}
