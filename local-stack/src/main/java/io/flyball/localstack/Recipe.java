package io.flyball.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How one kind of neighbour is prepared, started and asked whether it is there. */
sealed interface Recipe permits BrokerRecipe, RegistryRecipe, RedisRecipe, SentinelRecipe, TracingRecipe {

    static Recipe of(NeighbourKind kind, NeighbourSettings settings) {
        return switch (kind) {
            case BROKER -> new BrokerRecipe(settings);
            case REGISTRY -> new RegistryRecipe(settings);
            case REDIS -> new RedisRecipe(settings);
            case TRACING -> new TracingRecipe(settings);
        };
    }

    NeighbourSettings settings();

    NeighbourKind kind();

    /** Of the process and its log; what is there several times has a number in it. */
    default String name() {
        return kind().label();
    }

    URI url();

    default List<Integer> ports() {
        return settings().ports().of(kind());
    }

    /** Files and folders that must be there before the start; does nothing for what is there already. */
    void prepare(Path log) throws IOException, InterruptedException;

    List<String> command() throws IOException;

    /** Asks the process something that only a working one answers. An exception means not yet. */
    Answer ask() throws Exception;

    /** How long it may take to end after it was asked to, before it is ended by force. */
    default Duration grace() {
        return Duration.ofSeconds(10);
    }

    /** How long it may say nothing before it answers, on a slow, busy machine. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }
}
