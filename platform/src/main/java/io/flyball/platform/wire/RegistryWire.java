package io.flyball.platform.wire;

import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.Default4ByteIdHandler;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The wire by a real registry, which is asked once per schema: an id stands for one schema for good. Reading and writing is
 * plain Avro; the serde, which makes a writer and a schema's fingerprint anew for each record, only asks for ids.
 */
public final class RegistryWire implements Wire, AutoCloseable {
    private static final int HEADER = 5;

    private final Map<Written, WireWriter> writers = new ConcurrentHashMap<>();
    private final Map<Integer, WireReader> readers = new ConcurrentHashMap<>();
    private final Map<Written, CompletableFuture<WireWriter>> asking = new ConcurrentHashMap<>();
    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<Object> deserializer = new AvroKafkaDeserializer<>();

    /** Ids are given for each topic's schema. */
    private record Written(String topic, Schema schema) {}

    /** A wire by the registry at that root, for example {@code http://127.0.0.1:7412}. */
    public RegistryWire(URI registry) {
        Map<String, Object> settings = Map.of(
                SchemaResolverConfig.REGISTRY_URL, registry + "/apis/registry/v3",
                SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, true,
                SchemaResolverConfig.DEREFERENCE_SCHEMA, true,
                // Confluent's subject name, <topic>-value.
                SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicIdStrategy.class.getName(),
                SchemaResolverConfig.RETRY_COUNT, 2,
                SerdeConfig.VALIDATION_ENABLED, false,
                AvroSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
    }

    @Override
    public byte[] encode(String topic, SpecificRecord record) {
        var written = new Written(topic, record.getSchema());
        WireWriter known = writers.get(written);
        return (known != null ? known : asked(written, record)).write(record);
    }

    /** Many may come at once when a service begins; one of them asks, and the others have its answer, or its failure. */
    private WireWriter asked(Written written, SpecificRecord record) {
        var mine = new CompletableFuture<WireWriter>();
        CompletableFuture<WireWriter> first = asking.putIfAbsent(written, mine);
        if (first != null) {
            return answerTo(first);
        }
        try {
            // Whoever asked before may have been answered a moment ago.
            WireWriter known = writers.get(written);
            var writer =
                    known != null ? known : new WireWriter(schemaId(ask(written.topic(), record)), record.getSchema());
            writers.put(written, writer);
            mine.complete(writer);
            return writer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.remove(written, mine);
        }
    }

    private static WireWriter answerTo(CompletableFuture<WireWriter> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            throw new RegistryUnavailable("who asked first was not answered: " + rootMessage(e), e);
        }
    }

    private byte[] ask(String topic, SpecificRecord record) {
        try {
            return serializer.serialize(topic, record);
        } catch (RuntimeException e) {
            if (RegistryFailure.isOfRecord(e)) {
                throw e;
            }
            throw new RegistryUnavailable("cannot get a schema id for " + topic + ": " + rootMessage(e), e);
        }
    }

    @Override
    public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) throws Unreadable {
        requireWireFormat(bytes);
        Object value = read(topic, bytes, type);
        if (!type.isInstance(value)) {
            throw new Unreadable("expected " + type.getSimpleName() + ", found "
                    + (value == null ? "nothing" : value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }

    /** The schema id in the first bytes, or -1 if they are not in the wire format. */
    public static int schemaId(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == 0 ? ByteBuffer.wrap(bytes).getInt(1) : -1;
    }

    private @Nullable Object read(String topic, byte[] bytes, Class<? extends SpecificRecord> type) throws Unreadable {
        try {
            WireReader reader = readers.computeIfAbsent(schemaId(bytes), _ -> readerOf(bytes));
            return reader.reads(type) ? reader.read(bytes, type, HEADER) : deserializer.deserialize(topic, bytes);
        } catch (RuntimeException e) {
            if (RegistryFailure.isTransient(e)) {
                throw new RegistryUnavailable("cannot ask for schema " + schemaId(bytes) + ": " + rootMessage(e), e);
            }
            throw new Unreadable(RegistryFailure.describe(e, schemaId(bytes)), e);
        }
    }

    private WireReader readerOf(byte[] bytes) {
        var reference =
                new Default4ByteIdHandler().readId(ByteBuffer.wrap(bytes).position(1));
        return new WireReader(deserializer
                .getSchemaResolver()
                .resolveSchemaByArtifactReference(reference)
                .getParsedSchema()
                .getParsedSchema());
    }

    private static void requireWireFormat(byte[] bytes) throws Unreadable {
        if (bytes.length < HEADER) {
            throw new Unreadable(
                    "only " + bytes.length + " bytes: not Confluent's wire format (0, 4-byte schema id, Avro)");
        }
        if (bytes[0] != 0) {
            throw new Unreadable("magic byte is " + bytes[0] + ", expected 0: not Confluent's wire format");
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
