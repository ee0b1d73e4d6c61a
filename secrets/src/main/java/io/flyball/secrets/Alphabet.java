package io.flyball.secrets;

/** A set of ASCII characters that a token is written in. */
enum Alphabet {
    DIGIT("0123456789"),
    HEX("0123456789abcdefABCDEF"),
    HEXES(HEX.characters + "_"),
    UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
    ALNUM("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
    WORD(ALNUM.characters + "_"),
    DASHED(ALNUM.characters + "_-"),
    DOTTED(ALNUM.characters + "_-."),
    TILDED(ALNUM.characters + "_-.~"),
    CAPITALS(UPPER.characters + "-"),
    JWT(ALNUM.characters + "_-.=+/"),
    CRYPT(ALNUM.characters + "./$=,+-"),
    BASE64(ALNUM.characters + "+/="),
    BASE64URL(ALNUM.characters + "_-="),
    ANY(ALNUM.characters + "_-.=+/~:%");

    private final String characters;
    private final boolean[] table = new boolean[128];

    Alphabet(String characters) {
        this.characters = characters;
        characters.chars().forEach(c -> table[c] = true);
    }

    boolean has(char c) {
        return c < 128 && table[c];
    }
}
