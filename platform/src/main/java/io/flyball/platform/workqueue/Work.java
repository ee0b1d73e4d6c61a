package io.flyball.platform.workqueue;

import org.apache.avro.specific.SpecificRecord;

/** What is done with one record of the queue. It may be done again for the same record, so it must be idempotent. */
@FunctionalInterface
public interface Work<T extends SpecificRecord> {

    /**
     * Does the work; when it returns, the record is finished for good.
     *
     * @throws Exception if the record shall be delivered again; at the delivery limit it becomes a dead letter
     */
    void perform(T record) throws Exception;
}
