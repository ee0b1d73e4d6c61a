package io.flyball.schemas;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CON-6 the examples fit the schemas and use nothing of Flyball")
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("../docs/examples");

    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource({"publish-alert, PublishAlert", "subscribe-results, SubscribeResults"})
    void examplesCompileWithoutFlyball(String example, String main) {
        assertThat(compile(example, main)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"firing", "resolved"})
    void thePublishersAlertFitsTheSchema(String status) throws Exception {
        Schema schema = clean("Alert");
        Method alert = method(
                "publish-alert",
                "PublishAlert",
                "alert",
                Schema.class,
                String.class,
                String.class,
                String.class,
                Instant.class);

        Object made = alert.invoke(null, schema, "HighErrorRate", "checkout", status, Instant.EPOCH);

        assertThat(GenericData.get().validate(schema, made)).isTrue();
        assertThat(((GenericRecord) made).get("status")).hasToString(status.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void theSubscriberTellsAnyResult() throws Exception {
        Method tell = method("subscribe-results", "SubscribeResults", "tell", GenericRecord.class);
        long seed = new Random().nextLong();
        for (Object result : new RandomData(clean("RunResult"), 50, seed)) {
            assertThat((String) tell.invoke(null, result)).as("seed %d", seed).contains("trace ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish-alert", "subscribe-results", "subscribe-results-spring"})
    void examplesUseTheVersionsThatAreTestedHere(String example) throws IOException {
        assertThat(Files.readString(EXAMPLES.resolve(example).resolve("pom.xml")))
                .contains("<kafka.version>" + AppInfoParser.getVersion() + "</kafka.version>")
                .contains("<avro.version>" + Schema.class.getPackage().getImplementationVersion() + "</avro.version>");
    }

    private Method method(String example, String main, String name, Class<?>... parameters) throws Exception {
        assertThat(compile(example, main)).isEmpty();
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        Method method = loader.loadClass(main).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    /** What the compiler says; nothing if all is well. */
    private String compile(String example, String main) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all,-options",
                "-Werror",
                "-cp",
                classpath(),
                "-d",
                classes.toString());
        Path source = EXAMPLES.resolve(example).resolve("src/main/java/" + main + ".java");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return said.toString();
    }

    /** What the examples' own build brings, found where this test has it. */
    private static String classpath() {
        return Stream.of(KafkaProducer.class, Schema.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(joining(java.io.File.pathSeparator));
    }

    private static Schema clean(String record) {
        return io.flyball.schemas.evolution.SchemaFiles.topicRecords(Path.of(""), TopicCatalogue.load())
                .get(record);
    }
}
