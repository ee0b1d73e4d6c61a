package io.flyball.toolexecutor.mcp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The way to a server: carries messages there and back, in bounds, whoever speaks on the other side. */
interface Line extends AutoCloseable {
    /** Bytes of one message. */
    int LARGEST_MESSAGE = 4 << 20;

    /** Bytes of all that a server says in one conversation. */
    int LONGEST_CONVERSATION = 32 << 20;

    /**
     * Asks, and waits for what answers.
     *
     * @param question a request with an id
     * @param patience how long to wait; what is silent that long has not answered
     * @return the answer, a message with that id; empty if there is none in that time
     * @throws IOException if there can be none
     */
    Optional<JsonNode> ask(ObjectNode question, Duration patience) throws IOException;

    /**
     * Says something that is not answered.
     *
     * @throws IOException if nobody listens
     */
    void tell(ObjectNode notice) throws IOException;

    /** From now on all is said in that revision. */
    void speak(Revision revision);

    /** What the server wrote besides, for people who look why it does not work; empty if there is nothing. */
    String complaints();

    @Override
    void close();
}
