package io.flyball.drills.faults;

import io.flyball.drills.faults.FaultPlan.Fault;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Kills a service (SIGKILL) and starts it again; one of an older build comes back as one of the newest. */
public record KillService(Suite suite, Marks marks) implements Breaker {

    @Override
    public Broken breakIt(Fault fault) throws InterruptedException {
        ServiceProcess process = suite.services().stream()
                .filter(each -> each.name().equals(fault.target()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + fault.target()));
        process.kill();
        String what = process.upgrade() ? process.name() + " of the older version" : process.name();
        List<String> topics = process.service().writes();
        Map<TopicPartition, Long> ends = topics.isEmpty() ? Map.of() : marks.ends(topics);
        return new Broken(what, topics, ends, begun -> {
            Thread.sleep(fault.downMillis());
            process.start();
            begun.run();
            process.awaitReady();
        });
    }
}
