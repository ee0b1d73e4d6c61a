package io.flyball.drills.poison;

/**
 * One hostile body of a request.
 *
 * @param what what is hostile about it, for people
 * @param path where it is sent
 * @param json its text, which need not be JSON that makes sense
 * @param accountable whether something must be found of it if it is accepted: a deployment opens no run
 */
record Body(String what, String path, String json, boolean accountable) {}
