package io.flyball.console.door;

/**
 * Who made a request, as far as the door knows; a request may name its person and channel itself.
 *
 * @param principal who acts if the request names nobody
 * @param channel console for a browser's session, api for a token
 */
public record Caller(String principal, String channel) {
    /** The request attribute that holds the caller. */
    public static final String ATTRIBUTE = "caller";
}
