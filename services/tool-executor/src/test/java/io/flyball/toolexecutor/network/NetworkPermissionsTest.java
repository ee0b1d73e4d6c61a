package io.flyball.toolexecutor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPermissionsTest {
    private static final Map<String, String> NAMES = Map.of(
            "api.example.org",
            "93.184.216.34",
            "rebound.example.org",
            "169.254.169.254",
            "inside.example.org",
            "10.1.2.3",
            "localhost",
            "127.0.0.1");
    private final NetworkPermissions permissions = new NetworkPermissions(NetworkPermissionsTest::resolve);

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        String address = NAMES.getOrDefault(host, host);
        if (!address.matches("[0-9a-f.:]+")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getByName(address));
    }

    @Test
    @DisplayName("SBX-4 nothing listed, nothing reached")
    void defaultIsDeny() {
        assertThat(permissions.decide("api.example.org", 443, List.of())).isInstanceOf(Reach.Refused.class);
    }

    @Test
    @DisplayName("SBX-4 host and port must both be listed")
    void hostAndPort() {
        List<String> allowed = List.of("api.example.org:443");

        assertThat(permissions.decide("API.example.org.", 443, allowed)).isInstanceOf(Reach.Allowed.class);
        assertThat(permissions.decide("api.example.org", 80, allowed)).isInstanceOf(Reach.Refused.class);
        assertThat(permissions.decide("xapi.example.org", 443, allowed)).isInstanceOf(Reach.Refused.class);
        assertThat(permissions.decide("api.example.org", 80, List.of("api.example.org:*")))
                .isInstanceOf(Reach.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/16:80", "10.1.2.3/32:*", "10.0.0.0/8:80", "0.0.0.0/0:80"})
    @DisplayName(
            "SBX-4 a listed name may lead into a network that is listed beside it, as in containers, where addresses change")
    void networks(String network) {
        assertThat(permissions.decide("inside.example.org", 80, List.of("inside.example.org:80", network)))
                .isInstanceOf(Reach.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.2.0.0/16:80",
                "10.1.0.0/16:81",
                "10.1.2.2/32:80",
                "10.1.0.0/33:80",
                "10.1.0.0/x:80",
                "inside/8:80",
                "fc00::/7:80",
                "10.1.0.0/16"
            })
    @DisplayName("SBX-4 another network, another port, or what is no network lets no name lead inside")
    void otherNetworks(String network) {
        assertThat(permissions.decide("inside.example.org", 80, List.of("inside.example.org:80", network)))
                .isInstanceOf(Reach.Refused.class);
    }

    @Test
    @DisplayName("SBX-4 a network lists no host, and no network holds the address where clouds hand out credentials")
    void networksListNothing() {
        assertThat(permissions.decide("inside.example.org", 80, List.of("10.0.0.0/8:*")))
                .isInstanceOf(Reach.Refused.class);
        assertThat(permissions.decide("10.1.2.3", 80, List.of("10.0.0.0/8:*"))).isInstanceOf(Reach.Refused.class);
        assertThat(permissions.decide(
                        "rebound.example.org",
                        80,
                        List.of("rebound.example.org:80", "169.254.0.0/16:80", "0.0.0.0/0:*")))
                .isInstanceOf(Reach.Refused.class);
    }

    @Test
    @DisplayName("SBX-4 a listed name that leads inside is refused, unless the address is listed itself")
    void namesThatLeadInside() {
        assertThat(permissions.decide("rebound.example.org", 80, List.of("rebound.example.org:80")))
                .isInstanceOf(Reach.Refused.class);
        assertThat(permissions.decide("inside.example.org", 80, List.of("inside.example.org:80", "10.1.2.3:80")))
                .isInstanceOf(Reach.Allowed.class);
        assertThat(permissions.decide("localhost", 8080, List.of("localhost:*")))
                .isInstanceOf(Reach.Allowed.class);
        assertThat(permissions.decide("nowhere", 80, List.of("nowhere:80"))).isInstanceOf(Reach.NotFound.class);
    }

    @ParameterizedTest(name = "SBX-4 {0} is inside")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::"
            })
    void inside(String address) throws Exception {
        assertThat(Addresses.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest(name = "SBX-4 {0} is outside")
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "64:ff9b::5db8:d822"})
    void outside(String address) throws Exception {
        assertThat(Addresses.isInside(InetAddress.getByName(address))).isFalse();
    }
}
