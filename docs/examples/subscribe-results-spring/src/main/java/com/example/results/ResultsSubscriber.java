package com.example.results;

import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** Tells the result of every run: a function that application.yml binds to agent.results. */
@SpringBootApplication
public class ResultsSubscriber {

    public static void main(String[] args) {
        SpringApplication.run(ResultsSubscriber.class, args);
    }

    /** A result may come twice, after a crash; repeats have the same id. What is thrown here is tried again, by the binder. */
    @Bean
    Consumer<Message<GenericRecord>> results() {
        return message -> System.out.println(tell(message.getPayload()));
    }

    static String tell(GenericRecord result) {
        List<?> actions = (List<?>) result.get("actions");
        return "%s  %s  %s: %s (%d actions, trace %s)"
                .formatted(
                        result.get("outcome"),
                        result.get("agent"),
                        result.get("runId"),
                        result.get("summary"),
                        actions.size(),
                        result.get("traceId"));
    }
}
