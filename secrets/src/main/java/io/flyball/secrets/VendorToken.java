package io.flyball.secrets;

/**
 * How one vendor's tokens look.
 *
 * @param prefix how they begin
 * @param kind what they are
 * @param alphabet what follows the prefix
 * @param least fewest characters after the prefix
 * @param most most characters after the prefix; a longer word is something else
 * @param ending how they end; empty if nobody knows. What ends so is taken for a token even if it looks typed by hand
 */
record VendorToken(String prefix, String kind, Alphabet alphabet, int least, int most, String ending) {

    /** Reads {@code prefix kind alphabet least[..most] [ending]}. */
    static VendorToken parse(String line) {
        String[] parts = line.trim().split("\\s+");
        if (parts.length < 4 || parts.length > 5) {
            throw new IllegalArgumentException(
                    "expected prefix, kind, alphabet, length, and an ending or not: " + line);
        }
        String[] range = parts[3].split("\\.\\.");
        int least = Integer.parseInt(range[0]);
        int most = range.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(range[1]);
        return new VendorToken(
                parts[0], parts[1], Alphabet.valueOf(parts[2]), least, most, parts.length == 5 ? parts[4] : "");
    }

    /** Where the word ends that begins there as such tokens do, or {@code start} when none does. */
    int endAt(Text text, int start) {
        if (!text.startsWith(prefix, start)) {
            return start;
        }
        int from = start + prefix.length();
        int end = most == Integer.MAX_VALUE ? text.endOf(alphabet, from) : text.endOf(alphabet, from, most + 1);
        boolean fits = end - from >= least && end - from <= most && text.startsWith(ending, end - ending.length());
        return fits ? end : start;
    }

    /** Whether that word is one drawn by lot, not an example. */
    boolean isReal(Text text, int start, int end) {
        int from = start + prefix.length();
        return !Placeholder.isOne(text, from, end) && (!ending.isEmpty() || !Typed.byHand(text, from, end));
    }
}
