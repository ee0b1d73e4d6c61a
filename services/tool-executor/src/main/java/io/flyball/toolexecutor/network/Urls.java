package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.tools.NotAllowed;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads URLs strictly: what two readers could take for different hosts is refused. */
final class Urls {
    private Urls() {}

    /** @throws NotAllowed if it is no http or https URL with a plain host */
    static URI web(String url) throws NotAllowed {
        URI uri = parse(url);
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new NotAllowed("only http and https URLs are allowed, not " + url);
        }
        return uri;
    }

    /** @throws NotAllowed if it is no URL with a plain host */
    static URI parse(String url) throws NotAllowed {
        try {
            URI uri = new URI(url).parseServerAuthority();
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw new NotAllowed("the URL must have a host and no user: " + url);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new NotAllowed("not a URL: " + e.getMessage());
        }
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
