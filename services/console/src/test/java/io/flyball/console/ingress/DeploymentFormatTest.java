package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.FieldError;
import io.flyball.console.door.Json;
import io.flyball.contract.Deployment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-9 a deployment as JSON")
class DeploymentFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final DeploymentFormat format = new DeploymentFormat(new LabelMapping(IngressPropertiesTest.defaults()));

    private Deployment read(String json, String id) {
        return format.read(Json.read(json.getBytes(StandardCharsets.UTF_8)), "pipeline", new Reception(NOW, () -> id));
    }

    @Test
    @DisplayName("ING-9 a service is enough")
    void aServiceIsEnough() {
        Deployment deployment = read("{\"service\":\"shop\"}", "d1");
        assertThat(deployment.getId()).isEqualTo("d1");
        assertThat(deployment.getEnvironment()).isEqualTo("production");
        assertThat(deployment.getBy()).isEqualTo("pipeline");
        assertThat(deployment.getVersion()).isNull();
        assertThat(deployment.getDeployedAt()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("ING-9 every field is taken, and a repeat with its time is the same deployment")
    void everyField() {
        String json = """
                {"service":"shop","environment":"prod","version":"v41","previousVersion":"v40","by":"ci",
                 "description":"new checkout","url":"https://ci/7","deployedAt":"2026-11-21T02:48:00Z"}""";
        Deployment deployment = read(json, "d1");
        assertThat(deployment.getEnvironment()).isEqualTo("production");
        assertThat(deployment.getVersion()).isEqualTo("v41");
        assertThat(deployment.getPreviousVersion()).isEqualTo("v40");
        assertThat(deployment.getBy()).isEqualTo("ci");
        assertThat(deployment.getDescription()).isEqualTo("new checkout");
        assertThat(deployment.getUrl()).isEqualTo("https://ci/7");
        assertThat(deployment.getDeployedAt()).isEqualTo(NOW.minusSeconds(720));
        assertThat(read(json, "d2").getId()).isEqualTo(deployment.getId()).isNotEqualTo("d1");
    }

    @Test
    @DisplayName("ING-6 every wrong field is named")
    void everyWrongFieldIsNamed() {
        BadBody refused = catchThrowableOfType(
                BadBody.class,
                () -> read("{\"servise\":\"shop\",\"url\":\"javascript:x\",\"deployedAt\":\"yesterday\"}", "d1"));
        assertThat(refused.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/servise", "/service", "/url", "/deployedAt");
    }
}
