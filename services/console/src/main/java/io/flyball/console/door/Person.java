package io.flyball.console.door;

import java.util.List;

/**
 * Somebody with a token of their own.
 *
 * @param tokenHash SHA-256 of the token, 64 hex digits: the file holds nothing that opens a door
 */
record Person(String name, String tokenHash, List<RoleIn> roles) {

    Person {
        roles = List.copyOf(roles);
    }

    /**
     * The person of a line: name, hash of the token, roles.
     *
     * @throws IllegalArgumentException if it is no such line; the message says what is expected
     */
    static Person of(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 3
                || !words[0].matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")
                || !words[1].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "expected: a name, the SHA-256 of a token (64 hex digits), and roles such as approver@staging");
        }
        return new Person(
                words[0],
                words[1],
                List.of(words).subList(2, words.length).stream().map(RoleIn::of).toList());
    }
}
