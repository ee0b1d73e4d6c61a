package io.flyball.platform.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Closes each connection after its answer. The server (reactor-netty 1.3.6) now and then stops reading a connection after
 * an answer, so that the next request on it hangs: a few of a thousand, measured; its issue 4361, mended in 1.3.8, which needs a
 * Netty that is not published whole where we build.
 */
public final class OneRequestPerConnection implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.maxKeepAliveRequests(1));
    }
}
