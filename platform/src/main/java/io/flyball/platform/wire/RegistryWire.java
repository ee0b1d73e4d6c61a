package io.flyball.platform.wire;

import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The wire by a real registry; schemas are cached by id, so that the registry is asked once per schema. */
public final class RegistryWire implements Wire, AutoCloseable {
    private static final int HEADER = 5;

    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<Object> deserializer = new AvroKafkaDeserializer<>();

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
        try {
            return serializer.serialize(topic, record);
        } catch (RuntimeException e) {
            throw new RegistryUnavailable("cannot get a schema id for " + topic + ": " + rootMessage(e), e);
        }
    }

    @Override
    public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) throws Unreadable {
        requireWireFormat(bytes);
        Object value = read(topic, bytes);
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

    private Object read(String topic, byte[] bytes) throws Unreadable {
        try {
            return deserializer.deserialize(topic, bytes);
        } catch (RuntimeException e) {
            if (RegistryFailure.isTransient(e)) {
                throw new RegistryUnavailable("cannot ask for schema " + schemaId(bytes) + ": " + rootMessage(e), e);
            }
            throw new Unreadable(RegistryFailure.describe(e, schemaId(bytes)), e);
        }
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
