package io.flyball.notifier.metrics;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.RunResult;
import io.flyball.contract.ToolResult;
import io.flyball.contract.Usage;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Functions that count; notifier.yml binds each to its topic. A record that is read twice after a crash is counted twice. */
@Configuration(proxyBeanMethods = false)
class CountingFunctions {

    @Bean
    Consumer<Message<byte[]>> countResults(Decoding decoding, RunMeters meters) {
        return decoding.of(RunResult.class, meters::ended);
    }

    @Bean
    Consumer<Message<byte[]>> countUsage(Decoding decoding, UsageMeters meters) {
        return decoding.of(Usage.class, meters::used);
    }

    @Bean
    Consumer<Message<byte[]>> countVerdicts(Decoding decoding, ActionMeters meters) {
        return decoding.of(ActionVerdict.class, meters::judged);
    }

    @Bean
    Consumer<Message<byte[]>> countToolResults(Decoding decoding, ActionMeters meters) {
        return decoding.of(ToolResult.class, meters::done);
    }

    @Bean
    Consumer<Message<byte[]>> countDeadLetters(Decoding decoding, ActionMeters meters) {
        return decoding.of(DeadLetter.class, meters::buried);
    }
}
