package io.flyball.toolexecutor.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.redis.Redis;
import io.flyball.schemas.Topics;
import io.flyball.schemas.audit.EntryHash;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Appends entries to the chain of their run, each once however often it is appended. An entry takes its place in Redis
 * first and is written then; whoever comes next writes it again if nobody knows that it was.
 */
public final class AuditChain {
    private static final int SECONDS_TO_WRITE = 20;

    private final ChainHead head;
    private final Publisher publisher;

    public AuditChain(Redis redis, Publisher publisher) {
        this.head = new ChainHead(redis);
        this.publisher = publisher;
    }

    /**
     * Returns when the entry stands on the topic.
     *
     * @param draft the entry without its place in the chain; its id decides whether it is there already
     * @throws io.lettuce.core.RedisException if its place cannot be taken now
     * @throws ExecutionException if Kafka did not take it
     * @throws TimeoutException if Kafka did not answer
     */
    public void append(String chain, AuditEntry draft)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (!appended(chain, draft)) {
            Thread.onSpinWait();
        }
    }

    private boolean appended(String chain, AuditEntry draft)
            throws InterruptedException, ExecutionException, TimeoutException {
        ChainHead.End end = head.read(chain);
        Optional<AuditEntry> unwritten = end.unwritten();
        if (unwritten.isPresent()) {
            write(chain, unwritten.get());
        }
        AuditEntry entry = placed(draft, end.sequence() + 1, end.hash());
        return switch (head.append(chain, end.hash(), entry)) {
            case KNOWN -> true;
            case CONFLICT -> false;
            case APPENDED -> {
                write(chain, entry);
                yield true;
            }
        };
    }

    private void write(String chain, AuditEntry entry)
            throws InterruptedException, ExecutionException, TimeoutException {
        publisher.send(Topics.AUDIT, chain, entry).get(SECONDS_TO_WRITE, TimeUnit.SECONDS);
        head.written(chain, entry.getHash());
    }

    private static AuditEntry placed(AuditEntry draft, long sequence, String previousHash) {
        AuditEntry placed = AuditEntry.newBuilder(draft)
                .setSequence(sequence)
                .setPreviousHash(previousHash)
                .setHash("")
                .build();
        return AuditEntry.newBuilder(placed).setHash(EntryHash.of(placed)).build();
    }
}
